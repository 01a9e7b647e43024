// What a perfect observer counts, written apart from the domain's folding: sums of a session, whether a sign-up is still to be done, and how
// loans stand. Held against what devices and the server show.

import type { Fact } from '../../src/domain/fact.ts';

/**
 * What one session comes to, from the facts that were not taken back: 'heads/6-11', 'handOuts/lent', named as its totals are. Sums that come
 * to nothing are left out.
 */
export function tallyOf(facts: Iterable<Fact>): ReadonlyMap<string, number> {
  const byId = new Map<string, Fact>();
  const undone = new Set<string>();
  for (const fact of facts) {
    byId.set(fact.id, fact);
    if (fact.kind === 'sign-up.unmerged') undone.add(`${fact.body['target']} ${fact.body['voided']}`);
  }
  const taken = new Set<unknown>();
  for (const { id, kind, body } of byId.values())
    if (kind === 'fact.voided' && !undone.has(`${body['target']} ${id}`)) taken.add(body['target']);
  const sums = new Map<string, number>();
  const add = (sum: string, amount: number) => sums.set(sum, (sums.get(sum) ?? 0) + amount);
  for (const fact of byId.values()) if (!taken.has(fact.id)) addOne(fact, add);
  for (const [sum, amount] of sums) if (amount === 0) sums.delete(sum);
  return sums;
}

function addOne({ id, kind, device, body }: Fact, add: (sum: string, amount: number) => void): void {
  const count = Number(body['count']);
  switch (kind) {
    case 'attendance.counted': {
      const { band, heads, checkIns } = body;
      if (typeof heads !== 'number') return; // made up to be refused: nobody counts it
      add(`heads/${band}`, heads);
      add(`byDevice/${device}`, heads);
      for (const person of new Set(Array.isArray(checkIns) ? checkIns : [])) add(`headsOfRoster/${person}`, 1);
      return;
    }
    case 'sign-up.taken':
    case 'sign-up.counted':
      add(`signUps/${body['for']}`, 1);
      return;
    case 'check-in.marked':
      add(`checkedIn/${body['target']}`, 1);
      return;
    case 'checklist.ticked':
      add(`ticks/${body['item']}/${id}`, 1);
      return;
    case 'survey.answered':
      add('survey/answers', 1);
      for (const [item, score] of Object.entries(body['agreement'] ?? {})) add(`survey/${item}/${score}`, 1);
      return;
    case 'hand-out.given':
    case 'hand-out.lent':
      add(`handOuts/${kind.slice('hand-out.'.length)}`, count);
      if (body['resource'] !== null && (kind === 'hand-out.given' || body['loan'] == null)) add(`moved/${body['resource']}`, -count);
      return;
    case 'hand-out.returned':
      add('handOuts/returned', count);
      if (body['resource'] !== null && body['loan'] == null && body['barcode'] === null) add(`moved/${body['resource']}`, count);
      return;
    case 'hand-out.shown':
      add('handOuts/shown', count);
      return;
  }
}

/** The first sum of which the totals that are shown say something else than the facts; null: none. */
export function differenceIn(totals: object, facts: Iterable<Fact>): string | null {
  const tally = tallyOf(facts);
  const shown = new Map<string, unknown>(
    Object.entries(totals).flatMap(([name, sums]) => Object.entries<unknown>(sums).map(([key, sum]) => [`${name}/${key}`, sum] as const)),
  );
  for (const sum of [...tally.keys(), ...shown.keys()])
    if (shown.get(sum) !== tally.get(sum)) return `${sum} is ${shown.get(sum) ?? 0}, by the facts ${tally.get(sum) ?? 0}`;
  return null;
}

/** Whether a sign-up of one session is still to be done; `facts` in the server's order. */
export function toBeDone(facts: readonly Fact[]): boolean {
  const gone = new Set(facts.filter(({ kind }) => kind === 'fact.voided').map(({ body }) => body['target']));
  const state = new Map<unknown, unknown>();
  for (const { id, kind, body } of facts) if (kind === 'sign-up.followed' && !gone.has(id)) state.set(body['target'], body['state']);
  return facts.some(
    ({ id, kind }) => kind === 'sign-up.taken' && !gone.has(id) && state.get(id) !== 'done' && state.get(id) !== 'declined',
  );
}

/** `seq` null: not on the server, as far as whoever holds it knows; then `order` says what came after what. */
export interface Placed {
  readonly fact: Fact;
  readonly seq: number | null;
  readonly order?: number;
}

export type Fields = ReadonlyMap<string, unknown>;

/** Of a record, the last word about each of its fields. */
export function lastWords(placed: readonly Placed[]): Fields {
  const last = Number.MAX_SAFE_INTEGER;
  const inOrder = placed.toSorted((a, b) => (a.seq ?? last) - (b.seq ?? last) || (a.order ?? 0) - (b.order ?? 0));
  const fields = new Map<string, unknown>();
  for (const { fact } of inOrder) for (const [field, value] of Object.entries(fact.body['set'] ?? {})) fields.set(field, value);
  return fields;
}

/**
 * How many things of each loan are out: of those that were lent, are not back and were not taken back, what did not come back in parts. What
 * came in by its label, without anybody knowing of the lending, was the lending of that label that was the oldest one out at the time.
 */
export function thingsOut(loans: ReadonlyMap<string, Fields>): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  const standing = [...loans].filter(([, fields]) => fields.get('canceled') !== true);
  for (const [id, fields] of standing) {
    if (fields.get('lentAt') == null || fields.get('returnedAt') != null) continue;
    const parts = standing.filter(([, other]) => other.get('partOf') === id);
    const left = parts.reduce((sum, [, part]) => sum - Number(part.get('count')), Number(fields.get('count')));
    if (left > 0) out.set(id, left);
  }
  const returns = standing
    .filter(([, fields]) => fields.get('lentAt') == null && fields.get('returnedAt') != null && fields.get('barcode') !== '')
    .toSorted(([a, one], [b, other]) => byText(one.get('returnedAt'), other.get('returnedAt')) || byText(a, b));
  const waiting = standing
    .filter(([id]) => out.has(id))
    .toSorted(([a, one], [b, other]) => byText(one.get('lentAt'), other.get('lentAt')) || byText(a, b));
  for (const [id, loan] of waiting) {
    const at = returns.findIndex(
      ([, back]) => back.get('barcode') === loan.get('barcode') && byText(back.get('returnedAt'), loan.get('lentAt')) > 0,
    );
    if (at < 0) continue;
    returns.splice(at, 1);
    out.delete(id);
  }
  return out;
}

function byText(one: unknown, other: unknown): number {
  return String(one) < String(other) ? -1 : String(one) > String(other) ? 1 : 0;
}
