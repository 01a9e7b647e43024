// Everything of one run: the loop, the network, the server, the tablets, and the ghost that watches them.

import type { Level } from '../../src/domain/may.ts';
import type { Result } from '../../src/domain/problem.ts';
import type { Chance } from './chance.ts';
import type { Counts, FaultCode } from './counts.ts';
import { factOf, type Ghost, isErased, isHeld, isStored } from './ghost.ts';
import { checkFollowing } from './invariants/following.ts';
import { checkCommit, copiesOn, newSeen, ownFactsOn, type Seen } from './invariants/on-commit.ts';
import type { Watch } from './invariants/on-server.ts';
import { hasEnded, savingOn } from './invariants/saving.ts';
import type { Loop } from './loop.ts';
import type { Answer, Network, Request } from './network.ts';
import type { Host } from './server-host.ts';
import { createTablet, type Page, type Tablet } from './tablet.ts';
import type { Template } from './template.ts';

export interface World {
  readonly seed: number;
  readonly loop: Loop;
  readonly chance: Chance;
  readonly counts: Counts;
  readonly ghost: Ghost;
  readonly network: Network;
  readonly host: Host;
  readonly template: Template;
  readonly tablets: Tablet[];
  readonly desktop: Tablet;
  readonly seen: Map<string, Seen>;
  /** Plain texts that nobody but the vault may see. */
  readonly canaries: string[];
  readonly logged: string[];
  readonly sessions: string[];
  readonly kept: {
    backups: { readonly file: string; readonly erased: number }[];
    copies: string[];
    images: {
      readonly tablet: Tablet;
      readonly image: ReturnType<Tablet['disk']['image']>;
      readonly cookies: ReadonlyMap<string, string>;
    }[];
    /** Incarnations of devices that a coordinator has revoked. */
    revoked: Set<string>;
    /** Ids that hostile pushes made up. */
    hostile: Set<string>;
    /** Of these, what a device said it has taken in: it must end up somewhere. */
    hostileTaken: Set<string>;
    /** Facts that somebody pushed with the cookie of another library: they lie in its quarantine. */
    misdirected: Set<string>;
    /** Kiosks, and browsers of partners: they deliver and are compared like all devices, and nothing happens to them. */
    guests: Tablet[];
    /** [I22] What a code was made for, and, by its cookie, which level each device has; a device without one here is staff's. */
    codes: Map<string, Level>;
    levels: Map<string, Level>;
    scopeMoves: (() => void) | null;
    /** Faults that lie in wait, and are counted once they are seen to strike. */
    lurking: { readonly code: FaultCode; readonly strikes: Strikes }[];
    /** Until then everything lies in a drawer, and nobody comes back to it. */
    asleepUntil: number;
    /** The operator's work with the server, to its end. */
    atServer: Promise<void>;
  };
}

/** Whether a fault strikes with this request, which the server has just answered (null: it did not). */
export type Strikes = (request: Request, answer: Answer | null) => boolean;

/** A fault that does nothing by itself: it is counted at the first request by which it is seen to strike. */
export function countWhen({ kept }: World, code: FaultCode, strikes: Strikes): undefined {
  kept.lurking.push({ code, strikes });
}

export function countStruck({ kept, counts }: World, request: Request, answer: Answer | null): undefined {
  for (const one of [...kept.lurking]) {
    if (!one.strikes(request, answer)) continue;
    counts.hit(one.code);
    kept.lurking.splice(kept.lurking.indexOf(one), 1);
  }
}

/** Registers with the ghost what the tablet's disk commits. */
export function addTablet(
  world: Omit<World, 'desktop'>,
  options: {
    readonly name: string;
    readonly seed: number;
    readonly foreign?: boolean;
    readonly from?: { readonly image: ReturnType<Tablet['disk']['image']>; readonly cookies: ReadonlyMap<string, string> };
  },
): Tablet {
  const { loop, chance, network, ghost, counts } = world;
  const { name, seed, foreign = false, from } = options;
  const seen = newSeen();
  world.seen.set(name, seen);
  const library = foreign ? world.template.otherLibrary : world.template.library;
  const tablet = createTablet({
    loop,
    chance,
    network,
    name,
    seed,
    foreign,
    ...(from === undefined ? {} : { image: from.image, cookies: from.cookies }),
    committed: (commit) => {
      const before = seen.cursor;
      const known = ghost.facts.size;
      checkCommit({ ghost, seen, now: loop.now(), forked: tablet.forked, foreign, library }, commit);
      if (before?.cursor?.seq !== seen.cursor?.cursor?.seq || before?.sweep !== seen.cursor?.sweep)
        checkFollowing(ghost, library, commit.disk);
      // It is a lie once something was written down by it.
      if (tablet.lies && ghost.facts.size > known) {
        tablet.lies = false;
        counts.hit('D11');
      }
    },
  });
  lookAgain(world, tablet);
  return tablet;
}

