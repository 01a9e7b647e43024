// Who walks away from the kiosk: after a while it is asked whether anybody is there, and what each answer does with what was typed; what
// staff left open goes by itself; and a page that the browser leaves, or brings back whole, has nothing of anybody in it. The clock and its
// timers are the test's own.

import { Dexie } from 'dexie';
import { useMemo } from 'preact/hooks';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AppProvider, useApp } from '../../../src/app/context.ts';
import { lastSeconds } from '../../../src/app/features/kiosk/idle.ts';
import { KioskScreen } from '../../../src/app/features/kiosk/KioskScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Timer } from '../../../src/device/ports.ts';
import { defaultRules } from '../../../src/domain/sign-up-rules.ts';
import { done } from '../a-screen.tsx';
import { anArmedKiosk, shownKiosk } from './a-kiosk.tsx';

const { kiosk: words, workshops, handOver } = text;
const { leave } = handOver;
const idleSeconds = defaultRules.kioskIdleSeconds;

beforeEach(() => page.viewport(820, 1_900));

function aClock() {
  const state = { now: 1_000_000 };
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>();
  const timer: Timer = (ms, run) => {
    const one = { at: state.now + ms, run };
    waiting.add(one);
    return () => waiting.delete(one);
  };
  const next = (until: number) => [...waiting].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
  return {
    now: () => state.now,
    timer,
    pass: (seconds: number) => {
      const until = state.now + seconds * 1_000;
      for (let one = next(until); one !== undefined; one = next(until)) {
        state.now = one.at;
        waiting.delete(one);
        one.run();
      }
      state.now = until;
    },
    /** Until something is to happen in so many seconds, counted from now. */
    expects: (seconds: number) => expect.poll(() => [...waiting].map(({ at }) => at - state.now)).toContain(seconds * 1_000),
  };
}

type Clock = ReturnType<typeof aClock>;

function Timed({ clock }: { readonly clock: Clock }) {
  const app = useApp();
  const timed = useMemo(() => {
    const ports = { ...app.device.store.ports, timer: clock.timer };
    return { ...app, now: clock.now, device: { ...app.device, store: { ...app.device.store, ports } } };
  }, [app, clock]);
  return (
    <AppProvider value={timed}>
      <KioskScreen />
    </AppProvider>
  );
}

async function aTimedKiosk({ asksSurvey = false } = {}): Promise<Clock> {
  const clock = aClock();
  const kiosk = await anArmedKiosk({ offers: ['newsletter'] });
  if (asksSurvey) await done(kiosk.device.act.changeSession(kiosk.session, { asksSurvey }));
  await shownKiosk(kiosk, <Timed clock={clock} />);
  return clock;
}

