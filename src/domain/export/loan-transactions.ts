// Loans as the transactions a library system takes in: in the order in which they happened, none without what the other side needs. A
// label is on one thing, so that of two loans of it one was back before the other began, whatever the clocks of two tablets said: a return
// that stood after the next lending would end that one there. Koha and Evergreen write them in their own ways below.

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
  /** Loans that would end a later one there: they are told once that one is back. */
  readonly waiting: number;
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

/**
 * `loans` are all that are known, `cards` by loan. `which` 'fresh': what earlier files had is left out; a loan lent in an earlier file still
 * brings its return.
 */
export function loanFile(loans: readonly Loan[], cards: ReadonlyMap<string, string>, which: 'fresh' | 'all'): LoanFile {
  const known = loans.filter(({ values }) => !values.canceled);
  const moments = momentsOf(known);
  const chosen = known.filter((loan) => which === 'all' || isFresh(loan));
  const now = chosen.filter(({ id }) => which === 'all' || moments.get(id)?.waits !== true);
  const found = now.map((loan) => ({
    id: loan.id,
    transactions: transactionsOf(loan, cards.get(loan.id) ?? '', which, moments.get(loan.id)),
  }));
  const told = found.filter(({ transactions }) => transactions.length > 0);
  return {
    transactions: told.flatMap(({ transactions }) => transactions).toSorted((a, b) => a.at - b.at),
    told: told.map(({ id, transactions }) => ({
      id,
      lent: transactions.some(({ kind }) => kind === 'checkout'),
      returned: transactions.some(({ kind }) => kind === 'checkin'),
    })),
    leftOut: found.length - told.length,
    waiting: chosen.length - now.length,
  };
}

/** When a thing went out and came back, as it is told. Milliseconds since 1970; null: not that is known. */
interface Moments {
  readonly lent: number | null;
  readonly back: number | null;
  /** A later loan of the label left in an earlier file and is still out. */
  readonly waits: boolean;
}

/** Both systems sort by whole seconds. */
const apart = 1_000;

function momentsOf(loans: readonly Loan[]): ReadonlyMap<string, Moments> {
  const byId = new Map(loans.map((loan) => [loan.id, loan]));
  const ends = new Set(loans.map(({ cameBackAs }) => cameBackAs));
  const byBarcode = new Map<string, Outing[]>();
  for (const loan of loans) {
    if (ends.has(loan.id) || !isLabel(loan.values.barcode)) continue;
    const back = byId.get(loan.cameBackAs ?? '') ?? loan;
    const outing = { loan, back, lentAt: timeOf(loan.values.lentAt), backAt: timeOf(back.values.returnedAt) };
    byBarcode.set(loan.values.barcode, [...(byBarcode.get(loan.values.barcode) ?? []), outing]);
  }
  return new Map([...byBarcode.values()].flatMap(chained));
}

/** One time that a thing was out. `back`: the loan itself, or the return that nobody has tied to it. */
interface Outing {
  readonly loan: Loan;
  readonly back: Loan;
  readonly lentAt: number | null;
  readonly backAt: number | null;
}

/** Lendings keep their times where they can, since days due are counted from them; a return gives way to the lending after it. */
function chained(outings: readonly Outing[]): readonly (readonly [string, Moments])[] {
  const order = outings.map((one) => ({ ...one, began: beganAt(one, outings) })).toSorted((a, b) => a.began - b.began);
  const out = order.findLastIndex(({ loan }) => loan.open && loan.values.exportedLent !== null);
  let earliest = Number.NEGATIVE_INFINITY;
  return order.flatMap(({ loan, back, lentAt, backAt }, at) => {
    const waits = at < out;
    const lent = lentAt === null ? null : Math.max(lentAt, earliest);
    if (lent !== null) earliest = lent + apart;
    const next = order.slice(at + 1).find((later) => later.lentAt !== null)?.lentAt ?? Number.POSITIVE_INFINITY;
    const returned = backAt === null ? null : Math.max(Math.min(backAt, next - apart), earliest);
    if (returned !== null) earliest = returned + apart;
    const both = { lent, back: returned, waits };
    return [
      [loan.id, both],
      [back.id, both],
    ];
  });
}

/** By the clock of its lending. What is still out was lent after all that had come back by then, even if their lendings say a later time. */
function beganAt({ loan, lentAt, backAt }: Outing, outings: readonly Outing[]): number {
  const own = lentAt ?? backAt ?? 0;
  if (!loan.open) return own;
  const before = outings.flatMap((one) => (one.backAt !== null && one.backAt <= own ? [one.lentAt ?? one.backAt] : []));
  return Math.max(own, ...before.map((began) => began + 1));
}

function timeOf(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}

function transactionsOf({ values }: Loan, card: string, which: 'fresh' | 'all', moments: Moments | undefined): readonly LoanTransaction[] {
  const { barcode, sealed, lentAt, returnedAt, due, exportedLent, exportedReturned } = values;
  // Earlier versions kept a book's ISBN here: the other system knows no item by it.
  if (moments === undefined) return [];
  const lent = lentAt === null ? null : moments.lent;
  // A card that cannot be opened now may be another time: a return that went first would leave the lending open there for good.
  if (lent !== null && sealed !== null && card === '') return [];
  const lending: LoanTransaction[] = lent === null || card === '' ? [] : [{ kind: 'checkout', at: lent, barcode, card, due }];
  const back = returnedAt === null ? null : moments.back;
  const coming: LoanTransaction[] = back === null ? [] : [{ kind: 'checkin', at: back, barcode }];
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
