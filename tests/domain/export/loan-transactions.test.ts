// Loans as files for Koha and Evergreen: in order, each once, nothing that the other side could not take.

import { expect, test } from 'vitest';
import { evergreenFile, isFresh, kohaFile, lacksLabel, loanFile } from '../../../src/domain/export/loan-transactions.ts';
import type { LoanFields } from '../../../src/domain/loan.ts';
import type { Loan } from '../../../src/domain/loans.ts';

const sealed = { key: 'KEY', enc: 'AAAA', box: 'AAAA' };
const mark = { at: '2026-11-03T12:00:00.000Z', staff: null, format: 'koha' } as const;

function aLoan(id: string, values: Partial<LoanFields>): Loan {
  const nothing = { resource: null, site: null, sealed: null, session: null, due: null, returnedAt: null, returnedOn: null } as const;
  const all = { ...nothing, title: 'Atlas', barcode: '30234000517861', count: 1, to: 'card', lentAt: null, canceled: false } as const;
  return {
    id,
    parts: [],
    values: { ...all, exportedLent: null, exportedReturned: null, ...values },
    open: true,
    sealedIn: null,
    cameBackAs: null,
  };
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
  expect(loanFile([byIsbn, byNothing], all, 'all')).toEqual({ transactions: [], told: [], leftOut: 2 });
});

test('a tab in a typed number does not make two fields of it', () => {
  const { transactions } = loanFile([summer], new Map([['A', '12\t34']]), 'all');
  expect(kohaFile(transactions, '1', zone)).toContain('issue\t12 34\t');
});
