// The CSV files a library downloads: readable by its spreadsheets, harmless to them, and free of anything that names a person.

import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../../src/domain/export/csv-text.ts';
import { sessionCsv, sessionCsvName, type SessionCsvParts } from '../../../src/domain/export/session-csv.ts';
import { sessionsCsv } from '../../../src/domain/export/sessions-csv.ts';
import type { Session, SessionFields } from '../../../src/domain/session.ts';
import { aSession } from '../../support/facts.ts';

function counted(values: Partial<SessionFields> = {}): Session {
  return {
    ...aSession({
      startsAt: '10:00',
      endsAt: '11:00',
      targetAge: '0-5',
      topic: 'storytime',
      activityType: 'program_session',
      status: 'closed',
      ...values,
    }),
    id: '4K7QW2RNX8TD',
    totals: {
      heads: { '0-5': 12, '19+': 9 },
      byDevice: { TABLET00002: 8, TABLET00001: 13 },
      signUps: { card: 3 },
      handOuts: { given: 21, lent: 4 },
    },
  };
}

const parts: SessionCsvParts = {
  siteName: 'Maple Court',
  outletName: 'Bookmobile',
  partnerNames: ['Lakay Center', 'Escuela del Sol'],
  deviceNames: { TABLET00001: 'Tablet A' },
  handOuts: [
    { way: 'given', title: 'Bookmarks', count: 20, voided: false },
    { way: 'lent', title: 'Krik? Krak!', count: 4, voided: false },
    { way: 'given', title: 'Bookmarks', count: 1, voided: false },
    { way: 'given', title: 'Posters', count: 99, voided: true },
  ],
  kitsPickedUp: [
    { title: 'Slime kit', count: 4 },
    { title: 'Seed kit', count: 3 },
  ],
};

const cellsOf = (csv: string) => Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { newline: '\r\n', skipEmptyLines: true }).data;

describe('one session', () => {
  test('is a file of sections, with every number the screen shows', () => {
    const rows = cellsOf(sessionCsv(counted({ notes: 'Rain.\nMoved indoors, "quickly".' }), parts));
    expect(rows[0]).toEqual(['section', 'name', 'detail', 'value']);
    const section = (section: string) => rows.filter(([name]) => name === section).map((row) => row.slice(1));
    expect(Object.fromEntries(section('session').map(([name, , value]) => [name, value]))).toMatchObject({
      session_id: '4K7QW2RNX8TD',
      date: '2026-11-02',
      starts_at: '10:00',
      opened_at: '',
      activity_type: 'program_session',
      target_age: '0-5',
      site: 'Maple Court',
      outlet: 'Bookmobile',
    });
    expect(
      section('session')
        .filter(([name]) => name === 'partner')
        .map(([, , value]) => value),
    ).toEqual(parts.partnerNames);
    expect(section('attendance')).toEqual([['total', '', '21']]);
    expect(section('attendance_by_band')).toEqual([
      ['0-5', '', '12'],
      ['6-11', '', '0'],
      ['12-18', '', '0'],
      ['19+', '', '9'],
      ['general', '', '0'],
    ]);
    expect(section('attendance_by_device')).toEqual([
      ['Tablet A', 'TABLET00001', '13'],
      ['TABLET00002', 'TABLET00002', '8'],
    ]);
    expect(section('sign_ups')).toContainEqual(['card', '', '3']);
    expect(section('checked_in')).toEqual([['total', '', '0']]);
    expect(section('hand_outs')).toEqual([
      ['total', '', '25'],
      ['given', '', '21'],
      ['lent', '', '4'],
      ['returned', '', '0'],
      ['shown', '', '0'],
    ]);
    expect(section('hand_outs_by_title')).toEqual([
      ['Bookmarks', 'given', '21'],
      ['Krik? Krak!', 'lent', '4'],
    ]);
    expect(section('kits_picked_up')).toEqual([['total', '', '7']]);
    expect(section('kits_picked_up_by_title')).toEqual([
      ['Seed kit', '', '3'],
      ['Slime kit', '', '4'],
    ]);
    expect(section('notes')).toEqual([['', '', 'Rain.\nMoved indoors, "quickly".']]);
  });

  test('has a file name that every system takes', () => {
    expect(sessionCsvName(counted(), 'Lakay Kréyòl / #2')).toBe('session-2026-11-02-lakay-kreyol-2-4K7QW2RNX8TD.csv');
    expect(sessionCsvName(counted(), '図書館')).toBe('session-2026-11-02-4K7QW2RNX8TD.csv');
    expect(sessionCsvName(counted({ place: 'Plaza Núñez' }), '')).toBe('session-2026-11-02-plaza-nunez-4K7QW2RNX8TD.csv');
  });
});

