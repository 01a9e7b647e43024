// What an import plans: new sites and sessions, nothing the second time, and never a change of what staff edited.

import { describe, expect, test } from 'vitest';
import type { KnownRecord } from '../../../src/domain/import/collect-records.ts';
import { planTimetableImport, type PlanOptions, type TimetablePlan } from '../../../src/domain/import/plan-timetable.ts';
import { readStopTimetable } from '../../../src/domain/import/stop-timetable.ts';
import { type Template, usualTemplate } from '../../../src/domain/templates.ts';
import { aStop, timetable, type TimetableRow } from '../../support/timetable.ts';

interface Known {
  readonly sites: Map<string, KnownRecord>;
  readonly sessions: Map<string, KnownRecord>;
}

const nothing = (): Known => ({ sites: new Map(), sessions: new Map() });

function plan(rows: readonly TimetableRow[], known = nothing(), options: Partial<PlanOptions> = {}): TimetablePlan {
  const read = readStopTimetable(timetable(...rows));
  if (!read.ok) throw new Error(read.problem.code);
  let made = known.sites.size + known.sessions.size;
  const idOf = () => `ID${String(++made).padStart(4, '0')}`;
  const planned = planTimetableImport(read.value, known, {
    ...{ today: '2026-11-02', weeks: 5, outlet: 'VAN', outlets: [], kind: null, idOf },
    ...options,
  });
  if (!planned.ok) throw new Error(JSON.stringify(planned.problem));
  return planned.value;
}

/** The records as they are once the plan was carried out. */
function carriedOut({ sites, sessions }: TimetablePlan, known = nothing()): Known {
  const after = { sites: new Map(known.sites), sessions: new Map(known.sessions) };
  for (const [records, { added, changed }] of [
    [after.sites, sites],
    [after.sessions, sessions],
  ] as const) {
    for (const { id, set } of [...added, ...changed]) {
      const [source, before] = [...records].find(([, record]) => record.id === id) ?? [String(set['source']), { id, values: {} }];
      records.set(source, { id, values: { ...before.values, ...set } });
    }
  }
  return after;
}

/** As if staff had edited every record that `which` picks. */
function edited(
  records: Map<string, KnownRecord>,
  set: Record<string, unknown>,
  which: (values: KnownRecord['values']) => boolean = () => true,
) {
  for (const [source, { id, values }] of records) if (which(values)) records.set(source, { id, values: { ...values, ...set } });
}

const maple = aStop();
const oak = aStop({
  stop: 'Oak Gardens',
  route: 'B1',
  day: 'Monday',
  frequency: '',
  start: '2026-01-05',
  arrival: '13:00',
  departure: '14:00',
});

