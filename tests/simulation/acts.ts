// What people do, as screens do it: one action of the device core each, on whatever page is at hand.

import { bands } from '../../src/domain/attendance.ts';
import { handOutWays } from '../../src/domain/hand-out.ts';
import { addDays } from '../../src/domain/shapes.ts';
import { followUpStates, signUpKinds } from '../../src/domain/sign-up.ts';
import { longId } from '../../src/protocol/ids.ts';
import type { Chance } from './chance.ts';
import { factOf } from './ghost.ts';
import { copiesOn, ownFactsOn, sessionsOn } from './invariants/on-commit.ts';
import type { Page, Tablet } from './tablet.ts';
import { act, aPage, type World } from './world.ts';

export type Step = (world: World, chance: Chance) => void;

export const acts: readonly (readonly [weight: number, name: string, step: Step])[] = [
  [
    24,
    'count',
    (world, chance) =>
      inSession(world, chance, (page, id) =>
        act(world, page, ({ device }) => device.act.count(id, chance.one(bands), chance.number(1, 9), 'tap')),
      ),
  ],
  [8, 'taps', taps],
  [
    3,
    'count-exactly',
    (world, chance) =>
      inSession(world, chance, (page, id) =>
        act(world, page, ({ device }) => device.act.countExact(id, chance.one(bands), chance.number(0, 30))),
      ),
  ],
  [5, 'void', voidOne],
  [6, 'new-session', newSession],
  [2, 'start', (world, chance) => inSession(world, chance, (page, id) => act(world, page, ({ device }) => device.act.startSession(id)))],
  [
    6,
    'change',
    (world, chance) =>
      inSession(world, chance, (page, id) =>
        act(world, page, ({ device }) =>
          device.act.changeSession(
            id,
            chance.one([{ notes: `n${chance.number(0, 5)}` }, { title: `t${chance.number(0, 5)}` }, { notes: 'both', title: 'both' }]),
          ),
        ),
      ),
  ],
  [
    3,
    'move-day',
    (world, chance) =>
      inSession(world, chance, (page, id) =>
        act(world, page, ({ device }) =>
          device.act.changeSession(id, { date: dayAt(world, chance.one([-366, -364, -60, -46, -44, -1, 0, 1, 119, 121, 200])) }),
        ),
      ),
  ],
  [3, 'finish', (world, chance) => inSession(world, chance, (page, id) => act(world, page, ({ device }) => device.act.finishSession(id)))],
  [1, 'reopen', (world, chance) => inSession(world, chance, (page, id) => act(world, page, ({ device }) => device.act.reopenSession(id)))],
  [1, 'cancel', (world, chance) => inSession(world, chance, (page, id) => act(world, page, ({ device }) => device.act.cancelSession(id)))],
  [3, 'join', joinByCode],
  [5, 'sign-up', signUp],
  [3, 'follow-up', followUp],
  [4, 'hand-out', handOut],
  [
    3,
    'site',
    (world, chance) =>
      onPage(world, chance, (page) =>
        act(world, page, ({ device }) =>
          device.act.changeSite(chance.is(0.4) ? null : 'SITE00000001', { name: `Site ${chance.number(1, 9)}`, type: 'park' }),
        ),
      ),
  ],
  [
    1,
    'staff',
    (world, chance) =>
      onPage(world, chance, (page) =>
        act(world, page, ({ device }) =>
          device.act.changeStaff('STAFF0000001', { name: `Bob ${chance.number(1, 9)}`, active: chance.is(0.8) }),
        ),
      ),
  ],
  [
    1,
    'choose-staff',
    (world, chance) => onPage(world, chance, (page) => act(world, page, ({ device }) => device.act.chooseStaff('STAFF0000001'))),
  ],
  [8, 'deliver', (world, chance) => onPage(world, chance, (page) => act(world, page, ({ device }) => device.sync.deliverNow()))],
  [2, 'carry', carryFile],
  [2, 'held', heldOnes],
  [2, 'look', (world, chance) => onPage(world, chance, (page) => act(world, page, ({ device }) => device.act.readStorage()))],
];

