// The permission table, whole: a change of a right has to be made here too, on purpose.

import { expect, test } from 'vitest';
import { type FactKind, factBodies } from '../../src/domain/fact.ts';
import { type Action, levels, may, mayCarryPreparedFact, mayPrepareFact, mayWriteFact } from '../../src/domain/may.ts';

const everywhere = ['coordinator', 'staff'];
const writers: Readonly<Record<FactKind, readonly string[]>> = {
  'library.changed': ['coordinator'],
  'outlet.changed': ['coordinator'],
  'sealing-key.changed': ['coordinator'],
  'key-wrap.changed': ['coordinator'],
  'site.changed': everywhere,
  'calendar-feed.changed': ['coordinator', 'staff'],
  'partner.changed': everywhere,
  'resource.changed': everywhere,
  'template.changed': ['coordinator'],
  'staff.changed': everywhere,
  'card-range.changed': everywhere,
  'loan.changed': everywhere,
  'device.changed': ['coordinator', 'staff', 'kiosk'],
  'series.changed': everywhere,
  'session.changed': everywhere,
  'session.planned': everywhere,
  'attendance.counted': everywhere,
  'sign-up.taken': ['coordinator', 'staff', 'kiosk'],
  'sign-up.corrected': everywhere,
  'sign-up.followed': everywhere,
  'sign-up.merged': everywhere,
  'sign-up.unmerged': everywhere,
  'sign-up.kept-apart': everywhere,
  'sign-up.counted': [], // the server's own
  'check-in.marked': everywhere,
  'checklist.ticked': everywhere,
  'survey.answered': ['coordinator', 'staff', 'kiosk'],
  'hand-out.given': everywhere,
  'hand-out.lent': everywhere,
  'hand-out.returned': everywhere,
  'hand-out.shown': everywhere,
  'fact.voided': everywhere,
};

const doers: Readonly<Record<Action, readonly string[]>> = {
  'devices.manage': ['coordinator'],
  'library.change': ['coordinator'],
  'quarantine.see': ['coordinator'],
  'import.calendar': ['coordinator', 'staff'],
  'files.add': everywhere,
  'files.see': everywhere,
  'import.stops': everywhere,
  'sign-ups.erase': ['coordinator'],
  'history.see': everywhere,
  'shared.see': ['partner'],
  'class.prepare': ['partner'],
};

test('who may write which kind of fact', () => {
  expect(Object.keys(writers).toSorted()).toEqual(Object.keys(factBodies).toSorted());
  const table = Object.fromEntries(Object.keys(writers).map((kind) => [kind, levels.filter((level) => mayWriteFact(level, kind))]));
  expect(table).toEqual(writers);
});

test('[S57] a partner may prepare sign-ups and nothing else; staff may bring them back', () => {
  const kinds = Object.keys(writers);
  const prepare = levels.flatMap((level) => kinds.filter((kind) => mayPrepareFact(level, kind)).map((kind) => [level, kind]));
  expect(prepare).toEqual([['partner', 'sign-up.taken']]);
  const carry = levels.flatMap((level) => kinds.filter((kind) => mayCarryPreparedFact(level, kind)).map((kind) => [level, kind]));
  expect(carry).toEqual([
    ['coordinator', 'sign-up.taken'],
    ['staff', 'sign-up.taken'],
  ]);
});

test('nobody may write a kind that nobody knows', () => {
  for (const level of levels) for (const kind of ['check-in.made', 'constructor', '']) expect(mayWriteFact(level, kind)).toBe(false);
});

test.each(Object.entries(doers))('who may do %s', (action, expected) => {
  const known = Object.keys(doers).find((one): one is Action => one === action);
  expect(levels.filter((level) => known !== undefined && may(level, known))).toEqual(expected);
});