describe('an import', () => {
  test('plans a site for each stop and a session for each day of the coming weeks', () => {
    const { sites, sessions, unchanged, bad, notes, gone } = plan([maple, oak]);
    expect(sites.added.map(({ id, set }) => [id, set.name])).toEqual([
      ['ID0001', 'Little Haiti – Maple Court'],
      ['ID0004', 'Little Haiti – Oak Gardens'],
    ]);
    expect(sessions.added.map(({ set }) => [set.site, set.date, set.startsAt, set.endsAt])).toEqual([
      ['ID0001', '2026-11-12', '10:00', '10:45'],
      ['ID0001', '2026-11-26', '10:00', '10:45'],
      ...['02', '09', '16', '23', '30'].map((date) => ['ID0004', `2026-11-${date}`, '13:00', '14:00']),
    ]);
    expect({ sites: sites.changed, sessions: sessions.changed, unchanged, bad, notes, gone }).toEqual({
      sites: [],
      sessions: [],
      unchanged: 0,
      bad: [],
      notes: [],
      gone: [],
    });
    expect(sessions.added[0]?.set).toEqual({
      site: 'ID0001',
      activityType: 'bookmobile_stop',
      date: '2026-11-12',
      startsAt: '10:00',
      endsAt: '10:45',
      status: 'planned',
      outlet: 'VAN',
      source: 'stops/palmetto/little haiti/maple court/van 1/a1/th/2026-11-12',
      imported: { startsAt: '10:00', endsAt: '10:45', outlet: 'VAN', status: 'planned' },
    });
  });

  test('gives each session what a stop usually is and brings, once, and leaves its name to the site', () => {
    const kind: Template = { id: 'bookmobile_stop', values: { ...usualTemplate('bookmobile_stop'), name: 'Our stop', asksSurvey: true } };
    const first = plan([maple], nothing(), { kind });
    const { checklist, offers } = kind.values;
    for (const { set } of first.sessions.added) {
      expect(set).toMatchObject({ template: 'bookmobile_stop', activityType: 'bookmobile_stop', checklist, offers, asksSurvey: true });
      expect(set).not.toHaveProperty('title');
      expect(set['imported']).not.toHaveProperty('checklist');
    }
    const known = carriedOut(first);
    edited(known.sessions, { template: 'card_drive', checklist: [] });
    const adapted = { ...kind, values: { ...kind.values, offers: [] } };
    expect(plan([maple], known, { kind: adapted }).sessions).toEqual({ added: [], changed: [] });
  });

  test('a second time plans nothing', () => {
    const first = plan([maple, oak]);
    const again = plan([maple, oak], carriedOut(first));
    expect(again).toEqual({
      sites: { added: [], changed: [] },
      sessions: { added: [], changed: [] },
      unchanged: 9,
      bad: [],
      notes: [],
      dates: null,
      mobiles: [{ name: 'Van 1', outlet: null }],
      gone: [],
    });
  });

  test('a week later plans only the week that is new', () => {
    const known = carriedOut(plan([oak]));
    expect(plan([oak], known, { today: '2026-11-09' }).sessions.added.map(({ set }) => set.date)).toEqual(['2026-12-07']);
  });

  test('counts a start that is not on its day from the next such day, and says so', () => {
    const { sessions, notes } = plan([{ ...maple, start: '2026-10-03' }]);
    expect(notes).toEqual([{ line: 2, note: 'start-moved', day: '2026-10-08' }]);
    expect(sessions.added.map(({ set }) => set.date)).toEqual(['2026-11-05', '2026-11-19', '2026-12-03']);
  });

  test('leaves exceptions out, stops at the end, and plans nothing for a stop that ended', () => {
    expect(plan([{ ...oak, exceptions: '2026-11-09', end: '2026-11-16' }]).sessions.added.map(({ set }) => set.date)).toEqual([
      '2026-11-02',
      '2026-11-16',
    ]);
    expect(plan([{ ...oak, end: '2026-11-01' }])).toMatchObject({
      sites: { added: [] },
      sessions: { added: [] },
      notes: [{ line: 2, note: 'no-days', day: null }],
    });
  });

  test('makes the site of a stop that has no day in these weeks', () => {
    expect(plan([{ ...maple, start: '2027-01-07' }])).toMatchObject({
      sites: { added: [{}] },
      sessions: { added: [] },
      notes: [{ note: 'no-days' }],
    });
  });

  test('makes one site for all visits of a stop', () => {
    const afternoon = { ...maple, arrival: '14:00', departure: '15:00' };
    const monday = { ...maple, day: 'Monday' };
    const planned = plan([maple, afternoon, monday]);
    expect(planned.sites.added).toHaveLength(1);
    expect(new Set(planned.sessions.added.map(({ set }) => set.site))).toEqual(new Set(['ID0001']));
    expect(new Set(planned.sessions.added.map(({ set }) => set.source)).size).toBe(planned.sessions.added.length);
  });

  test('tells bad rows in the order of lines, whatever is wrong with them, and plans the others', () => {
    const planned = plan([
      { ...maple, frequency: 'FREQ=FORTNIGHTLY' },
      { ...oak, arrival: '' },
      oak,
      { ...oak, frequency: 'FREQ=WEEKLY;INTERVAL=1' },
    ]);
    expect(planned.bad).toEqual([
      { line: 2, reason: 'frequency', field: 'frequency' },
      { line: 3, reason: 'missing', field: 'arrival' },
      { line: 5, reason: 'duplicate', field: '4' },
    ]);
    expect(planned.sessions.added).toHaveLength(5);
  });
});