function anyTablet(world: World, chance: Chance): Tablet {
  const drawn = chance.draw();
  if (drawn < 0.12) return world.desktop;
  // [I25] Now and then the other library's, in sessions of the same ids.
  return chance.one(world.tablets.filter((tablet) => tablet.foreign === drawn < 0.2));
}

export function onPage(world: World, chance: Chance, use: (page: Page) => void): undefined {
  const tablet = anyTablet(world, chance);
  const pages = tablet.pages.filter((page) => !page.source.frozen);
  use(pages.length > 0 && chance.is(0.9) ? chance.one(pages) : aPage(tablet));
}

export function inSession(world: World, chance: Chance, use: (page: Page, session: string) => void): undefined {
  onPage(world, chance, (page) => {
    const open = sessionsOn(page.tablet.disk).map((row) => row.id);
    const id = open.length > 0 && chance.is(0.95) ? chance.one(open) : chance.one(world.sessions);
    use(page, id);
  });
}

export function dayAt({ loop }: World, days: number): string {
  return addDays(new Date(loop.now()).toISOString().slice(0, 10), days);
}

function taps(world: World, chance: Chance): undefined {
  inSession(world, chance, (page, id) => {
    const band = chance.one(bands);
    for (let left = chance.number(2, 8); left > 0; left--) act(world, page, ({ device }) => device.act.count(id, band, 1, 'tap'));
  });
}

function voidOne(world: World, chance: Chance): undefined {
  onPage(world, chance, (page) => {
    const counted = ownFactsOn(page.tablet.disk).filter((row) => row.kind !== 'session.changed' && row.subject.startsWith('session/'));
    if (counted.length === 0) return;
    const { id, subject } = chance.one(counted);
    act(world, page, ({ device }) => device.act.voidFact(subject.slice('session/'.length), id));
  });
}

function newSession(world: World, chance: Chance): undefined {
  onPage(world, chance, (page) => {
    const fields = { date: dayAt(world, chance.one([0, 0, 0, 1, -1, 30])), title: `Stop ${chance.number(1, 99)}` };
    const token = longId(chance.bytes);
    const save = (again: boolean): void =>
      act(
        world,
        page,
        ({ device }) => (chance.is(0.8) ? device.act.startNewSession({ ...fields, token }) : device.act.planSession({ ...fields, token })),
        (result) => {
          if (result.ok && typeof result.value === 'object' && result.value !== null && 'id' in result.value)
            world.sessions.push(String(result.value.id));
          retried(world, page, token, result.ok ? null : result.problem.code, again ? null : () => save(true));
        },
      );
    save(false);
  });
}

/** At whatever device: of one of the sign-ups it knows, or what was said of one is taken back. */
function followUp(world: World, chance: Chance): undefined {
  onPage(world, chance, (page) => {
    const texts = [
      ...ownFactsOn(page.tablet.disk).map(({ text }) => text),
      ...copiesOn(page.tablet.disk).flatMap(({ facts }) => facts.map(({ text }) => text)),
    ];
    const known = texts.map(factOf).filter(({ kind }) => kind === 'sign-up.taken' || kind === 'sign-up.followed');
    if (known.length === 0) return;
    const { id, kind, subject } = chance.one(known);
    if (kind === 'sign-up.followed') return act(world, page, ({ device }) => device.act.voidFact(subject.id, id));
    const state = chance.one(followUpStates);
    return act(world, page, async ({ device }) =>
      (await device.act.followUp()).followSignUps([{ session: subject.id, target: id }], state),
    );
  });
}