test('a checklist and a survey are told in figures; a share of too few is left out', () => {
  const session: Session = {
    ...counted({ template: 'storytime', checklist: [{ id: 'count', phase: 'during', text: '' }] }),
    totals: { ...counted().totals, ticks: { 'count/f1': 1 }, survey: { answers: 6, 'knowledge/5': 5, 'awareness/4': 2 } },
  };
  const rows = cellsOf(sessionCsv(session, parts)).filter(([section]) => section === 'checklist' || section === 'survey');
  expect(rows).toEqual([
    ['checklist', 'template', '', 'storytime'],
    ['checklist', 'items', '', '1'],
    ['checklist', 'done', '', '1'],
    ['survey', 'answers', '', '6'],
    ['survey', 'knowledge', 'answers', '5'],
    ['survey', 'knowledge', 'agree', '5'],
    ['survey', 'awareness', 'answers', '2'],
    ['survey', 'awareness', 'agree', ''],
  ]);
});

test('many sessions are one row each, in the field’s own words', () => {
  const rows = [
    {
      ...{ session: counted(), siteName: 'Maple Court', outletName: 'Bookmobile', partnerNames: parts.partnerNames },
      ...{ kitsPickedUp: 7, serviceArea: 'early_childhood_literacy' },
    },
    {
      ...{ session: counted({ format: 'virtual_live', place: 'Online' }), siteName: '', outletName: '', partnerNames: [] },
      ...{ kitsPickedUp: 0, serviceArea: null },
    },
  ];
  const [header = [], ...data] = cellsOf(sessionsCsv(rows));
  const [one, two] = data.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at]])));
  expect(one).toEqual({
    session_id: '4K7QW2RNX8TD',
    date: '2026-11-02',
    starts_at: '10:00',
    ends_at: '11:00',
    opened_at: '',
    closed_at: '',
    status: 'closed',
    activity_type: 'program_session',
    topic: 'storytime',
    format: 'in_person_offsite',
    target_age: '0-5',
    classification: 'confirmed',
    title: 'Storytime at Maple Court',
    site: 'Maple Court',
    outlet: 'Bookmobile',
    partners: 'Lakay Center; Escuela del Sol',
    attendance: '21',
    attendance_virtual: '0',
    attendance_0_5: '12',
    attendance_6_11: '0',
    attendance_12_18: '0',
    attendance_19_up: '9',
    attendance_general: '0',
    card_applications: '3',
    program_signups: '0',
    newsletter_signups: '0',
    reading_challenge_signups: '0',
    volunteering_signups: '0',
    checked_in: '0',
    items_circulated: '4',
    items_returned: '0',
    resources_given: '21',
    resources_shown: '0',
    kits_picked_up: '7',
    service_area: 'early_childhood_literacy',
    survey_answers: '0',
    notes: '',
  });
  expect(two).toMatchObject({ site: 'Online', attendance: '21', attendance_virtual: '21' });
});

describe('a file', () => {
  test('begins with the mark of UTF-8 and ends its lines with CRLF', () => {
    expect(
      csvText(
        ['a', 'b'],
        [
          ['é', 1],
          [null, 'x'],
        ],
      ),
    ).toBe('\ufeffa,b\r\né,1\r\n,x\r\n');
  });

  test.each(['=1+1', '+1 305', '-x', '@SUM(A1)', '\t=1', '  =1', '\n=1', '|calc'])(
    'disarms a cell that a spreadsheet would run: %j',
    (cell) => {
      const [, [written = ''] = []] = cellsOf(csvText(['a'], [[cell]]));
      expect(written).toBe(`'${cell}`);
    },
  );

  test('leaves numbers below zero numbers', () => {
    expect(cellsOf(csvText(['a'], [[-3]]))[1]).toEqual(['-3']);
  });
});