describe('a timetable that changed', () => {
  const later = { ...maple, arrival: '10:30', departure: '11:15', address: '14 NE 59th St' };

  test('changes what the import wrote, and then plans nothing more', () => {
    const known = carriedOut(plan([maple]));
    const changed = plan([later], known);
    expect(changed.sessions.changed.map(({ set }) => set)).toEqual(
      Array.from({ length: 2 }, () => ({
        startsAt: '10:30',
        endsAt: '11:15',
        imported: { startsAt: '10:30', endsAt: '11:15', outlet: 'VAN', status: 'planned' },
      })),
    );
    expect(changed.sites.changed).toMatchObject([{ id: 'ID0001', set: { address: '14 NE 59th St' } }]);
    expect(changed.sites.changed[0]?.set).not.toHaveProperty('name');
    expect(plan([later], carriedOut(changed, known))).toMatchObject({ sites: { changed: [] }, sessions: { changed: [] }, unchanged: 3 });
  });

  test('leaves what staff edited, field by field', () => {
    const known = carriedOut(plan([maple]));
    edited(known.sessions, { startsAt: '09:45' }, ({ date }) => date === '2026-11-12');
    edited(known.sites, { address: 'Behind the school' });
    const changed = plan([later], known);
    expect(changed.sessions.changed.map(({ set }) => [set.startsAt, set.endsAt])).toEqual([
      [undefined, '11:15'],
      ['10:30', '11:15'],
    ]);
    expect(changed.sites.changed).toEqual([]);
  });

  test('leaves sessions that have begun, happened or were canceled', () => {
    for (const status of ['open', 'closed', 'canceled']) {
      const known = carriedOut(plan([maple]));
      edited(known.sessions, { status });
      expect(plan([later], known).sessions).toEqual({ added: [], changed: [] });
    }
  });

  test('leaves records that no import wrote', () => {
    const known = carriedOut(plan([maple]));
    edited(known.sessions, { imported: undefined });
    edited(known.sites, { imported: 'nonsense' });
    const changed = plan([later], known);
    expect([changed.sites.changed, changed.sessions.changed]).toEqual([[], []]);
  });

  test('plans nothing at a site that staff archived, and says so', () => {
    const known = carriedOut(plan([maple]));
    edited(known.sites, { archived: true });
    const planned = plan([maple], known, { weeks: 20 });
    expect(planned).toMatchObject({
      sites: { added: [], changed: [] },
      sessions: { added: [] },
      notes: [{ line: 2, note: 'site-archived' }],
    });
  });

  test('names planned sessions it no longer has, and touches none', () => {
    const known = carriedOut(plan([maple, oak]));
    const gone = plan([maple], known).gone;
    expect(gone).toHaveLength(5);
    expect(plan([maple], known).sessions).toEqual({ added: [], changed: [] });
    edited(known.sessions, { status: 'canceled' }, ({ date }) => date === '2026-11-09');
    expect(plan([maple], known).gone).toHaveLength(4);
    expect(plan([aStop({ organisation: 'Elsewhere' })], known).gone).toEqual([]);
  });
});

