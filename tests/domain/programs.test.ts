// Programs on offer: typed names and planned sessions side by side, as older apps know the names alone.

import { expect, test } from 'vitest';
import { isProgram, offeredPrograms, programsToOffer } from '../../src/domain/programs.ts';
import { aSession } from '../support/facts.ts';

const club = { session: '4K7Q9XTM2BHC', name: 'Book club (Nov 12)' };

test('what is offered is read as it was said, in its order', () => {
  const offer = programsToOffer([club], ['Chess', 'Robots', 'Chess']);
  expect(offer).toEqual({ programs: [club.name, 'Chess', 'Robots'], programSessions: { [club.session]: club.name } });
  expect(offeredPrograms(offer)).toEqual({ planned: [club], typed: ['Chess', 'Robots'] });
});

test('names from before there were planned ones are typed, and so is one that another device wrote over', () => {
  expect(offeredPrograms({ programs: ['Chess'] })).toEqual({ planned: [], typed: ['Chess'] });
  expect(offeredPrograms({})).toEqual({ planned: [], typed: [] });
  expect(offeredPrograms({ programs: ['Chess'], programSessions: { [club.session]: club.name } })).toEqual({
    planned: [],
    typed: ['Chess'],
  });
});

test.each([
  [{ status: 'planned', topic: 'book_club' }, true],
  [{ status: 'planned', topic: 'other', activityType: 'program_session' }, true],
  [{ status: 'planned', topic: 'other', activityType: 'bookmobile_stop' }, false],
  [{ status: 'planned', topic: 'class_visit', activityType: 'program_session' }, false],
  [{ status: 'planned', topic: 'card_drive' }, false],
  [{ status: 'canceled', topic: 'book_club' }, false],
  [{ status: 'closed', topic: 'book_club' }, false],
] as const)('%o can be signed up for: %s', (fields, answer) => {
  expect(isProgram(aSession({ activityType: 'outreach_event', ...fields }))).toBe(answer);
});
