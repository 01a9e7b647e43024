// Loans as files for Koha and Evergreen: in order, each once, nothing that the other side could not take.

import { describe, expect, test } from 'vitest';
import {
  evergreenFile,
  isFresh,
  kohaFile,
  lacksLabel,
  type LoanTransaction,
  loanFile,
} from '../../../src/domain/export/loan-transactions.ts';
import type { LoanFields } from '../../../src/domain/loan.ts';
import { type Loan, loansIn } from '../../../src/domain/loans.ts';

const sealed = { key: 'KEY', enc: 'AAAA', box: 'AAAA' };
const mark = { at: '2026-11-03T12:00:00.000Z', staff: null, format: 'koha' } as const;

function aLoan(id: string, values: Partial<LoanFields>): Loan {
  const nothing = { resource: null, site: null, sealed: null, session: null, due: null, returnedAt: null, returnedOn: null } as const;
  const all = { ...nothing, title: 'Atlas', barcode: '30234000517861', count: 1, to: 'card', lentAt: null, canceled: false } as const;
  const shown: LoanFields = { ...all, exportedLent: null, exportedReturned: null, ...values };
  const open = shown.lentAt !== null && shown.returnedAt === null && !shown.canceled;
  return { id, parts: [], values: shown, open, sealedIn: null, cameBackAs: null };
}

// 2026-11-01 is the day on which clocks in New York go back: 1:30 is there twice.
const summer = aLoan('A', { sealed, lentAt: '2026-11-01T05:30:00.250Z', due: '2026-11-22' });
const back = aLoan('B', {
  sealed,
  barcode: '33191000105864',
  lentAt: '2026-11-02T15:00:00.000Z',
  returnedAt: '2026-11-02T14:00:00.000Z',
  due: '2026-11-23',
});
const cards = new Map([
  ['A', '22390000027895'],
  ['B', '22390000027903'],
]);
const zone = 'America/New_York';

test('Koha: one line a transaction, by the library’s clock, a lending before its return whatever two clocks said', () => {
  const { transactions } = loanFile([back, summer], cards, 'fresh');
  expect(kohaFile(transactions, '1.2', zone).split('\n')).toEqual([
    'Version=1.0\tGenerator=Wayside\tGeneratorVersion=1.2',
    '2026-11-01 01:30:00 250\tissue\t22390000027895\t30234000517861',
    '2026-11-02 10:00:00 000\tissue\t22390000027903\t33191000105864',
    '2026-11-02 10:00:01 000\treturn\t33191000105864',
    '',
  ]);
});

test('Evergreen: one object a line, seconds, the day due and the day of return', () => {
  const { transactions } = loanFile([summer, back], cards, 'fresh');
  const lines = evergreenFile(transactions, zone)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    {
      timestamp: Date.parse('2026-11-01T05:30:00Z') / 1_000,
      type: 'checkout',
      delta: 0,
      barcode: '30234000517861',
      patron_barcode: '22390000027895',
      due_date: '2026-11-22',
      checkout_time: '2026-11-01T05:30:00.250Z',
    },
    expect.objectContaining({ type: 'checkout', barcode: '33191000105864' }),
    { timestamp: Date.parse('2026-11-02T15:00:01Z') / 1_000, type: 'checkin', delta: 0, barcode: '33191000105864', backdate: '2026-11-02' },
  ]);
});

