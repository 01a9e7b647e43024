// Are there card numbers left for families who leave with a card? A device without a range gives none, which is how most are.

import { cardRanges } from '../../../../device/store/cards.ts';
import { identity } from '../../../../device/store/identity.ts';
import { stockOf } from '../../../../domain/card.ts';
import { good, type Line, note, todo, type Verdict } from '../line.ts';

type Word = 'left' | 'few' | 'used' | 'none';

/** A card drive gives so many in an afternoon. */
const few = 20;

/** `left` of all ranges of this device; null when it has none. */
export function cardsVerdict(left: number | null): Verdict<Word> {
  if (left === null) return note('none');
  if (left <= 0) return todo('used');
  return left < few ? todo('few', { count: left }) : good('left', { count: left });
}

export const lookAtCards: Line<Word> = async ({ device: { store } }) => {
  const [ranges, who] = await Promise.all([cardRanges(store), identity(store)]);
  const own = ranges.filter(({ values }) => values.device === who?.device);
  const left = own.reduce((sum, { values }) => sum + stockOf(values).left, 0);
  return cardsVerdict(own.length === 0 ? null : left);
};
