// What torture asks of the app's page. It is imported into the real app, beside which it works on the same store as a second tab would:
// acts through a device of its own, taps on the app's own buttons, and a look at what lies in the store.

import { sessionFigures, type SessionFigures } from '../../../src/domain/report.ts';
import { device, deliver, enroll, good } from '../../bench/page/ours.ts';
import type { Act, Tap } from '../acts.ts';

/** What the page says while it lives: what was heard before the kill is what was promised. */
export type Told =
  | { readonly said: 'begun'; readonly act: number }
  /** The action has answered: saved. */
  | { readonly said: 'saved'; readonly act: number }
  | { readonly said: 'refused'; readonly why: string }
  /** The screen says "Saved" beside this number, after so many taps. */
  | { readonly said: 'screen saved'; readonly shows: number; readonly taps: number };

export interface Words {
  readonly saved: string;
  readonly addOne: string;
  readonly takeBackOne: string;
}

export interface Found {
  readonly device: string;
  readonly incarnation: string;
  readonly number: number;
  readonly delivered: number;
  readonly waiting: number;
  readonly stored: number;
  /** Held aside, or to be sent once more: there is to be none. */
  readonly odd: number;
  readonly facts: number;
  /** Own facts above the order that was asked for. */
  readonly rows: readonly { readonly order: number; readonly id: string; readonly hash: string; readonly text: string }[];
  readonly above: number;
  readonly sessions: Readonly<Record<string, SessionFigures & { readonly own: number }>>;
}

/** The name that src/app/main.tsx gives its store. */
const name = 'wayside';

const page = {
  enroll: (code: string) => enroll(name, code),
  deliver: () => deliver(name),

  /** One transaction, so that all of it was so at one time. null: this browser has lost its store. */
  look: async (after: number): Promise<Found | null> => {
    const { store } = device(name);
    return store.dexie.transaction('r', [store.self, store.facts, store.sessions], async () => {
      const [self, facts, rows, sessions] = await Promise.all([
        store.self.get('self'),
        store.facts.count(),
        store.facts.where('order').above(after).toArray(),
        store.sessions.toArray(),
      ]);
      if (self === undefined || self.identity === null) return null;
      const own = self.identity.device;
      const { number, delivered, waiting, stored, attention, parked, again } = self;
      return {
        device: own,
        incarnation: self.identity.incarnation,
        ...{ number, delivered, waiting, stored, odd: attention + parked + again },
        facts,
        rows: rows.map(({ order, id, hash, text }) => ({ order, id, hash, text })),
        above: await store.facts.where('order').above(delivered).count(),
        sessions: Object.fromEntries(sessions.map((one) => [one.id, { ...sessionFigures(one), own: one.totals.byDevice[own] ?? 0 }])),
      };
    });
  },

  /** Answers when both have begun; the kill comes when it comes. */
  begin: async (acts: readonly Act[], taps: readonly Tap[], words: Words): Promise<void> => {
    while (button(words.addOne) === undefined) await pause(5);
    void actAll(acts).catch((error: unknown) => tell({ said: 'refused', why: String(error) }));
    void tapAll(taps, words).catch((error: unknown) => tell({ said: 'refused', why: String(error) }));
  },
};

async function actAll(acts: readonly Act[]): Promise<void> {
  for (const [at, act] of acts.entries()) {
    tell({ said: 'begun', act: at });
    await perform(act);
    tell({ said: 'saved', act: at });
    if (act.pause > 0) await pause(act.pause);
  }
}

async function perform(act: Act): Promise<void> {
  const { act: actions } = device(name);
  switch (act.verb) {
    case 'deliver':
      // Under way while the next acts are saved.
      void deliver(name).catch((error: unknown) => tell({ said: 'refused', why: String(error) }));
      return;
    case 'count':
      return void good(await actions.count(act.session, act.band, act.heads, 'many'));
    case 'hand-out':
      return void good(await actions.handOut(act.session, act.way, { resource: null, title: act.title, count: 2, barcode: null }));
    case 'note':
      return void good(await actions.changeSession(act.session, { notes: act.notes }));
    case 'start':
      return void good(await actions.startNewSession({ date: act.date, place: act.place, targetAge: '0-5' }));
    case 'take back':
      return void good(await actions.voidFact(act.session, act.fact));
    case 'sign-up':
      return void good(
        await actions.takeSignUp(act.session, {
          for: 'program',
          program: act.program,
          language: 'es-US',
          ageBand: '6-11',
          consent: { given: true, wording: 'en-US/2026-11', by: 'caregiver' },
          contact: { ...nobody, name: 'A made-up child', guardian: { name: 'A made-up caregiver', relation: '' } },
        }),
      );
  }
}

const nobody = { phone: '305 555 0147', email: '', address: '', birthDate: null, cardNumber: '', note: '' } as const;

/** On the buttons of the session's screen, as fast as a thumb; what the screen then says is listened to all the while. */
async function tapAll(taps: readonly Tap[], words: Words): Promise<void> {
  const done = { taps: 0, heard: '' };
  const listen = () => {
    const saved = [...document.querySelectorAll('main p')].find((line) => line.textContent === words.saved);
    const number = saved?.previousElementSibling?.firstElementChild?.textContent?.replaceAll(',', '') ?? '';
    if (number === '' || `${number} ${done.taps}` === done.heard) return;
    done.heard = `${number} ${done.taps}`;
    tell({ said: 'screen saved', shows: Number(number), taps: done.taps });
  };
  new MutationObserver(listen).observe(document.body, { subtree: true, childList: true, characterData: true });
  for (const tap of taps) {
    // Counted before the tap: what the screen says while it is dispatched may hold it already.
    done.taps += 1;
    button(tap.heads === 1 ? words.addOne : words.takeBackOne)?.click();
    await pause(tap.pause);
  }
}

function button(ending: string): HTMLButtonElement | undefined {
  return [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').endsWith(ending));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function tell(told: Told): void {
  // Whether it is heard is the kill's business.
  void window.tell(told).catch(() => undefined);
}

export type TorturePage = typeof page;

declare global {
  interface Window {
    readonly torture: TorturePage;
    readonly tell: (told: Told) => Promise<void>;
  }
}

Object.assign(window, { torture: page });