test('a second file has only what is new; all again is all again; what has no card or label is counted and left out', () => {
  const lentBefore = aLoan('A', { ...summer.values, exportedLent: mark, returnedAt: '2026-11-04T15:00:00.000Z' });
  const done = aLoan('B', { ...back.values, exportedLent: mark, exportedReturned: mark });
  const deposit = aLoan('C', { to: 'site', lentAt: '2026-11-02T15:00:00.000Z' });
  const unlabelled = aLoan('D', { barcode: '', lentAt: '2026-11-02T15:00:00.000Z' });
  const returnAlone = aLoan('E', { barcode: '30234000599999', returnedAt: '2026-11-02T16:00:00.000Z' });
  const never = aLoan('F', { lentAt: '2026-11-02T15:00:00.000Z', canceled: true });
  const onTrust = aLoan('G', { to: 'person', lentAt: '2026-11-02T15:00:00.000Z', returnedAt: '2026-11-02T17:00:00.000Z' });
  const unreadable = aLoan('H', { sealed, lentAt: '2026-11-02T15:00:00.000Z', returnedAt: '2026-11-02T17:00:00.000Z' });
  const loans = [lentBefore, done, deposit, unlabelled, returnAlone, never, onTrust, unreadable];
  expect(loans.map(isFresh)).toEqual([true, false, false, false, true, false, true, true]);
  const file = loanFile(loans, cards, 'fresh');
  expect(file.told).toEqual([
    { id: 'A', lent: false, returned: true },
    { id: 'E', lent: false, returned: true },
    { id: 'G', lent: false, returned: true },
  ]);
  expect(file.leftOut).toBe(1);
  expect(loanFile(loans, cards, 'all')).toMatchObject({ leftOut: 3, transactions: { length: 6 } });
  // What is in a file is new no more: the count comes to nothing.
  const marked = loans.map((loan) => {
    const told = file.told.find(({ id }) => id === loan.id);
    return told === undefined ? loan : aLoan(loan.id, { ...loan.values, ...(told.returned ? { exportedReturned: mark } : {}) });
  });
  expect(marked.filter(isFresh).map(({ id }) => id)).toEqual(['H']);
});

test('a loan by a title’s number, as earlier versions wrote it, is in no file: it is named, as one without a label is', () => {
  const byIsbn = aLoan('A', { ...back.values, barcode: '9780306406157' });
  const byNothing = aLoan('B', { ...summer.values, barcode: '' });
  const deposit = aLoan('C', { to: 'site', barcode: '', lentAt: '2026-11-02T15:00:00.000Z' });
  expect([byIsbn, byNothing, deposit, back].map(isFresh)).toEqual([false, false, false, true]);
  expect([byIsbn, byNothing, deposit, back].map(lacksLabel)).toEqual([true, true, false, false]);
  const all = new Map([...cards, ['A', '22390000027895']]);
  expect(loanFile([byIsbn, byNothing], all, 'all')).toEqual({ transactions: [], told: [], leftOut: 2, waiting: 0 });
});

test('a tab in a typed number does not make two fields of it', () => {
  const { transactions } = loanFile([summer], new Map([['A', '12\t34']]), 'all');
  expect(kohaFile(transactions, '1', zone)).toContain('issue\t12 34\t');
});

