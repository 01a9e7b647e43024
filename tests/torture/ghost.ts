// The ghost of one tablet: what it must hold, kept outside it. A life's plan says what may come to be; what the actions and the screen
// called saved before the kill must be there afterwards, in the plan's order; nothing else may be, and nothing that was ever there may change.

import { type Fact, readFact } from '../../src/domain/fact.ts';
import { hashOf } from '../../src/protocol/hash.ts';
import { type Act, isLeftBy, type LifePlan, type Tap } from './acts.ts';
import type { Found, Told } from './page/torture-page.ts';

export interface Known {
  readonly fact: Fact;
  readonly hash: string;
}

export interface Ghost {
  /** Everything ever found in the store, by id. */
  readonly known: ReadonlyMap<string, Known>;
  /** What an action or the screen called saved; heads for the screen, because taps that come fast share a fact. */
  readonly promised: { facts: number; heads: number };
  readonly lost: string[];
  readonly doubled: string[];
  readonly begin: (plan: LifePlan) => void;
  readonly hear: (told: Told) => void;
  /** The order above which `look` is to bring rows. */
  readonly seen: () => number;
  /** After a restart, or of a store at rest. */
  readonly check: (found: Found) => void;
  /** A fact of the acts that has not been taken back; it is not offered again. */
  readonly undoable: () => { readonly session: string; readonly fact: string } | null;
}

/** Facts of the device that torture.ts acts through; all others are the app's own. */
const actsApp = 'bench';

export function createGhost(screen: string): Ghost {
  const known = new Map<string, Known>();
  const promised = { facts: 0, heads: 0 };
  const lost: string[] = [];
  const doubled: string[] = [];
  const undoable: { session: string; fact: string }[] = [];
  const state = { order: 0, number: 0, incarnation: '', heads: 0, facts: 0 };
  let life: Life = newLife([], [], 0);

  function hear(told: Told): void {
    if (told.said === 'saved') {
      if (life.acts[told.act]?.verb === 'deliver') return;
      promised.facts += 1;
      life.saved += 1;
    } else if (told.said === 'screen saved') {
      // The latest moment at which that number was right.
      const at = life.totals.findLastIndex((total, taps) => taps <= told.taps && total === told.shows);
      if (at < 0) doubled.push(`the screen showed ${told.shows} after ${told.taps} taps from ${life.totals[0]}`);
      else if (at > life.savedTaps) {
        promised.heads += at - life.savedTaps;
        life.savedTaps = at;
      }
    } else if (told.said === 'refused') lost.push(`not saved, though nothing is wrong with the disk: ${told.why}`);
  }

  function check(found: Found): void {
    const fresh = found.rows.map(({ text, ...row }) => ({ ...row, fact: readOf(text), right: hashOf(text) === row.hash }));
    for (const { id, right, fact } of fresh) {
      if (!right) lost.push(`${id} does not have its hash any more`);
      if (fact.id !== id) lost.push(`${id} is stored as ${fact.id}`);
      if (fact.number !== state.number + 1) doubled.push(`number ${fact.number} came after ${state.number}`);
      if (state.incarnation !== '' && fact.incarnation !== state.incarnation) doubled.push(`${id} is of another incarnation`);
      if (known.has(id)) doubled.push(`${id} is there again`);
      state.number = fact.number;
      state.incarnation = fact.incarnation;
    }
    const acts = fresh.filter(({ fact }) => fact.app === actsApp).map(({ fact }) => fact);
    checkActs(acts);
    checkTaps(fresh.filter(({ fact }) => fact.app !== actsApp).map(({ fact }) => fact));
    for (const { id, hash, fact } of fresh) known.set(id, { hash, fact });
    state.order = fresh.at(-1)?.order ?? state.order;
    checkCounters(found);
    life = newLife([], [], state.heads);
  }

  /** The acts' facts are a beginning of the plan, at least as long as what was called saved. */
  function checkActs(facts: readonly Fact[]): void {
    if (state.facts === 0 && life.acts.length === 0) return; // what enrolling left
    const acts = life.acts.filter(({ verb }) => verb !== 'deliver');
    if (facts.length < life.saved) lost.push(`${life.saved} acts were called saved, ${facts.length} are there`);
    for (const [at, fact] of facts.entries()) {
      const act = acts[at];
      if (act === undefined || !isLeftBy(act, fact)) doubled.push(`${fact.id} (${fact.kind}) is not what ${act?.verb ?? 'nobody'} left`);
      if (fact.kind === 'attendance.counted' || fact.kind.startsWith('hand-out') || fact.kind === 'sign-up.taken')
        undoable.push({ session: fact.subject.id, fact: fact.id });
    }
  }

  /** The screen's number is one that it had passed since it last said "Saved". */
  function checkTaps(facts: readonly Fact[]): void {
    for (const { id, kind, subject } of facts)
      if (kind !== 'attendance.counted' || subject.id !== screen) doubled.push(`${id} (${kind}) is no tap on the screen`);
    const now = state.heads + facts.reduce((sum, fact) => sum + headsOf(fact), 0);
    const possible = life.totals.slice(life.savedTaps);
    if (!possible.includes(now)) {
      const said = `${possible[0]} heads were called saved, at most ${Math.max(...possible)} were tapped, ${now} are there`;
      if (now < (possible[0] ?? 0)) lost.push(said);
      else doubled.push(said);
    }
    state.heads = now;
  }

  /** [I6] Counters, views and facts were written together or not at all. */
  function checkCounters(found: Found): void {
    const differ = (what: string, wanted: number, is: number) => {
      if (is < wanted) lost.push(`${what}: ${is}, not ${wanted}`);
      else if (is > wanted) doubled.push(`${what}: ${is}, not ${wanted}`);
    };
    state.facts = known.size;
    differ('facts in the store', known.size, found.facts);
    differ('the number of the device', state.number, found.number);
    differ('facts counted as waiting', found.above, found.waiting);
    differ('facts counted as waiting or delivered', known.size, found.waiting + found.stored + found.odd);
    differ('facts that need attention', 0, found.odd);
    if (found.incarnation !== state.incarnation) doubled.push('the device was taken for a copy of itself');
    for (const [session, { heads }] of ownTotals(known.values())) {
      differ(`heads of this device in the view of ${session}`, heads, found.sessions[session]?.own ?? 0);
    }
  }

  return {
    known,
    promised,
    lost,
    doubled,
    hear,
    check,
    begin: ({ acts, taps }) => {
      life = newLife(acts, taps, state.heads);
    },
    seen: () => state.order,
    undoable: () => undoable.shift() ?? null,
  };
}