/** After the disk has become another one: what is on it now is what counts from here. */
export function lookAgain({ ghost, seen }: Pick<World, 'ghost' | 'seen'>, tablet: Tablet): undefined {
  const known = seen.get(tablet.name);
  if (known === undefined) return;
  known.facts.clear();
  known.numbers.clear();
  known.sessions.clear();
  known.loans.clear();
  known.cursor = null;
  known.fresh.clear();
  for (const { id, text, incarnation } of ownFactsOn(tablet.disk)) {
    known.facts.set(id, text);
    const fact = factOf(text);
    known.numbers.set(`${incarnation}/${fact.number}`, id);
    if (!ghost.facts.has(id)) ghost.facts.set(id, { id, text, fact, honest: true, page: '', foreign: tablet.foreign });
  }
}

/** Somebody comes back to a tablet after `ms`, or when all is taken out of the drawer again. */
export function comesBackAfter(world: World, ms: number, run: () => void): undefined {
  world.loop.after(world.network.source, ms, () => {
    const left = world.kept.asleepUntil - world.loop.now();
    if (left > 0) comesBackAfter(world, left, run);
    else run();
  });
}

/** A person does something on a page. What it answers is what the screen says: saved, or not. */
export function act(
  world: World,
  page: Page,
  work: (page: Page) => Promise<Result<unknown>>,
  then: (result: Result<unknown>) => void = () => {},
): undefined {
  const { loop, ghost } = world;
  const pages = world.seen.get(page.tablet.name)?.saving ?? new Map();
  savingOn(pages, page.name).open += 1;
  loop
    .as(page.source, () => work(page))
    .then(
      (result) => {
        loop.note(`${page.name}:${result.ok ? 'ok' : result.problem.code};`);
        hasEnded(ghost, pages, page.name, result);
        if (result.ok) said(world, page, result.value);
        else if (world.canaries.some((canary) => JSON.stringify(result.problem).includes(canary)))
          ghost.violate('I24', `${result.problem.code} of ${page.name} says what was to be sealed`);
        else if (result.problem.code === 'seal-key-unknown' || result.problem.code === 'sealing-key-missing') world.counts.hit('A8');
        then(result);
      },
      (bug: unknown) => ghost.violate('bug', `${page.name}: ${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}`),
    );
}

/** The screen says saved: what this page has committed is promised from now on, and what the answer names must be there (I7). */
function said({ ghost, seen }: World, page: Page, value: unknown): undefined {
  const known = seen.get(page.tablet.name);
  if (known === undefined) return;
  const fresh = known.fresh.get(page.name) ?? [];
  for (const id of fresh.splice(0)) ghost.promised.add(id);
  for (const id of savedIds(value))
    if (!known.facts.has(id) && !isErased(ghost, id)) return ghost.violate('I7', `${page.name} said saved, and ${id} is not on the disk`);
}

/** Facts that an answer names. */
function savedIds(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(savedIds);
  if (typeof value !== 'object' || value === null) return [];
  if ('fact' in value) return savedIds(value.fact);
  return 'id' in value && 'kind' in value && 'number' in value ? [String(value.id)] : [];
}

/** After a page or the power went: what was promised is still on the disk (I1), and record and fact are both there or both not (I6, at the next commit). */
export function checkAfterCrash({ ghost, seen }: World, tablet: Tablet): undefined {
  const known = seen.get(tablet.name);
  if (known === undefined) return;
  const here = new Set(ownFactsOn(tablet.disk).map((row) => row.id));
  for (const id of known.facts.keys()) {
    if (here.has(id) || isErased(ghost, id)) continue; // a frozen page may be in the midst of erasing it
    if (ghost.promised.has(id)) return ghost.violate('I1', `${tablet.name} had promised ${id}; after the power went it is gone`);
    known.facts.delete(id);
    ghost.facts.delete(id);
  }
  known.fresh.clear();
  known.numbers.clear();
  known.sessions.clear();
  known.loans.clear();
  for (const { id, text, incarnation } of ownFactsOn(tablet.disk)) known.numbers.set(`${incarnation}/${factOf(text).number}`, id);
}

export function watchOf({ ghost, kept: { misdirected } }: Pick<World, 'ghost' | 'kept'>): Watch {
  return { ghost, misdirected };
}

/** All devices of the story. */
export function everybodyIn({ desktop, tablets, kept }: Pick<World, 'desktop' | 'tablets' | 'kept'>): readonly Tablet[] {
  return [desktop, ...tablets, ...kept.guests];
}

/** After something was destroyed on purpose: what is nowhere any more is owed to nobody. */
export function settleLosses(world: World): undefined {
  const { ghost } = world;
  const held = new Set<string>();
  for (const { disk } of everybodyIn(world)) {
    for (const row of ownFactsOn(disk)) held.add(row.id);
    for (const row of copiesOn(disk)) for (const { text } of row.facts) held.add(factOf(text).id);
  }
  for (const id of ghost.facts.keys()) {
    if (held.has(id)) continue;
    if (!isStored(ghost, id) && !isHeld(ghost, id)) ghost.lost.add(id);
  }
}

export function livePages(tablet: Tablet): readonly Page[] {
  return tablet.pages.filter((page) => !page.source.frozen);
}

/** A page that a person can use, opened when there is none. */
export function aPage(tablet: Tablet): Page {
  const [page] = livePages(tablet);
  if (page !== undefined) return page;
  const opened = tablet.openPage();
  opened.device.sync.start();
  return opened;
}
