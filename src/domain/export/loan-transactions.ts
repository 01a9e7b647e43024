// Loans as the transactions a library system takes in: in the order in which they happened, a lending before its return whatever the
// clocks of two tablets said, and none without what the other side needs. Koha and Evergreen write them in their own ways below.

import { isLabel } from '../item-code.ts';
import type { LoanFields } from '../loan.ts';
import type { Loan } from '../loans.ts';

interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly barcode: string;
}

export type LoanTransaction =
  | (Moment & { readonly kind: 'checkout'; readonly card: string; readonly due: string | null })
  | (Moment & { readonly kind: 'checkin' });

export interface ToldLoan {
  readonly id: string;
  readonly lent: boolean;
  readonly returned: boolean;
}

export interface LoanFile {
  readonly transactions: readonly LoanTransaction[];
  /** What is in the file of which loan: to be marked. */
  readonly told: readonly ToldLoan[];
  /** What cannot be told to another system: no card, no label. */
  readonly leftOut: number;
}

/** What of a loan can be told to another system and has not left yet: a lending needs a card and a label, a return the label alone. */
export function isFresh({ values }: Pick<Loan, 'values'>): boolean {
  return isLabel(values.barcode) && hasNews(values);
}

/** What would be told if the item's label were known: to be entered there by hand. */
export function lacksLabel({ values }: Pick<Loan, 'values'>): boolean {
  return !isLabel(values.barcode) && values.sealed !== null && hasNews(values);
}

function hasNews({ sealed, lentAt, returnedAt, exportedLent, exportedReturned }: LoanFields): boolean {
  return (lentAt !== null && sealed !== null && exportedLent === null) || (returnedAt !== null && exportedReturned === null);
}

/** `cards` by loan. `which` 'fresh': what earlier files had is left out; a loan lent in an earlier file still brings its return. */
export function loanFile(loans: readonly Loan[], cards: ReadonlyMap<string, string>, which: 'fresh' | 'all'): LoanFile {
  const all = loans.filter(({ values }) => !values.canceled && (which === 'all' || isFresh({ values })));
  const found = all.map((loan) => ({ id: loan.id, transactions: transactionsOf(loan, cards.get(loan.id) ?? '', which) }));
  const told = found.filter(({ transactions }) => transactions.length > 0);
  return {
    transactions: told.flatMap(({ transactions }) => transactions).toSorted((a, b) => a.at - b.at),
    told: told.map(({ id, transactions }) => ({
      id,
      lent: transactions.some(({ kind }) => kind === 'checkout'),
      returned: transactions.some(({ kind }) => kind === 'checkin'),
    })),
    leftOut: found.length - told.length,
  };
}

function transactionsOf({ values }: Loan, card: string, which: 'fresh' | 'all'): readonly LoanTransaction[] {
  const { barcode, sealed, lentAt, returnedAt, due, exportedLent, exportedReturned } = values;
  // Earlier versions kept a book's ISBN here: the other system knows no item by it.
  if (!isLabel(barcode)) return [];
  const lent = lentAt === null ? null : Date.parse(lentAt);
  // A card that cannot be opened now may be another time: a return that went first would leave the lending open there for good.
  if (lent !== null && sealed !== null && card === '') return [];
  const lending: LoanTransaction[] = lent === null || card === '' ? [] : [{ kind: 'checkout', at: lent, barcode, card, due }];
  // A second later at the least: both systems sort by whole seconds.
  const at = returnedAt === null ? 0 : Math.max(Date.parse(returnedAt), (lent ?? 0) + 1_000);
  const coming: LoanTransaction[] = returnedAt === null ? [] : [{ kind: 'checkin', at, barcode }];
  return [...(which === 'all' || exportedLent === null ? lending : []), ...(which === 'all' || exportedReturned === null ? coming : [])];
}

/** Koha's offline circulation file, .koc (enqueue_koc.pl): a line a transaction, by the library's clock, tabs between. */
export function kohaFile(transactions: readonly LoanTransaction[], version: string, timeZone: string): string {
  const clock = wallClock(timeZone);
  const lines = transactions.map((one) => {
    const when = `${clock(one.at)} ${String(one.at % 1_000).padStart(3, '0')}`;
    const fields = one.kind === 'checkout' ? ['issue', one.card, one.barcode] : ['return', one.barcode];
    return [when, ...fields.map(plain)].join('\t');
  });
  return `${[['Version=1.0', 'Generator=Wayside', `GeneratorVersion=${plain(version)}`].join('\t'), ...lines].join('\n')}\n`;
}

/** Evergreen's offline transactions (offline.pl): one JSON object a line, `timestamp` in seconds; a return says its day as `backdate`. */
export function evergreenFile(transactions: readonly LoanTransaction[], timeZone: string): string {
  const clock = wallClock(timeZone);
  const lines = transactions.map((one) => {
    const always = { timestamp: Math.floor(one.at / 1_000), type: one.kind, delta: 0, barcode: one.barcode };
    if (one.kind === 'checkin') return { ...always, backdate: clock(one.at).slice(0, 10) };
    const due = one.due === null ? {} : { due_date: one.due };
    return { ...always, patron_barcode: one.card, ...due, checkout_time: new Date(one.at).toISOString() };
  });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** A tab or a line's end in a number would make two fields of it. */
function plain(field: string): string {
  return field.replace(/[\t\r\n]/g, ' ');
}

function wallClock(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}:${parts['second']}`;
  };
}
