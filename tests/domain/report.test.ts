// A session's figures, and what is asked about before it is finished.

import { describe, expect, test } from 'vitest';
import { oddities, sessionFigures } from '../../src/domain/report.ts';
import type { Session, SessionFields, SessionTotals } from '../../src/domain/session.ts';
import { aSession } from '../support/facts.ts';

function counted(heads: SessionTotals['heads'], values: Partial<SessionFields> = {}): Session {
  const session = aSession(values);
  return { ...session, totals: { ...session.totals, heads } };
}

test('figures sum bands, kinds and ways, with zeros where nothing was said', () => {
  const session = counted({ '0-5': 3, general: -1 });
  const totals = { ...session.totals, signUps: { card: 2, volunteering: 1 }, handOuts: { given: 4, shown: 1 } };
  expect(sessionFigures({ totals })).toEqual({
    attendance: 2,
    byBand: { '0-5': 3, '6-11': 0, '12-18': 0, '19+': 0, general: -1 },
    signUps: 3,
    handOuts: 5,
  });
});

describe('odd is', () => {
  test.each<[string, Session, readonly number[], readonly string[]]>([
    ['nothing, on a usual day', counted({ '6-11': 20 }), [18, 22, 25], []],
    ['nobody', counted({}), [], ['no-attendance']],
    ['a band below zero, even when the sum is not', counted({ '6-11': 5, '0-5': -1 }), [], ['below-zero']],
    ['an end before the start', counted({ general: 1 }, { startsAt: '11:00', endsAt: '10:00' }), [], ['times-do-not-fit']],
    ['an end at the start', counted({ general: 1 }, { startsAt: '11:00', endsAt: '11:00' }), [], ['times-do-not-fit']],
    [
      'closed before it was opened',
      counted({ general: 1 }, { openedAt: '2026-11-02T15:00:00.000Z', closedAt: '2026-11-02T14:00:00.000Z' }),
      [],
      ['times-do-not-fit'],
    ],
    ['more than three times the usual', counted({ general: 61 }), [20, 20, 20], ['far-from-usual']],
    ['not exactly three times the usual', counted({ general: 60 }), [20, 20, 20], []],
    ['under a third of the usual', counted({ general: 9 }), [30, 30, 30], ['far-from-usual']],
    ['not a few heads at a small stop', counted({ general: 8 }), [2, 2, 2], []],
    ['nothing unusual where there is no habit yet', counted({ general: 99 }), [2, 2], []],
    [
      'several things at once',
      counted({}, { startsAt: '11:00', endsAt: '10:00' }),
      [30, 30, 30],
      ['no-attendance', 'times-do-not-fit', 'far-from-usual'],
    ],
  ])('%s', (_, session, usual, expected) => {
    expect(oddities(session, usual)).toEqual(expected);
  });
});
