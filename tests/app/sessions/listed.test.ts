// The list of sessions: which, in which order, and found however it is typed.

import { expect, test } from 'vitest';
import { type ListedBy, listed } from '../../../src/app/features/sessions/listed.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { SiteFields } from '../../../src/domain/places.ts';
import type { Session } from '../../../src/domain/session.ts';
import { aSession } from '../../support/facts.ts';

const today = '2026-11-02';
const cafe: SiteFields = {
  name: 'Café Ayisyen',
  type: 'market',
  address: '',
  notes: '',
  latitude: null,
  longitude: null,
  source: null,
  archived: false,
};
const siteById = new Map([['CAFE00000001', cafe]]);
const by = (parts: Partial<ListedBy>): ListedBy => ({ filter: 'all', search: '', today, siteById, text, ...parts });
const titles = (sessions: readonly Session[], parts: Partial<ListedBy>) =>
  listed(sessions, by(parts)).map((item) => (item.kind === 'day' ? item.day : item.session.values.title));

// As the store gives them: by day and start.
const left = aSession({ title: 'left open', date: '2026-10-30', status: 'open' });
const past = aSession({ title: 'past', date: '2026-11-01', status: 'closed' });
const first = aSession({ title: 'first', date: today, startsAt: '09:00' });
const second = aSession({ title: 'second', date: today, startsAt: '10:00', site: 'CAFE00000001' });
const later = aSession({ title: 'later', date: '2026-11-05', status: 'canceled' });
const sessions = [left, past, first, second, later];

test('what lies ahead goes forward by day, with what was left open before it', () => {
  expect(titles(sessions, { filter: 'ahead' })).toEqual(['2026-10-30', 'left open', today, 'first', 'second', '2026-11-05', 'later']);
});

test('what is past goes backward by day, and forward within a day', () => {
  expect(titles(sessions, { filter: 'earlier' })).toEqual(['2026-11-01', 'past', '2026-10-30', 'left open']);
  expect(titles(sessions, { filter: 'all' }).slice(2, 5)).toEqual([today, 'first', 'second']);
});

test('a status shows its own', () => {
  expect(titles(sessions, { filter: 'canceled' })).toEqual(['2026-11-05', 'later']);
  expect(titles(sessions, { filter: 'planned' })).toEqual([today, 'first', 'second']);
});

test.each(['cafe', 'CAFÉ', 'ayisyen cafe', 'second'])('“%s” finds the session at Café Ayisyen', (search) => {
  expect(titles(sessions, { search })).toEqual([today, 'second']);
});

test('a word that is nowhere finds nothing', () => {
  expect(titles(sessions, { search: 'cafe maple' })).toEqual([]);
});
