// What counts as a person at the kiosk: real events, made by the browser itself for keys, pointers, fingers, wheels and on-screen keyboards.
// What a page does by itself, or what merely happens in it, is nobody.

import { useMemo } from 'preact/hooks';
import { beforeEach, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { AppProvider, useApp } from '../../../src/app/context.ts';
import { useIdle } from '../../../src/app/features/kiosk/use-idle.ts';
import type { Device } from '../../../src/device/device.ts';
import { aScreen, done } from '../a-screen.tsx';
import { aDevice, anOpenSession } from '../app/a-field-day.tsx';

const seconds = 45;

beforeEach(() => page.viewport(820, 900));

interface Clock {
  now: number;
}

/** Timers never come: a page that sleeps has none, and the clock alone decides when something wakes it. */
function Watched({ clock }: { readonly clock: Clock }) {
  const app = useApp();
  const slept = useMemo(() => {
    const ports = { ...app.device.store.ports, timer: () => () => {} };
    return { ...app, now: () => clock.now, device: { ...app.device, store: { ...app.device.store, ports } } };
  }, [app, clock]);
  return (
    <AppProvider value={slept}>
      <Form />
    </AppProvider>
  );
}

function Form() {
  const { left } = useIdle({ seconds, onWipe: () => {} });
  return (
    <main>
      <h1 tabIndex={-1}>Visit</h1>
      <output>{left === null ? 'somebody' : 'nobody'}</output>
      <label>
        Name <input id="name" />
      </label>
      <button type="button">Next</button>
      <div data-tall style={{ blockSize: '3000px' }} />
    </main>
  );
}

async function watched(): Promise<{ readonly device: Device; readonly after: (act: () => unknown) => Promise<void> }> {
  const clock = { now: 1_000_000 };
  const device = await aDevice();
  aScreen(device, <Watched clock={clock} />, '/kiosk');
  await userEvent.click(page.getByLabelText('Name'));
  // Nearly too late something happens; then it is too late, unless that was somebody.
  const after = async (act: () => unknown) => {
    clock.now += (seconds - 1) * 1_000;
    await act();
    clock.now += 2_000;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { device, after };
}

/** Where in the browser's window something of this page is: the test runs in a frame, which may be drawn smaller. */
function place(element: Element): { readonly x: number; readonly y: number } {
  const inside = element.getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect() ?? new DOMRect();
  const scale = frame.width === 0 ? 1 : frame.width / innerWidth;
  return { x: frame.x + (inside.x + inside.width / 2) * scale, y: frame.y + (inside.y + inside.height / 2) * scale };
}

const heading = () => place(page.getByRole('heading').element());
const heard = (kind: string) => new Promise((resolve) => addEventListener(kind, resolve, { capture: true, once: true }));
const send = (method: Parameters<ReturnType<typeof cdp>['send']>[0], given: object) => cdp().send(method, given as never);

const people = {
  'a key': () => userEvent.keyboard('a'),
  'a pointer that moves': () => userEvent.hover(page.getByRole('heading')),
  'a tap': () => userEvent.click(page.getByRole('button')),
  'a finger laid on the glass': async () => {
    await Promise.all([heard('pointerdown'), send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [heading()] })]);
    await send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
  },
  'a page that is scrolled': () =>
    Promise.all([heard('scroll'), send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...heading(), deltaX: 0, deltaY: 90 })]),
  'text from an on-screen keyboard, without a key': () => Promise.all([heard('input'), send('Input.insertText', { text: 'Zoé' })]),
  'letters being put together, without a key': () =>
    Promise.all([heard('compositionupdate'), send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 })]),
} as const;

test.each(Object.entries(people))('%s is somebody', async (_, act) => {
  const { after } = await watched();
  await after(act);
  await expect.element(page.getByText('somebody')).toBeVisible();
  await after(() => {}); // and this page does notice when nobody is there
  await expect.element(page.getByText('nobody')).toBeVisible();
});

const nobody = {
  'a moment that passes': (_: Device) => new Promise((resolve) => setTimeout(resolve, 20)),
  'a focus that the page moves': () => focusOn('h1'),
  'a field that the page fills in': () => {
    const field = document.querySelector('input');
    if (field !== null) field.value = 'filled in';
    field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
  },
  'a click that the page makes': () => document.querySelector('button')?.click(),
  'something that is saved or delivered': async (device: Device) => {
    const id = await anOpenSession(device);
    await done(device.act.count(id, '6-11', 3, 'many'));
  },
  'a page that is turned and drawn anew': async () => {
    await page.viewport(900, 820);
    dispatchEvent(new Event('resize'));
  },
} as const;

test.each(Object.entries(nobody))('%s is nobody', async (_, act) => {
  const { device, after } = await watched();
  await after(() => act(device));
  await expect.element(page.getByText('nobody')).toBeVisible();
});

async function focusOn(selector: string): Promise<void> {
  const element = document.querySelector<HTMLElement>(selector);
  const came = heard('focusin');
  element?.focus();
  await came;
}
