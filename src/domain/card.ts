// Numbers of library cards. Most US cards are 14 digits (2, four of the library, eight of the card, a check digit), but many are not:
// a check digit that does not fit warns and never blocks.

import type { CardRangeFields } from './places.ts';

/** Mod 10 after Luhn (ISO/IEC 7812-1), as 14-digit library barcodes use it. False for what is no row of digits. */
export function checkDigitFits(number: string): boolean {
  return /^\d{2,}$/.test(number) && luhnDigit(number.slice(0, -1)) === number.at(-1);
}

/** What a scanner or a thumb gave, as it is stored: no blanks, no codabar start and stop letters. */
export function readCardNumber(typed: string): string {
  const plain = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return /^[A-D]\d+[A-D]$/i.test(plain) ? plain.slice(1, -1) : plain;
}

interface Run {
  readonly from: string;
  readonly to: string;
}

/** How many cards a range has. Where both ends have a fitting check digit, every card in between has its own. */
export function cardsIn(range: Run): number {
  return Math.max(0, Number(bare(range, range.to) - bare(range, range.from)) + 1);
}

/** The number at an offset from the first one. */
export function cardAt(range: Run, offset: number): string {
  const body = String(bare(range, range.from) + BigInt(offset)).padStart(range.from.length - (isChecked(range) ? 1 : 0), '0');
  return isChecked(range) ? body + luhnDigit(body) : body;
}

/** Where in the range a number is; null when it is not in it. */
export function offsetOf(range: Run, number: string): number | null {
  if (number.length !== range.from.length || !/^\d+$/.test(number)) return null;
  const offset = Number(bare(range, number) - bare(range, range.from));
  return offset >= 0 && offset < cardsIn(range) && cardAt(range, offset) === number ? offset : null;
}

/** What is wrong with a range about to be made, in the order a person mends it; a check digit that does not fit is only noted. */
export type RangeProblem = 'from-not-digits' | 'to-not-digits' | 'not-equally-long' | 'wrong-way-round' | 'too-many' | 'overlaps';

export const mostCards = 10_000;

export function rangeProblem(range: Run, others: readonly Run[]): RangeProblem | null {
  if (!/^\d{4,30}$/.test(range.from)) return 'from-not-digits';
  if (!/^\d{4,30}$/.test(range.to)) return 'to-not-digits';
  if (range.from.length !== range.to.length) return 'not-equally-long';
  if (range.from > range.to) return 'wrong-way-round';
  if (cardsIn(range) > mostCards) return 'too-many';
  return overlapping(range, others) === undefined ? null : 'overlaps';
}

/** The first of `others` that shares a number with the range. Digits equally long sort as numbers do. */
export function overlapping<Other extends Run>(range: Run, others: readonly Other[]): Other | undefined {
  return others.find(({ from, to }) => from.length === range.from.length && from <= range.to && range.from <= to);
}

/** 'fit': each card has its own check digit; 'none': neither end has one; 'one': one end has, by chance or by a slip. */
export function checkDigitsOf({ from, to }: Run): 'fit' | 'none' | 'one' {
  const [first, last] = [checkDigitFits(from), checkDigitFits(to)];
  return first && last ? 'fit' : first || last ? 'one' : 'none';
}

export interface CardStock {
  readonly all: number;
  readonly used: number;
  readonly spoiled: number;
  readonly left: number;
}

export function stockOf(range: Pile & Pick<CardRangeFields, 'spoiled'>): CardStock {
  const all = cardsIn(range);
  const taken = Math.min(range.next, all);
  const spoiled = new Set(range.spoiled.filter((offset) => offset < taken)).size;
  const outOfTurn = new Set((range.given ?? []).filter((offset) => offset >= taken && offset < all)).size;
  return { all, used: taken - spoiled + outOfTurn, spoiled, left: all - taken - outOfTurn };
}

type Pile = Run & Pick<CardRangeFields, 'next' | 'given'>;

/** Offset of the card on top of the pile, without those that were given out of turn or that `linked` says somebody has; `cardsIn`: no more. */
export function nextOf(range: Pile, linked: Iterable<string> = []): number {
  const gone = new Set([...(range.given ?? []), ...Array.from(linked, (number) => offsetOf(range, number))]);
  let offset = range.next;
  while (gone.has(offset)) offset += 1;
  return Math.min(offset, cardsIn(range));
}

/** What to change in a range whose card at `offset` was taken; null when it counts as taken already. */
export function takenAt(range: Pile, offset: number): Partial<Pick<CardRangeFields, 'next' | 'given'>> | null {
  const given = range.given ?? [];
  if (offset < range.next || given.includes(offset)) return null;
  return offset === nextOf(range) ? takenUpTo(range, offset) : { given: [...given, offset] };
}

/** Cards are taken in order, up to and with the one at `offset`. */
export function takenUpTo({ given }: Pile, offset: number): Partial<Pick<CardRangeFields, 'next' | 'given'>> {
  return { next: offset + 1, ...(given === undefined ? {} : { given: given.filter((one) => one > offset) }) };
}

function isChecked({ from, to }: Run): boolean {
  return checkDigitFits(from) && checkDigitFits(to);
}

function bare(range: Run, number: string): bigint {
  return BigInt(isChecked(range) ? number.slice(0, -1) : number);
}

function luhnDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