interface Life {
  readonly acts: readonly Act[];
  /** What the screen shows after 0, 1, 2 … taps. */
  readonly totals: readonly number[];
  saved: number;
  savedTaps: number;
}

function newLife(acts: readonly Act[], taps: readonly Tap[], heads: number): Life {
  const totals = [heads];
  // At zero there is nothing to take back: the button does nothing.
  for (const tap of taps) totals.push(Math.max(0, (totals.at(-1) ?? 0) + tap.heads));
  return { acts, totals, saved: 0, savedTaps: 0 };
}

export interface Totals {
  readonly heads: number;
  readonly handOuts: number;
  readonly signUps: number;
}

/** By session: sums over facts that were not taken back, added up here without a line of the app's. */
export function ownTotals(facts: Iterable<Known>): ReadonlyMap<string, Totals> {
  const all = [...facts];
  const taken = new Set(all.flatMap(({ fact }) => (fact.kind === 'fact.voided' ? [fact.body['target']] : [])));
  const totals = new Map<string, Totals>();
  for (const { fact } of all) {
    if (fact.subject.type !== 'session' || taken.has(fact.id)) continue;
    const before = totals.get(fact.subject.id) ?? { heads: 0, handOuts: 0, signUps: 0 };
    totals.set(fact.subject.id, {
      heads: before.heads + (fact.kind === 'attendance.counted' ? headsOf(fact) : 0),
      handOuts: before.handOuts + (fact.kind.startsWith('hand-out.') ? Number(fact.body['count']) : 0),
      signUps: before.signUps + (fact.kind === 'sign-up.taken' ? 1 : 0),
    });
  }
  return totals;
}

function headsOf({ body }: Fact): number {
  return Number(body['heads']);
}

function readOf(text: string): Fact {
  const read = readFact(text);
  if (!read.ok) throw new Error(`the store holds what is no fact: ${read.problem.code}`);
  return read.value;
}
