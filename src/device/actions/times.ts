// Times that a lying clock wrote, put right once the server has told the true one: sessions opened in 2099 by a tablet whose clock had jumped
// ahead in the field, or at the last word of the server by one whose clock had fallen back. Only where this device itself wrote them and nobody
// has changed them since; the history shows it as any other change.

import { type Fact, readFact } from '../../domain/fact.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { SessionFields } from '../../domain/session.ts';
import type { Day, Instant } from '../../domain/shapes.ts';
import { clockTolerance, knownClock } from '../store/clock.ts';
import { editOf } from '../store/draft.ts';
import { instantOf } from '../store/make-fact.ts';
import { read } from '../store/read.ts';
import { type ActionContext, capture } from './capture.ts';

/** How many of its newest own facts a device looks at: some days of the busiest outreach. */
const newest = 3_000;

type Times = Partial<Pick<SessionFields, 'date' | 'openedAt' | 'closedAt'>>;

export function timesActions(context: ActionContext) {
  return {
    /** `dayOf` tells the library's day at an instant (milliseconds). Does nothing while the clock was never heard to be off. */
    setTimesRight: async (dayOf: (at: number) => Day): Promise<Result<{ readonly sessions: number }>> => {
      const wrong = await read(context.store, () => wrongTimes(context, dayOf));
      if (!wrong.ok) return wrong;
      const subjects = [...wrong.value.keys()].map((id) => ({ type: 'session' as const, id }));
      if (subjects.length === 0) return ok({ sessions: 0 });
      const saved = await capture(context, {
        subjects,
        plan: (seen) =>
          ok(
            subjects.flatMap((subject) => {
              const shown = seen.session(subject.id);
              const set = stillShown(wrong.value.get(subject.id) ?? new Map(), shown.values);
              return editOf(shown, subject, set);
            }),
          ),
      });
      return saved.ok ? ok({ sessions: saved.value.length }) : saved;
    },
  };
}

/** What a field says, and what it ought to say. */
type Mends = Map<keyof Times, { readonly from: string; readonly to: string }>;

function stillShown(mends: Mends, shown: SessionFields): Times {
  return Object.fromEntries([...mends].flatMap(([field, { from, to }]) => (shown[field] === from ? [[field, to]] : [])));
}

async function wrongTimes({ store }: ActionContext, dayOf: (at: number) => Day): Promise<ReadonlyMap<string, Mends>> {
  const found = new Map<string, Mends>();
  const { offset } = await knownClock(store);
  if (offset === null || Math.abs(offset) <= clockTolerance) return found;
  const now = store.ports.now() + offset;
  const rows = await store.facts.orderBy('order').reverse().limit(newest).toArray();
  for (const row of rows.reverse()) {
    const fact = row.kind === 'session.changed' ? readFact(row.text) : null;
    if (fact?.ok !== true) continue;
    const mends = mendsOf(fact.value, { offset, now, dayOf });
    if (mends.size > 0) found.set(fact.value.subject.id, new Map([...(found.get(fact.value.subject.id) ?? []), ...mends]));
  }
  return found;
}

interface Truth {
  readonly offset: number;
  /** The server's time, milliseconds. */
  readonly now: number;
  readonly dayOf: (at: number) => Day;
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

function isInstant(value: Instant | null | undefined): value is Instant {
  return typeof value === 'string';
}