describe('loans of one label, told by tablets whose clocks do not agree', () => {
  const at = (time: string) => `2026-11-02T${time}.000Z`;
  const lentAt = (id: string, time: string, values: Partial<LoanFields> = {}) => aLoan(id, { sealed, lentAt: at(time), ...values });
  const cardOf = new Map(['A', 'B', 'C'].map((id) => [id, `card ${id}`]));
  const told = (transactions: readonly LoanTransaction[]) =>
    transactions.map((one) => `${new Date(one.at).toISOString().slice(11, 19)} ${one.kind === 'checkout' ? one.card : 'return'}`);
  const inFile = (...loans: readonly Loan[]) => told(loanFile(loans, cardOf, 'fresh').transactions);

  test('a return whose tablet runs ahead stands before the next lending, which keeps its time', () => {
    const a = lentAt('A', '09:00:00', { returnedAt: at('10:10:00') });
    const b = lentAt('B', '10:05:00', { due: '2026-11-23' });
    const expected = ['09:00:00 card A', '10:04:59 return', '10:05:00 card B'];
    expect(inFile(a, b)).toEqual(expected);
    expect(inFile(b, a)).toEqual(expected);
    const lines = kohaFile(loanFile([b, a], cardOf, 'fresh').transactions, '1', zone)
      .trimEnd()
      .split('\n')
      .slice(1);
    expect(lines.map((line) => line.split('\t')[1])).toEqual(['issue', 'return', 'issue']);
    expect(lines).toEqual(lines.toSorted());
    const seconds = evergreenFile(loanFile([b, a], cardOf, 'fresh').transactions, zone).match(/(?<="timestamp":)\d+/g) ?? [];
    expect(new Set(seconds).size).toBe(3);
  });

  test('a return that nobody has tied to its lending yet is the return of that one', () => {
    const records = [lentAt('A', '09:00:00'), aLoan('R', { returnedAt: at('10:10:00') }), lentAt('B', '10:05:00')].map(
      ({ id, values }) => ({
        id,
        fields: Object.fromEntries(
          Object.entries(values).map(([field, value]) => [
            field,
            { current: { value, fact: `${id}-${field}`, base: null, seq: 1 }, pending: [] },
          ]),
        ),
        overwritten: [],
      }),
    );
    expect(inFile(...loansIn(records))).toEqual(['09:00:00 card A', '10:04:59 return', '10:05:00 card B']);
  });

  test('three of them are one after the other, never two within a second', () => {
    const a = lentAt('A', '09:00:00', { returnedAt: at('12:00:00') });
    const b = lentAt('B', '09:00:01', { returnedAt: at('08:00:00') });
    const c = lentAt('C', '09:00:02');
    expect(inFile(c, b, a)).toEqual(['09:00:00 card A', '09:00:01 return', '09:00:02 card B', '09:00:03 return', '09:00:04 card C']);
  });

  test('one return that ended two loans ends each in its turn', () => {
    const a = lentAt('A', '09:00:00', { returnedAt: at('14:00:00') });
    const b = lentAt('B', '12:00:00', { returnedAt: at('14:00:00') });
    expect(inFile(b, a)).toEqual(['09:00:00 card A', '11:59:59 return', '12:00:00 card B', '14:00:00 return']);
  });

  test('what is still out was lent after what had come back by then, whatever the clock of the other lending said', () => {
    const a = lentAt('A', '09:10:00', { returnedAt: at('09:02:00') });
    expect(inFile(lentAt('B', '09:05:00'), a)).toEqual(['09:10:00 card A', '09:10:01 return', '09:10:02 card B']);
  });

  // Koha ends the first by the second; Evergreen puts the second on its list of exceptions.
  test('lent again with no return seen: both lendings, in their order, and no return that nobody told', () => {
    expect(inFile(lentAt('B', '12:00:00', { returnedAt: at('14:00:00') }), lentAt('A', '09:00:00'))).toEqual([
      '09:00:00 card A',
      '12:00:00 card B',
      '14:00:00 return',
    ]);
    expect(inFile(lentAt('B', '12:00:00'), lentAt('A', '09:00:00'))).toEqual(['09:00:00 card A', '12:00:00 card B']);
  });

  test('what is heard of late does not end a loan that left in an earlier file: it waits until that one is back', () => {
    const returned = lentAt('A', '09:00:00', { exportedLent: mark, returnedAt: at('10:10:00') });
    const unheard = lentAt('C', '07:00:00', { returnedAt: at('08:00:00') });
    const out = lentAt('B', '10:05:00', { exportedLent: mark });
    expect(loanFile([returned, unheard, out], cardOf, 'fresh')).toEqual({ transactions: [], told: [], leftOut: 0, waiting: 2 });
    const back = lentAt('B', '10:05:00', { exportedLent: mark, returnedAt: at('15:00:00') });
    const file = loanFile([returned, unheard, back], cardOf, 'fresh');
    expect(told(file.transactions)).toEqual(['07:00:00 card C', '08:00:00 return', '10:04:59 return', '15:00:00 return']);
    expect(file.waiting).toBe(0);
    expect(loanFile([returned, unheard, out], cardOf, 'all')).toMatchObject({ transactions: { length: 5 }, waiting: 0 });
  });
});
