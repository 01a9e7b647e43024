// A vehicle, a person or a device in two places at once is told, by both sessions.

import { expect, test } from 'vitest';
import { conflictsOf as conflictsWith, type Timed } from '../../src/domain/conflicts.ts';
import type { OutletFields } from '../../src/domain/places.ts';
import type { SessionFields } from '../../src/domain/session.ts';
import { aSession } from '../support/facts.ts';

const at = (id: string, startsAt: string | null, endsAt: string | null, values: Partial<SessionFields> = {}) => ({
  ...aSession({ startsAt, endsAt, outlet: 'BUS', site: `SITE-${id}`, ...values }),
  id,
});

const outletById: ReadonlyMap<string, OutletFields> = new Map([
  ['BUS', { name: 'Bookmobile 1', kind: 'bookmobile' }],
  ['MAIN', { name: 'Main branch', kind: 'branch' }],
  ['OTHER', { name: 'Van pool', kind: 'other' }],
]);
const conflictsOf = (sessions: readonly Timed[]) => conflictsWith(sessions, outletById);

test('overlapping times with one vehicle', () => {
  const found = conflictsOf([at('A', '10:00', '11:00'), at('B', '10:30', '11:30'), at('C', '11:30', '12:00')]);
  expect([...found]).toEqual([
    ['A', [{ kind: 'outlet', thing: 'BUS', session: 'B' }]],
    ['B', [{ kind: 'outlet', thing: 'BUS', session: 'A' }]],
  ]);
});

test('people and devices that are to be in two places', () => {
  const found = conflictsOf([
    at('A', '10:00', '11:00', { outlet: null, staff: ['BOB', 'ALICE'], devices: ['T1'] }),
    at('B', '10:59', '12:00', { outlet: 'OTHER', staff: ['BOB'], devices: ['T1', 'T2'] }),
  ]);
  expect(found.get('A')).toEqual([
    { kind: 'staff', thing: 'BOB', session: 'B' },
    { kind: 'device', thing: 'T1', session: 'B' },
  ]);
});

test('a long session meets a later one behind a short one', () => {
  const found = conflictsOf([at('LONG', '09:00', '17:00'), at('SHORT', '09:00', '09:30', { outlet: null }), at('LATE', '16:00', '18:00')]);
  expect([...found.keys()].toSorted()).toEqual(['LATE', 'LONG']);
});

test.each(['MAIN', 'OTHER', 'UNKNOWN'])('two teams of %s, which is no vehicle, go to two sites', (outlet) => {
  expect(conflictsOf([at('A', '10:00', '11:00', { outlet }), at('B', '10:00', '11:00', { outlet })]).size).toBe(0);
});

test.each([
  ['one ends when the other begins', at('A', '10:00', '11:00'), at('B', '11:00', '12:00')],
  ['the days differ', at('A', '10:00', '11:00'), at('B', '10:00', '11:00', { date: '2026-11-03' })],
  ['one is canceled', at('A', '10:00', '11:00'), at('B', '10:00', '11:00', { status: 'canceled' })],
  ['one has no start', at('A', '10:00', '11:00'), at('B', null, null)],
  ['the vehicle stands at one site for both', at('A', '10:00', '11:00', { site: 'S' }), at('B', '10:00', '11:00', { site: 'S' })],
])('none when %s', (_, one, other) => {
  expect(conflictsOf([one, other]).size).toBe(0);
});

test('without an end a session is where it begins', () => {
  expect(conflictsOf([at('A', '10:00', null), at('B', '09:00', '11:00')]).size).toBe(2);
  expect(conflictsOf([at('A', '10:00', null), at('B', '10:30', '11:00')]).size).toBe(0);
  expect(conflictsOf([at('A', '10:00', null), at('B', '10:00', null)]).size).toBe(2);
});
