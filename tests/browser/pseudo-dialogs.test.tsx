// What the buttons of staff's screens open, in a language that is 40 % longer than English and in one from right to left: dialogs, menus, parts
// of a form. Buttons are found, not listed, so that a new dialog is met the day it is there; those of one name are pressed once.

import { render } from 'preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { forgetDrafts } from '../../src/app/records/sign-up-draft.ts';
import { enUS } from '../../src/app/text/en-US.ts';
import type { Text } from '../../src/app/text/text.ts';
import type { Device } from '../../src/device/device.ts';
import { accented, mirrored } from '../support/pseudo.ts';
import { aContext, anEnrolledDevice, done } from './a-screen.tsx';
import { accessibilityFaults } from './accessibility.ts';
import { passphrase, refuseToKeep } from './app/a-field-day.tsx';
import { aDesktop, everyAddress } from './every-address.ts';
import { drawn, faults } from './looks.ts';
import { aPage, seenAt } from './page.ts';

interface Pseudo {
  readonly name: string;
  readonly text: Text;
  readonly size: readonly [width: number, height: number];
  /** Sign-ups are open on the device. */
  readonly unlocked: boolean;
}
/** Of people who signed up. */
const names = ['Wideline Jean-Baptiste'];

const parts = import.meta.glob(['../../src/app/{features,records,ui}/**/*.{ts,tsx}', '../../src/device/**/*.ts']);

const pseudo: readonly Pseudo[] = [
  { name: 'longer, on a phone', text: accented(enUS), size: [360, 740], unlocked: false },
  { name: 'from right to left, on a tablet, unlocked', text: mirrored(enUS), size: [1_180, 820], unlocked: true },
];

test.each(pseudo)('$name: what a button opens fits and is translated', { timeout: 360_000 }, async ({ text, size, unlocked }) => {
  const { device } = await anEnrolledDevice('coordinator', { '/api/devices': { devices: [aDesktop] } });
  const addresses = await everyAddress(device);
  // A part that is still being fetched when the screen is looked at would be met by chance.
  await Promise.all(Object.values(parts).map((load) => load()));
  refuseToKeep(''); // whatever is pressed from here on changes nothing that another screen shows
  stayHere();
  await seenAt(...size);
  const { root } = aPage(null);
  const pressed = new Set<string>();
  const opened = new Set<string>();
  const wrong: string[] = [];
  for (const address of addresses) {
    // Where the screen was drawn, whether anything has changed since, and what opened the dialog that is open.
    const state = { at: '', isFresh: false, opener: '' };
    for (;;) {
      const dialog = openDialog();
      const button = state.at === '' ? undefined : buttonsIn(dialog ?? root).find((one) => !pressed.has(nameOf(one)));
      if (dialog !== null && state.at !== '' && button === undefined) {
        dialog.dispatchEvent(new Event('cancel', { cancelable: true })); // as Escape does
        await drawn(root);
        if (openDialog() !== null) state.at = '';
        continue;
      }
      if (button === undefined) {
        if (state.isFresh) break;
        // One of the buttons locks it.
        if (unlocked && device.seal.status().state === 'locked') await done(device.seal.unlock({ passphrase }));
        await draw({ device, text, root, address });
        Object.assign(state, { at: location.href, isFresh: true });
        continue;
      }
      const [name, before] = [nameOf(button), root.innerHTML];
      pressed.add(name);
      button.click();
      await settled(device, root);
      const said = [...faults(root, text, names)];
      const next = openDialog();
      const title = next?.querySelector('h2')?.textContent ?? '';
      if (next !== null && !opened.has(title)) {
        opened.add(title);
        said.push(...(await accessibilityFaults(next)));
      }
      wrong.push(...said.map((fault) => `${address} “${name}” ${fault}`));
      // One of several in a menu, which it closed: the menu is opened once more for the others.
      if (dialog !== null && next !== dialog && buttonsIn(dialog).some((one) => !pressed.has(nameOf(one)))) pressed.delete(state.opener);
      if (next !== null && dialog === null) state.opener = name;
      if (location.href !== state.at) state.at = '';
      state.isFresh &&= state.at !== '' && root.innerHTML === before;
    }
  }
  render(null, root);
  expect(wrong).toEqual([]);
  expect(opened.size).toBeGreaterThan(14); // it has been in them
});

interface Drawing {
  readonly device: Device;
  readonly text: Text;
  readonly root: HTMLElement;
  readonly address: string;
}

async function draw({ device, text, root, address }: Drawing): Promise<void> {
  render(null, root);
  history.replaceState(null, '', address);
  const context = aContext(device, text);
  await context.language.begun;
  document.documentElement.dir = text.direction;
  render(<App context={context} />, root);
  await drawn(root);
}

/** What was read for it has come, and is drawn. */
async function settled(device: Device, root: HTMLElement): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await device.store.meta.count(); // the store answers in the order it was asked
    await drawn(root);
  }
}

function openDialog(): HTMLDialogElement | null {
  return [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')].at(-1) ?? null;
}

/** Of a screen its own; of a dialog those of its body: what confirms at its end is not pressed, nor anything where something is at stake. */
function buttonsIn(place: HTMLElement): readonly HTMLButtonElement[] {
  const where = place instanceof HTMLDialogElement ? ':scope:not([role="alertdialog"]) > [id$="-body"] button' : 'main button';
  return [...place.querySelectorAll<HTMLButtonElement>(where)].filter(
    (one) => !one.disabled && one.ariaDisabled !== 'true' && (place instanceof HTMLDialogElement || one.closest('dialog') === null),
  );
}

function nameOf(button: HTMLButtonElement): string {
  return (button.getAttribute('aria-label') ?? button.textContent ?? '').trim();
}

/** Nothing is printed or downloaded, nobody goes back, and the page is afterwards as it was before. */
function stayHere(): void {
  const before = location.href;
  const stopped = [
    vi.spyOn(window, 'print').mockImplementation(nothing),
    vi.spyOn(history, 'back').mockImplementation(nothing),
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(nothing),
    vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(nothing),
  ];
  onTestFinished(() => {
    for (const one of stopped) one.mockRestore();
    document.documentElement.removeAttribute('dir');
    history.replaceState(null, '', before);
    forgetDrafts();
  });
}

function nothing(): void {}
