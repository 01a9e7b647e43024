// Times that a lying clock wrote, put right once the server has told the true one: sessions opened and loans lent in 2099 by a tablet whose
// clock had jumped ahead in the field, or in 1970 or at the last word of the server by one whose clock had fallen back. Only where this
// device itself wrote them and nobody has changed them since; the history shows it as any other change.

import * as v from 'valibot';
import { type Fact, readFact } from '../../domain/fact.ts';
import { dueOn } from '../../domain/loans.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { looseChangeBody, plainValues } from '../../domain/record.ts';
import type { SessionFields } from '../../domain/session.ts';
import type { Day, Instant } from '../../domain/shapes.ts';
import { clockTolerance, knownClock } from '../store/clock.ts';
import { editOf, type Seen } from '../store/draft.ts';
import { instantOf } from '../store/make-fact.ts';
import { read } from '../store/read.ts';
import { libraryRecord } from '../store/records.ts';
import type { ActionContext } from './capture.ts';
import { captureInParts } from './capture-all.ts';

/** How many of its newest own facts a device looks at: some days of the busiest outreach. */
const newest = 3_000;

/** Clocks that lost their battery begin again before it. */
const beforeWayside = Date.UTC(2026, 0, 1);

type Times = Partial<Pick<SessionFields, 'date' | 'openedAt' | 'closedAt'>>;

export function timesActions(context: ActionContext) {
  return {
    /** `dayOf` tells the library's day at an instant (milliseconds). Does nothing while the clock was never heard to be off. */
    setTimesRight: async (dayOf: (at: number) => Day): Promise<Result<{ readonly sessions: number; readonly loans: number }>> => {
      const wrong = await read(context.store, () => wrongTimes(context, dayOf));
      if (!wrong.ok) return wrong;
      const saved = await captureInParts(context, {
        changes: wrong.value,
        captureOf: (part) => ({
          subjects: part.map(({ subject }) => subject),
          plan: (seen) => ok(part.flatMap((one) => mended(seen, one))),
        }),
      });
      if (!saved.ok) return saved;
      const count = { sessions: 0, loans: 0 };
      for (const { subject } of saved.value) count[subject.type === 'loan' ? 'loans' : 'sessions'] += 1;
      return ok(count);
    },
  };
}

/** What a field says, and what it ought to say. */
type Mends = Map<string, { readonly from: string; readonly to: string }>;

interface Wrong {
  readonly subject: { readonly type: 'session' | 'loan'; readonly id: string };
  readonly mends: Mends;
}

function mended(seen: Seen, { subject, mends }: Wrong) {
  const record = subject.type === 'session' ? seen.session(subject.id) : seen.record('loan', subject.id);
  if (record === undefined) return [];
  const shown = plainValues(record);
  return editOf(
    record,
    subject,
    Object.fromEntries([...mends].flatMap(([field, { from, to }]) => (shown[field] === from ? [[field, to]] : []))),
  );
}

async function wrongTimes({ store }: ActionContext, dayOf: (at: number) => Day): Promise<readonly Wrong[]> {
  const found = new Map<string, Wrong>();
  const { offset } = await knownClock(store);
  if (offset === null || Math.abs(offset) <= clockTolerance) return [];
  const now = store.ports.now() + offset;
  const [rows, library] = await Promise.all([store.facts.orderBy('order').reverse().limit(newest).toArray(), libraryRecord(store)]);
  const truth = { offset, now, dayOf, loanDays: library?.values.loanDays };
  let latest = beforeWayside;
  for (const row of rows.reverse()) {
    const fact = row.kind === 'session.changed' || row.kind === 'loan.changed' ? readFact(row.text) : null;
    if (fact?.ok !== true) continue;
    const { id } = fact.value.subject;
    if (row.kind === 'session.changed') add({ type: 'session', id }, mendsOf(fact.value, truth));
    else add({ type: 'loan', id }, loanMendsOf(fact.value, latest, truth));
    const believed = believedAt(fact.value);
    if (believed <= now + clockTolerance) latest = Math.max(latest, believed);
  }
  return [...found.values()];

  function add(subject: Wrong['subject'], mends: Mends): void {
    if (mends.size === 0) return;
    const key = `${subject.type}/${subject.id}`;
    found.set(key, { subject, mends: new Map([...(found.get(key)?.mends ?? []), ...mends]) });
  }
}

