// Which sessions a partner may prepare applications for.

import { expect, test } from 'vitest';
import { canPrepareClass } from '../../src/domain/class-visit.ts';
import type { SessionFields } from '../../src/domain/session.ts';
import { aSession } from '../support/facts.ts';

const today = '2026-11-02';
const can = (fields: Partial<SessionFields>) => {
  const { values } = aSession({ date: '2026-11-16', topic: 'class_visit', ...fields });
  return canPrepareClass(values, today);
};

test('[S57] a class visit that is planned for today or later', () => {
  expect([can({}), can({ date: today }), can({ date: '2026-11-01' })]).toEqual([true, true, false]);
  expect([can({ status: 'open' }), can({ status: 'closed' }), can({ status: 'canceled' })]).toEqual([false, false, false]);
  expect(can({ topic: 'storytime' })).toBe(false);
});

test('[S57] not one whose sign-ups were chosen without library cards', () => {
  expect([can({ offers: ['newsletter', 'card'] }), can({ offers: ['reading_challenge'] }), can({ offers: [] })]).toEqual([
    true,
    false,
    false,
  ]);
});
