// Codes on things: one spelling for each, and check digits that warn.

import { expect, test } from 'vitest';
import { ean13Fits, isbn10Fits, isLabel, looksLikeCard, looksLikeItem, looksMistyped, readItemCode } from '../../src/domain/item-code.ts';

test('an ISBN of 10 digits is found by its 13, hyphens or not; only 978 has one', () => {
  for (const [ten, thirteen] of [
    ['0306406152', '9780306406157'],
    ['0-8044-2957-X', '9780804429573'],
    ['0439023483', '9780439023481'],
  ] as const)
    expect(readItemCode(ten)).toEqual({ code: thirteen, kind: 'isbn', fits: true });
  expect(readItemCode('979-8-6024-7700-9')).toEqual({ code: '9798602477009', kind: 'isbn', fits: true });
  expect([isbn10Fits('0306406153'), isbn10Fits('030640615X'), ean13Fits('9780306406158')]).toEqual([false, false, false]);
});

test('a magazine, sheet music and shop goods are codes like others; UPC-A with or without its zero is one', () => {
  expect(readItemCode('9771234567003').kind).toBe('issn');
  expect(readItemCode('9790060115615').kind).toBe('ean');
  expect(readItemCode('036000291452')).toEqual({ code: '036000291452', kind: 'upc', fits: true });
  expect(readItemCode('0036000291452')).toEqual(readItemCode('036000291452'));
});

test('a library label keeps its digits; what its reader sends around them goes; a wrong check digit only warns', () => {
  for (const good of ['30234000517861', '33191000105864', '22390000027895', 'A30234000517861B', '*30234000517861*'])
    expect(readItemCode(good)).toMatchObject({ kind: 'label', fits: true });
  for (const wrong of ['22222123456789', '35555000012349', '22390000027896']) expect(looksMistyped(wrong)).toBe(true);
  expect(readItemCode(' t 1234 ')).toEqual({ code: 'T 1234', kind: 'label', fits: null });
  expect(readItemCode('')).toEqual({ code: '', kind: 'label', fits: null });
});

test('what is the same on every copy is no label of a library, whatever its spelling; a label of 12 digits is one', () => {
  for (const title of ['0-306-40615-2', '9780306406157', '9780306406158', '9771234567003', '036000291452', '0036000291452', ''])
    expect(isLabel(title), title).toBe(false);
  for (const label of ['30234000517861', '22222123456789', 'T 1234', '036000291453']) expect(isLabel(label), label).toBe(true);
});

test('a card’s number begins with 2, an item’s label with 3; ten digits may be any library’s card, though they fit an ISBN', () => {
  for (const item of ['30234000517861', '30234000517862', '9780306406157', '036000291452', '9771234567003'])
    expect([looksLikeItem(item), looksLikeCard(item)], item).toEqual([true, false]);
  for (const other of ['21234000000018', '2', '3', '0306406152', '036000291453', '9780306406158', 'T3023400051786', ''])
    expect(looksLikeItem(other), other).toBe(false);
});
