// What a series would meet is known before it is saved, for the days it would really have.

import { expect, test } from 'vitest';
import { conflictsAhead, type TypedSeries } from '../../src/domain/import/plan-conflicts.ts';
import { type KnownSession, planSeries, weeksPlanned } from '../../src/domain/import/plan-series.ts';
import type { OutletFields } from '../../src/domain/places.ts';
import type { SeriesFields } from '../../src/domain/series.ts';
import { type SessionFields, unknownSession } from '../../src/domain/session.ts';

const today = '2026-11-02';
const outletById: ReadonlyMap<string, OutletFields> = new Map([['BUS', { name: 'Bookmobile 1', kind: 'bookmobile' }]]);
const weekly: SeriesFields = {
  ...unknownSession,
  site: 'MAPLE',
  startsAt: '10:00',
  endsAt: '11:00',
  outlet: 'BUS',
  staff: ['BOB'],
  rule: 'FREQ=WEEKLY;BYDAY=MO',
  start: today,
  until: null,
  except: [],
};

const known = (id: string, date: string, values: Partial<SessionFields> = {}): KnownSession => ({
  id,
  values: { ...unknownSession, site: 'MARKET', startsAt: '10:30', endsAt: '12:00', outlet: 'BUS', date, ...values },
});
const ahead = (values: Partial<SeriesFields>, sessions: readonly KnownSession[], off: TypedSeries['off'] = []) =>
  conflictsAhead({ id: 'S1', values: { ...weekly, ...values }, off }, sessions, outletById, today);

/** The sessions of the series as they stand once it is saved as it is above. */
function saved(): readonly KnownSession[] {
  const plan = planSeries({ id: 'S1', values: weekly }, [], { today, weeks: weeksPlanned });
  if (!plan.ok) throw new Error(plan.problem.code);
  return plan.value.added.map(({ source, set }) => ({ id: source, values: { ...unknownSession, ...set } }));
}

const vehicleAt = (session: string) => ({ kind: 'outlet', thing: 'BUS', session });

test('a new series meets what is there, by day, and nothing on the days it leaves out or has no more', () => {
  const there = [
    known('A', '2026-11-16'),
    known('B', '2026-11-09', { outlet: null, staff: ['BOB'] }),
    known('C', '2026-11-17'),
    known('D', '2026-11-23'),
    known('E', '2026-12-28'),
    known('F', '2026-12-21', { status: 'canceled' }),
  ];
  const met = [
    { date: '2026-11-09', conflicts: [{ kind: 'staff', thing: 'BOB', session: 'B' }] },
    { date: '2026-11-16', conflicts: [vehicleAt('A')] },
    { date: '2026-11-23', conflicts: [vehicleAt('D')] },
    { date: '2026-12-28', conflicts: [vehicleAt('E')] },
  ];
  expect(ahead({}, there)).toEqual({ dates: weeksPlanned, met });
  const shorter = ahead({ except: ['2026-11-23'], until: '2026-12-21' }, there, [{ from: '2026-11-10', to: '2026-11-22' }]);
  expect(shorter).toEqual({ dates: 6, met: met.slice(0, 1) });
});

test('a series that is there is weighed as it would be after the change, its hand-changed sessions as they are', () => {
  const byHand = saved().map((one, at) => (at === 1 ? { ...one, values: { ...one.values, startsAt: '07:00', endsAt: '08:00' } } : one));
  const there = [
    ...byHand,
    known('A', '2026-11-09', { startsAt: '13:30' }),
    known('B', '2026-11-16', { startsAt: '13:30', endsAt: '15:00' }),
  ];
  expect(ahead({}, there)).toEqual({ dates: weeksPlanned, met: [] });
  const afternoon = { startsAt: '14:00', endsAt: '15:00' };
  expect(ahead(afternoon, there)?.met).toEqual([{ date: '2026-11-16', conflicts: [vehicleAt('B')] }]);
  expect(ahead({ ...afternoon, start: '2026-11-17' }, there)).toEqual({ dates: weeksPlanned - 3, met: [] });
});

test('a rule that is not typed to its end meets nothing yet', () => {
  expect(ahead({ rule: 'FREQ=WEEKLY;BYDAY=' }, [])).toBeNull();
  expect(ahead({ start: '' }, [])).toBeNull();
});