interface Truth {
  readonly offset: number;
  /** The server's time, milliseconds. */
  readonly now: number;
  readonly dayOf: (at: number) => Day;
  readonly loanDays: number | undefined;
}

function mendsOf(fact: Fact, { offset, now, dayOf }: Truth): Mends {
  const mends: Mends = new Map();
  const set = (fact.body['set'] ?? {}) as Times;
  const written = Date.parse(fact.at);
  const real = written + offset;
  const believed = written + (fact.clockOffset !== null && Math.abs(fact.clockOffset) > clockTolerance ? fact.clockOffset : 0);
  const jumpedAhead = believed > now + clockTolerance;
  // Its clock had fallen behind the server's last word, which it wrote instead.
  const fellBack = isInstant(set.openedAt) && Date.parse(set.openedAt) > believed + clockTolerance;
  if ((!jumpedAhead && !fellBack) || real > now + clockTolerance) return mends;
  const shift = real - believed;
  if (isInstant(set.openedAt)) {
    const opened = jumpedAhead ? Date.parse(set.openedAt) + shift : Math.max(real, Date.parse(set.openedAt));
    mends.set('openedAt', { from: set.openedAt, to: instantOf(opened) });
  }
  if (isInstant(set.closedAt) && jumpedAhead) {
    mends.set('closedAt', { from: set.closedAt, to: instantOf(Date.parse(set.closedAt) + shift) });
  }
  const taken = jumpedAhead ? believed : Date.parse(set.openedAt ?? '');
  if (set.date !== undefined && set.date === dayOf(taken)) mends.set('date', { from: set.date, to: dayOf(real) });
  return mends;
}

/**
 * `latest`: the latest time in what the device had written of sessions and loans before. A loan's times are the clock's own; those of
 * another device, which a settled return brings, and a day due that somebody chose are left alone. Nothing tells from which day a clock
 * that had fallen back counted a loan's days, so that the day due stays then, too.
 */
function loanMendsOf(fact: Fact, latest: number, { offset, now, dayOf, loanDays }: Truth): Mends {
  const mends: Mends = new Map();
  const { set } = v.parse(looseChangeBody, fact.body);
  const believed = believedAt(fact);
  const real = Date.parse(fact.at) + offset;
  const jumpedAhead = believed > now + clockTolerance;
  const fellBack = believed + clockTolerance < latest && real + clockTolerance >= latest;
  if ((!jumpedAhead && !fellBack) || real > now + clockTolerance) return mends;
  for (const field of ['lentAt', 'returnedAt']) {
    const from = set[field];
    if (typeof from !== 'string' || Math.abs(Date.parse(from) - believed) > clockTolerance) continue;
    mends.set(field, { from, to: instantOf(Date.parse(from) + real - believed) });
  }
  const { returnedOn, due } = set;
  const isToday = mends.has('returnedAt') || (jumpedAhead && returnedOn === dayOf(believed));
  if (typeof returnedOn === 'string' && isToday) mends.set('returnedOn', { from: returnedOn, to: dayOf(real) });
  if (typeof due === 'string' && mends.has('lentAt') && jumpedAhead && due === dueOn(dayOf(believed), loanDays)) {
    mends.set('due', { from: due, to: dueOn(dayOf(real), loanDays) });
  }
  return mends;
}

/** What the device took for the true time as it wrote a loan, and wrote: never before 1970. */
function believedAt({ at, clockOffset }: Fact): number {
  return Date.parse(instantOf(Date.parse(at) + (clockOffset ?? 0)));
}

function isInstant(value: Instant | null | undefined): value is Instant {
  return typeof value === 'string';
}