/** [I7] What was said not to be saved is not there (nobody knows after a time-out); saving the same form once more saves it once. */
export function retried(world: World, page: Page, token: string, code: string | null, again: (() => void) | null): undefined {
  if (code === null) return;
  const there = ownFactsOn(page.tablet.disk).some((row) => row.id === token);
  if (there && code !== 'storage-timeout' && code !== 'storage-blocked')
    world.ghost.violate('I7', `${page.name} said ${code}, and yet ${token} is on the disk`);
  if (again !== null) world.loop.after(page.source, 1_000, again);
}

function joinByCode(world: World, chance: Chance): undefined {
  onPage(world, chance, (page) => {
    const id = chance.one(world.sessions);
    act(world, page, ({ device }) => device.act.joinSession(id, chance.is(0.5) ? { title: 'Scanned' } : {}));
  });
}

export function contactWith(canary: string) {
  return {
    name: canary,
    phone: `tel ${canary}`,
    email: '',
    address: `at ${canary}`,
    birthDate: null,
    guardian: null,
    cardNumber: canary,
    note: '',
  };
}

export function newCanary(world: World, chance: Chance): string {
  const canary = `CANARY${chance.number(100_000, 999_999)}Zoë`;
  world.canaries.push(canary);
  return canary;
}

function signUp(world: World, chance: Chance): undefined {
  inSession(world, chance, (page, id) => signUpOn(world, chance, page, id));
}

export function signUpOn(world: World, chance: Chance, page: Page, id: string): undefined {
  const token = longId(chance.bytes);
  const contact = contactWith(newCanary(world, chance));
  const body = {
    for: chance.one(signUpKinds),
    program: null,
    language: 'ht',
    ageBand: null,
    consent: { given: true, wording: 'ht/1', by: 'person' },
  } as const;
  const taken = ownFactsOn(page.tablet.disk).filter((row) => row.kind === 'sign-up.taken');
  if (taken.length > 0 && chance.is(0.2)) {
    const { id: target, subject } = chance.one(taken);
    return act(world, page, ({ device }) => device.act.correctSignUp(subject.slice('session/'.length), target, contact));
  }
  const save = (again: boolean): void =>
    act(
      world,
      page,
      ({ device }) => device.act.takeSignUp(id, { ...body, contact, token }),
      (result) => retried(world, page, token, result.ok ? null : result.problem.code, again ? null : () => save(true)),
    );
  save(false);
}

function handOut(world: World, chance: Chance): undefined {
  inSession(world, chance, (page, id) => {
    const token = longId(chance.bytes);
    // Of a double tap one may fail and the other have saved it: what the last one to answer says is held against the disk.
    const taps = { open: 0, saved: false };
    const save = (again: boolean): void => {
      taps.open += 1;
      act(
        world,
        page,
        ({ device }) =>
          device.act.handOut(id, chance.one(handOutWays), { resource: null, title: 'Bookmarks', count: 2, barcode: null, token }),
        (result) => {
          taps.open -= 1;
          taps.saved ||= result.ok;
          const isSaved = taps.saved || taps.open > 0;
          retried(world, page, token, result.ok || isSaved ? null : result.problem.code, again ? null : () => save(true));
        },
      );
    };
    save(false);
    if (chance.is(0.3)) save(true); // a double tap
  });
}

function carryFile(world: World, chance: Chance): undefined {
  onPage(world, chance, (page) =>
    act(
      world,
      page,
      ({ device }) => device.act.exportRescue({ all: chance.is(0.3) }),
      (exported) => {
        if (!exported.ok || typeof exported.value !== 'object' || exported.value === null || !('text' in exported.value)) return;
        const { text } = exported.value;
        if (typeof text === 'string') onPage(world, chance, (other) => act(world, other, ({ device }) => device.act.importRescue(text)));
      },
    ),
  );
}

function heldOnes(world: World, chance: Chance): undefined {
  onPage(world, chance, (page) => {
    for (const row of page.tablet.disk.rows('attention')) {
      const id = typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '';
      act(world, page, ({ device }) => (chance.is(0.5) ? device.act.parkHeld(id) : device.act.resendHeld(id)));
    }
  });
}
