// What looks wrong with the number of a card before it is given. Said, and never refused.

import { checkDigitFits, checkDigitsOf, offsetOf } from '../../domain/card.ts';
import { looksLikeItem } from '../../domain/item-code.ts';
import { useApp } from '../context.ts';
import { Notice } from '../ui/feedback/Notice.tsx';
import type { CardPiles } from './card-piles.ts';

export interface CardDoubtsProps {
  readonly number: string;
  readonly piles: CardPiles;
  /** Other sign-ups that have the card. */
  readonly others: readonly string[];
  /** What is about to be done with it. */
  readonly place: 'link' | 'sign-up';
}

export function CardDoubts({ number, piles, others, place }: CardDoubtsProps) {
  const { text } = useApp();
  const words = { ...text.cards.give, ...(place === 'sign-up' ? text.cards.atSignUp : {}) };
  return (
    <>
      {isIsbn.test(number) && <Notice tone="warning" title={words.isbn} announce />}
      {!isIsbn.test(number) && looksLikeItem(number) && !isOfPile(number, piles) && <Notice tone="warning" title={words.item} announce />}
      {isDoubtful(number, piles) && <Notice tone="warning" title={words.checkDigit} announce />}
      {piles.others.some(({ values }) => offsetOf(values, number) !== null) && <Notice tone="warning" title={words.otherPile} announce />}
      {others.length > 0 && <Notice tone="warning" title={words.twice} announce />}
    </>
  );
}

/** On the back of every book, and read by the same scanner. */
const isIsbn = /^97[89]\d{10}$/;

/** A library may number its cards as others do their items. */
function isOfPile(number: string, { all }: CardPiles): boolean {
  return all.some(({ values }) => offsetOf(values, number) !== null);
}

/** Fourteen digits have a check digit in most libraries; cards of a range that has none are right without. */
function isDoubtful(number: string, { all }: CardPiles): boolean {
  if (!/^\d{14}$/.test(number) || checkDigitFits(number)) return false;
  return !all.some(({ values }) => checkDigitsOf(values) !== 'fit' && offsetOf(values, number) !== null);
}
