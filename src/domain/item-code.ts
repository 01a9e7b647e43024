// Codes on things: ISBN, EAN, UPC, a library's own labels. One spelling for each, so that a book is found by either of its numbers.
// A check digit that does not fit is said and never blocks: short labels, letters and wrong digits exist in every library.

import { checkDigitFits } from './card.ts';

export type ItemCodeKind = 'isbn' | 'ean' | 'upc' | 'issn' | 'label';

export interface ItemCode {
  /** As it is stored and looked for: an ISBN always as 13 digits, a UPC-A as 12. */
  readonly code: string;
  readonly kind: ItemCodeKind;
  /** null: such codes have no check digit that we know. */
  readonly fits: boolean | null;
}

/** What a scanner or a thumb gave. '' stays ''. */
export function readItemCode(typed: string): ItemCode {
  const plain = withoutFrame(typed.normalize('NFKC').trim());
  const digits = plain.replace(/[\s-]/g, '');
  if (/^\d{9}[\dX]$/i.test(digits) && isbn10Fits(digits)) return { code: isbn13Of(digits), kind: 'isbn', fits: true };
  if (/^(978|979(?!0))\d{10}$/.test(digits)) return { code: digits, kind: 'isbn', fits: ean13Fits(digits) };
  if (/^977\d{10}$/.test(digits)) return { code: digits, kind: 'issn', fits: ean13Fits(digits) };
  // A UPC-A is an EAN-13 with a zero before it; readers send either.
  if (/^0\d{12}$/.test(digits) && ean13Fits(digits)) return { code: digits.slice(1), kind: 'upc', fits: true };
  if (/^\d{12}$/.test(digits)) return { code: digits, kind: 'upc', fits: ean13Fits(`0${digits}`) };
  if (/^\d{13}$/.test(digits)) return { code: digits, kind: 'ean', fits: ean13Fits(digits) };
  if (/^\d{14}$/.test(digits)) return { code: digits, kind: 'label', fits: checkDigitFits(digits) };
  return { code: /^[\d\s-]+$/.test(plain) ? digits : plain.toUpperCase(), kind: 'label', fits: null };
}

/** True for a code whose check digit does not fit: worth a second look. */
export function looksMistyped(typed: string): boolean {
  return readItemCode(typed).fits === false;
}

/** True for what a library puts on one copy. ISBN, ISSN, EAN and UPC are the title's, the same on every copy anywhere: no library system knows an item by them. */
export function isLabel(typed: string): boolean {
  const { code, kind, fits } = readItemCode(typed);
  if (code === '' || kind === 'isbn' || kind === 'issn') return false;
  // Labels of 12 and 13 digits exist: their last digit fits a shop's code only by chance.
  return kind === 'label' || fits === false;
}

/** True for the 14 digits of a patron's card; an item's begin with 3 (codabar's convention in libraries). */
export function looksLikeCard(typed: string): boolean {
  return /^2\d{13}$/.test(readItemCode(typed).code);
}

/** True for the 14 digits of an item's label, and for what is printed on books and goods; a card of 12 or 13 digits may be one by chance. */
export function looksLikeItem(number: string): boolean {
  return /^3\d{13}$/.test(number) || (/^\d{12,13}$/.test(number) && readItemCode(number).fits === true);
}

export function isbn10Fits(isbn: string): boolean {
  if (!/^\d{9}[\dX]$/i.test(isbn)) return false;
  const sum = [...isbn].reduce((total, sign, place) => total + (10 - place) * (sign.toUpperCase() === 'X' ? 10 : Number(sign)), 0);
  return sum % 11 === 0;
}

export function ean13Fits(ean: string): boolean {
  return /^\d{13}$/.test(ean) && eanDigit(ean.slice(0, 12)) === ean.at(-1);
}

function isbn13Of(isbn10: string): string {
  const body = `978${isbn10.slice(0, 9)}`;
  return body + eanDigit(body);
}

function eanDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Codabar's start and stop letters and code 39's stars belong to the bars, not to the number. */
function withoutFrame(code: string): string {
  return /^[A-D]\d[\d$:/.+-]*[A-D]$/i.test(code) || /^\*[^*]+\*$/.test(code) ? code.slice(1, -1) : code;
}
