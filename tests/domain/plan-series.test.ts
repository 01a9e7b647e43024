// What a series plans: its days, once; and what it leaves alone.

import { describe, expect, test } from 'vitest';
import { type KnownSession, planSeries } from '../../src/domain/import/plan-series.ts';
import { seriesSource } from '../../src/domain/of-series.ts';
import { type SeriesFields, template } from '../../src/domain/series.ts';
import { type SessionFields, unknownSession } from '../../src/domain/session.ts';

const today = '2026-10-20';
const weekly: SeriesFields = {
  site: 'SITE00000001',
  place: '',
  title: 'Storytime',
  activityType: 'program_session',
  topic: 'storytime',
  format: 'in_person_offsite',
  targetAge: '0-5',
  startsAt: '10:00',
  endsAt: '11:00',
  outlet: 'BUS',
  partners: [],
  staff: ['BOB'],
  rule: 'FREQ=WEEKLY;BYDAY=TU',
  start: '2026-10-20',
  until: null,
  except: [],
};

function planned(values: Partial<SeriesFields> = {}, known: readonly KnownSession[] = [], weeks = 4, now = today) {
  const plan = planSeries({ id: 'S1', values: { ...weekly, ...values } }, known, { today: now, weeks });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problem));
  return plan.value;
}

/** The sessions of a plan as they stand once they are saved. */
function saved(values: Partial<SeriesFields> = {}, weeks = 4): readonly KnownSession[] {
  return planned(values, [], weeks).added.map(({ source, set }) => ({ id: source, values: { ...unknownSession, ...set } }));
}

function changedBy(known: readonly KnownSession[], date: string, set: Partial<SessionFields>): readonly KnownSession[] {
  const source = seriesSource('S1', date);
  return known.map((one) => (one.values.source === source ? { ...one, values: { ...one.values, ...set } } : one));
}

const daysOf = (plan: ReturnType<typeof planned>) => plan.added.map(({ set }) => set.date);

test('the coming weeks, at the wall clock of the series also after the clocks go back', () => {
  const { added, changed } = planned();
  expect(daysOf({ added, changed })).toEqual(['2026-10-20', '2026-10-27', '2026-11-03', '2026-11-10']);
  expect(new Set(added.map(({ set }) => `${set.startsAt} ${set.endsAt}`))).toEqual(new Set(['10:00 11:00']));
  expect(changed).toEqual([]);
});

test('planned again it plans nothing, and later only what the weeks brought', () => {
  expect(planned({}, saved())).toEqual({ added: [], changed: [] });
  expect(daysOf(planned({}, saved(), 4, '2026-10-27'))).toEqual(['2026-11-17']);
});