describe('the vehicle of a stop', () => {
  const outlets = [
    { id: 'STAR', name: 'Étoile Bus' },
    { id: 'VAN', name: 'Van' },
  ];
  const starMaple = { ...maple, mobile: 'étoile  bus' };

  test('is the outlet that its row names, whatever the capitals, accents and blanks; else the one chosen', () => {
    const rows = [
      starMaple,
      { ...oak, mobile: 'ETOILE BUS' },
      aStop({ stop: 'Pine', mobile: 'Van 9' }),
      aStop({ stop: 'Elm', mobile: '' }),
    ];
    const { sites, sessions, mobiles } = plan(rows, nothing(), { outlets });
    const nameOf = new Map(sites.added.map(({ id, set }) => [id, set.name]));
    expect(Object.fromEntries(sessions.added.map(({ set }) => [nameOf.get(set.site ?? ''), set.outlet]))).toEqual({
      'Little Haiti – Maple Court': 'STAR',
      'Little Haiti – Oak Gardens': 'STAR',
      'Little Haiti – Pine': 'VAN',
      'Little Haiti – Elm': 'VAN',
    });
    expect(mobiles.map(({ outlet }) => outlet)).toEqual(['STAR', null]);
    expect(mobiles[1]?.name).toBe('Van 9');
  });

  test('is not guessed where two outlets have the name', () => {
    const { sessions, mobiles } = plan([starMaple], nothing(), { outlets: [...outlets, { id: 'TWIN', name: 'ETOILE BUS' }] });
    expect(mobiles.map(({ outlet }) => outlet)).toEqual([null]);
    expect(new Set(sessions.added.map(({ set }) => set.outlet))).toEqual(new Set(['VAN']));
  });

  test('stays what it is where something is planned already, by whatever import', () => {
    const known = carriedOut(plan([starMaple]));
    expect(plan([starMaple], known, { outlets })).toMatchObject({ sessions: { added: [], changed: [] }, unchanged: 3 });
    expect(plan([starMaple], known, { outlets, outlet: null }).sessions.changed).toEqual([]);
    const later = plan([{ ...starMaple, arrival: '10:30' }], known, { outlets });
    expect(later.sessions.changed.map(({ set }) => set)).toEqual(
      Array(2).fill({ startsAt: '10:30', imported: { startsAt: '10:30', endsAt: '10:45', outlet: 'VAN', status: 'planned' } }),
    );
  });

  test('is read anew for what was taken back', () => {
    const known = carriedOut(plan([starMaple]));
    const imported = { startsAt: '10:00', endsAt: '10:45', outlet: 'VAN', status: 'canceled' };
    edited(known.sessions, { status: 'canceled', imported });
    expect(plan([starMaple], known, { outlets }).sessions.changed.map(({ set }) => set)).toEqual(
      Array(2).fill({ outlet: 'STAR', status: 'planned', imported: { ...imported, outlet: 'STAR', status: 'planned' } }),
    );
  });
});

describe('the weeks', () => {
  test.each([0, 54, 1.5, Number.NaN])('cannot be %s', (weeks) => {
    const read = readStopTimetable(timetable(maple));
    const planned =
      read.ok &&
      planTimetableImport(read.value, nothing(), { today: '2026-11-02', weeks, outlet: null, outlets: [], kind: null, idOf: () => 'ID' });
    expect(planned).toEqual({ ok: false, problem: { code: 'input-invalid', detail: { field: 'weeks' } } });
  });

  test('are fewer when they would make more sessions than a device should write at once', () => {
    const rows = Array.from({ length: 60 }, (_, at) => aStop({ stop: `Stop ${at}`, frequency: 'FREQ=DAILY' }));
    const read = readStopTimetable(timetable(...rows));
    const options = { today: '2026-11-02', outlet: null, outlets: [], kind: null, idOf: () => 'ID' };
    expect(read.ok && planTimetableImport(read.value, nothing(), { ...options, weeks: 53 })).toMatchObject({
      problem: { detail: { field: 'weeks', most: 20_000 } },
    });
    expect(read.ok && planTimetableImport(read.value, nothing(), { ...options, weeks: 4 }).ok).toBe(true);
  });
});