const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const next = () => press(words.next);
const begin = () => userEvent.click(page.getByRole('button', { name: /English/ }));
const isAt = (title: string) => expect.element(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
const isAtFirstScreen = () => expect.element(page.getByRole('button', { name: /English/ })).toBeVisible();
const firstName = () => page.getByLabelText(words.name.first);
const question = () => page.getByRole('alertdialog', { name: words.idle.title });

async function leftAlone(clock: Clock): Promise<void> {
  await clock.expects(idleSeconds);
  clock.pass(idleSeconds - 1);
  await expect.element(question()).not.toBeInTheDocument();
  clock.pass(1);
  await expect.element(question()).toBeVisible();
  await expect.element(page.getByText(words.idle.text(lastSeconds))).toBeVisible();
}

/** The button in the dialog: its closing cross says the same. */
const answer = (name: string) => userEvent.click(question().getByRole('button', { name, exact: true }).last());

async function aName(typed: string): Promise<void> {
  await begin();
  await userEvent.click(page.getByRole('radio', { name: words.who.myself }));
  await next();
  await isAt(words.name.mine);
  await userEvent.fill(firstName(), typed);
}

test('in the midst of signing up: who is still here goes on with all they typed; “Erase now” leaves nothing of it', async () => {
  const clock = await aTimedKiosk();
  await aName('Wideline');
  await leftAlone(clock);
  await answer(words.idle.stay);
  await expect.element(question()).not.toBeInTheDocument();
  await isAt(words.name.mine);
  await expect.element(firstName()).toHaveValue('Wideline');

  await leftAlone(clock);
  await answer(words.idle.wipe);
  await isAtFirstScreen();
  await begin();
  await expect.element(page.getByRole('radio', { name: words.who.myself })).not.toBeChecked();
  await userEvent.click(page.getByRole('radio', { name: words.who.myself }));
  await next();
  await expect.element(firstName()).toHaveValue('');
});

test('in the midst of the survey: an answer stays for who is still here, and “Erase now” leaves none', async () => {
  const clock = await aTimedKiosk({ asksSurvey: true });
  const agrees = page.getByRole('radio', { name: workshops.survey.scale[4] });
  const toSurvey = async () => {
    await begin();
    await press(workshops.kiosk.tell);
    await isAt(workshops.ours.statements.knowledge);
  };
  await toSurvey();
  await userEvent.click(agrees);
  await leftAlone(clock);
  await answer(words.idle.stay);
  await expect.element(question()).not.toBeInTheDocument();
  await isAt(workshops.ours.statements.knowledge);
  await expect.element(agrees).toBeChecked();

  await leftAlone(clock);
  await answer(words.idle.wipe);
  await isAtFirstScreen();
  await toSurvey();
  await expect.element(agrees).not.toBeChecked();
});

test('at the door: who is still here stays; without an answer, or with “Erase now”, it is the first screen again', async () => {
  const clock = await aTimedKiosk({ asksSurvey: true });
  await begin();
  await isAt(workshops.kiosk.door);
  await leftAlone(clock);
  await answer(words.idle.stay);
  await expect.element(question()).not.toBeInTheDocument();
  await isAt(workshops.kiosk.door);
  await leftAlone(clock);
  await answer(words.idle.wipe);
  await isAtFirstScreen();
  await begin();
  await leftAlone(clock);
  clock.pass(lastSeconds - 1);
  await expect.element(page.getByText(words.idle.text(1))).toBeVisible();
  clock.pass(1);
  await isAtFirstScreen();
});

test('a PIN that staff began to type goes by itself, a minute after its last digit', async () => {
  const clock = await aTimedKiosk();
  const dialog = page.getByRole('dialog', { name: leave.title });
  await press(words.staff);
  await expect.element(dialog).toBeVisible();
  await clock.expects(60);
  clock.pass(59);
  await userEvent.fill(page.getByLabelText(leave.pin), '47');
  await clock.expects(60);
  clock.pass(59);
  await expect.element(dialog).toBeVisible();
  clock.pass(1);
  await expect.element(dialog).not.toBeInTheDocument();
  await isAtFirstScreen();
  await press(words.staff);
  await expect.element(page.getByLabelText(leave.pin)).toHaveValue('');
});

test('the coordinator’s code that is asked for instead of a PIN goes by itself, too, after five minutes', async () => {
  const clock = await aTimedKiosk();
  const dialog = page.getByRole('dialog', { name: leave.forgotTitle });
  await press(words.staff);
  await userEvent.fill(page.getByLabelText(leave.pin), '0000');
  await userEvent.keyboard('{Enter}');
  await press(leave.forgot);
  await expect.element(dialog).toBeVisible();
  await clock.expects(300);
  clock.pass(299);
  await userEvent.fill(page.getByLabelText(text.access.enroll.code), 'ABC');
  await clock.expects(300);
  clock.pass(299);
  await expect.element(dialog).toBeVisible();
  clock.pass(1);
  await expect.element(dialog).not.toBeInTheDocument();
  await isAtFirstScreen();
});

const leavings = {
  'the page is left': () => new PageTransitionEvent('pagehide', { persisted: true }),
  'the page comes back whole': () => new PageTransitionEvent('pageshow', { persisted: true }),
} as const;

test.each(Object.entries(leavings))('when %s, nothing that was typed is in it', async (_, event) => {
  // It closes its connections, and the page with the next tests is not left.
  Dexie.disableBfCache = true;
  onTestFinished(() => {
    Dexie.disableBfCache = false;
  });
  await aTimedKiosk();
  await aName('Wideline');
  const field = await firstName().findElement();
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false })); // as each page comes that is loaded
  await expect.element(firstName()).toHaveValue('Wideline');
  dispatchEvent(event());
  // At once: a browser that keeps the page keeps it as it is now.
  expect(field).toHaveValue('');
  await isAtFirstScreen();
  await begin();
  await expect.element(page.getByRole('radio', { name: words.who.myself })).not.toBeChecked();
});