test.each([
  ['every other week', { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' }, ['2026-10-20', '2026-11-03']],
  ['the first Tuesday of a month', { rule: 'FREQ=MONTHLY;BYDAY=1TU' }, ['2026-11-03']],
  ['until a day', { until: '2026-10-30' }, ['2026-10-20', '2026-10-27']],
  ['but not on a holiday', { except: ['2026-11-03'] }, ['2026-10-20', '2026-10-27', '2026-11-10']],
  ['from a day in the future on', { start: '2026-11-04' }, ['2026-11-10']],
] as const)('%s', (_, values, days) => {
  expect(daysOf(planned(values as Partial<SeriesFields>))).toEqual(days);
});

describe('a series that changes', () => {
  test('changes what lies ahead, from its start on', () => {
    const plan = planned({ startsAt: '09:00', start: '2026-11-03' }, saved());
    expect(plan.added).toEqual([]);
    expect(plan.changed.map(({ id, set }) => [id, set.startsAt])).toEqual([
      ['series/S1/2026-11-03', '09:00'],
      ['series/S1/2026-11-10', '09:00'],
    ]);
  });

  test('leaves what staff changed, and changes the rest of the same session', () => {
    const known = changedBy(saved(), '2026-10-27', { startsAt: '10:30' });
    const { set } = planned({ startsAt: '09:00', title: 'Tales' }, known).changed.find(({ id }) => id.endsWith('10-27')) ?? { set: {} };
    expect(set).toMatchObject({ title: 'Tales' });
    expect(set).not.toHaveProperty('startsAt');
  });

  test.each(['open', 'closed', 'canceled'] as const)('does not touch a session that is %s', (status) => {
    const known = changedBy(saved(), '2026-10-27', { status });
    expect(planned({ startsAt: '09:00', until: '2026-10-20' }, known).changed.map(({ id }) => id)).not.toContain('series/S1/2026-10-27');
  });

  test('takes days off that it no longer has, and puts them back', () => {
    const ended = planned({ until: '2026-10-27' }, saved()).changed;
    expect(ended.map(({ id, set }) => [id.slice(-5), set])).toEqual([
      ['11-03', { status: 'canceled', dropped: true }],
      ['11-10', { status: 'canceled', dropped: true }],
    ]);
    const known = changedBy(saved(), '2026-11-03', { status: 'canceled', dropped: true });
    expect(planned({}, known).changed).toEqual([{ id: 'series/S1/2026-11-03', set: { status: 'planned', dropped: false } }]);
  });

  test('leaves a session where staff moved it, and does not plan its day again', () => {
    const known = changedBy(saved(), '2026-10-27', { date: '2026-10-29' });
    expect(planned({}, known)).toEqual({ added: [], changed: [] });
    expect(planned({ until: '2026-10-20' }, known).changed.map(({ id }) => id)).not.toContain('series/S1/2026-10-27');
  });
});

describe('the kind of its sessions', () => {
  const list: SeriesFields['checklist'] = [{ id: 'charge', phase: 'before', text: '' }];
  const kind = { template: 'storytime', checklist: list, offers: ['card'], asksSurvey: true } satisfies Partial<SeriesFields>;
  const other = { template: 'class_visit', checklist: [], offers: ['program'], asksSurvey: false } satisfies Partial<SeriesFields>;

  test('comes with each, and is part of what the series said', () => {
    for (const { set } of planned(kind).added) expect(set).toMatchObject({ ...kind, planned: kind });
    expect(planned(kind, saved(kind))).toEqual({ added: [], changed: [] });
  });

  test('reaches sessions that a series without one has planned, and a later kind those that have the first', () => {
    const first = planned(kind, saved()).changed;
    expect(first).toHaveLength(4);
    for (const { set } of first) expect(set).toMatchObject({ ...kind, planned: kind });
    for (const { set } of planned(other, saved(kind)).changed) expect(set).toMatchObject({ ...other, planned: other });
  });

  test('leaves a session that staff gave another kind, with all that came with that', () => {
    const theirs = { template: 'card_drive', checklist: list, offers: ['card'] } satisfies Partial<SessionFields>;
    const plan = planned({ ...other, title: 'Tales' }, changedBy(saved(kind), '2026-10-27', theirs));
    const { set } = plan.changed.find(({ id }) => id.endsWith('10-27')) ?? { set: {} };
    expect(Object.keys(set)).toEqual(['title', 'planned']);
  });

  test('leaves the list of a session on which something is ticked', () => {
    const begun = saved(kind).map((one) => ({ ...one, totals: { ticks: { 'charge/F1': 1 } } }));
    expect(planned(other, begun).changed).toEqual([]);
  });
});

test('a series gives its sessions all but what is one session’s own', () => {
  expect(Object.keys(template).toSorted()).toEqual(
    [
      ...['site', 'place', 'title', 'activityType', 'topic', 'format', 'targetAge', 'startsAt', 'endsAt', 'outlet', 'partners', 'staff'],
      ...['devices', 'goals', 'brings', 'template', 'checklist', 'offers', 'programs', 'asksSurvey'],
    ].toSorted(),
  );
});

test('a rule that cannot be read is a problem, not an empty schedule', () => {
  const plan = planSeries({ id: 'S1', values: { ...weekly, rule: 'FREQ=HOURLY' } }, [], { today, weeks: 4 });
  expect(plan).toMatchObject({ ok: false, problem: { code: 'input-invalid', detail: { field: 'frequency' } } });
});

test('sessions of other series and of imports are not its business', () => {
  const others = [
    ...saved().map((one) => ({ ...one, values: { ...one.values, source: one.values.source?.replace('S1', 'S2') ?? null } })),
    { id: 'X', values: { ...unknownSession, date: '2026-10-27', status: 'planned' as const, source: 'stops/york/a/b' } },
  ];
  expect(daysOf(planned({}, others))).toHaveLength(4);
  expect(planned({}, others).changed).toEqual([]);
});
