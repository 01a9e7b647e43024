// Loans as they stand: read from their records, with what is known of each having come back.

import * as v from 'valibot';
import { type LoanFields, loanFields } from './loan.ts';
import { type EditableRecord, plainValues } from './record.ts';
import { addDays, type Day } from './shapes.ts';

export const usualLoanDays = 21;

export interface Loan {
  readonly id: string;
  /** `count` is what is still out of it, where some came back before. */
  readonly values: LoanFields;
  /** The returns of some of it. */
  readonly parts: readonly string[];
  /** Not back, as far as is known: neither said of it, nor shown by its label having come back later. */
  readonly open: boolean;
  /** The fact in which the sealed card number travelled. */
  readonly sealedIn: string | null;
  /** The return that nobody tied to it, when there is one (see `loansIn`). */
  readonly cameBackAs: string | null;
}

const nothing: LoanFields = {
  resource: null,
  title: '?',
  barcode: '',
  count: 1,
  to: 'person',
  site: null,
  sealed: null,
  session: null,
  lentAt: null,
  due: null,
  returnedAt: null,
  returnedOn: null,
  canceled: false,
  exportedLent: null,
  exportedReturned: null,
};

/**
 * Loans from their records. A device that takes an item back without having heard of its lending writes down the return alone, as a loan
 * without a beginning; where the lending arrives later, the two are one: the item's label and the times say so, and nobody has to.
 * Some of several that came back are a loan without a beginning too, which names the loan they are part of: what two tablets take in of
 * one loan adds up.
 */
export function loansIn(records: readonly EditableRecord[]): readonly Loan[] {
  const told = records.map((record) => ({ id: record.id, values: valuesOf(record), sealedIn: sealedIn(record) }));
  const partsOf = new Map<string, typeof told>();
  for (const part of told) {
    const { partOf, canceled } = part.values;
    if (partOf != null && !canceled) partsOf.set(partOf, [...(partsOf.get(partOf) ?? []), part]);
  }
  const all = told.map((loan) => {
    const parts = partsOf.get(loan.id) ?? [];
    const rest = loan.values.count - parts.reduce((sum, { values }) => sum + values.count, 0);
    return {
      ...loan,
      values: parts.length === 0 ? loan.values : { ...loan.values, count: Math.max(1, rest) },
      parts: parts.map(({ id }) => id),
      isOut: rest > 0 && isOpen(loan),
    };
  });
  const byBarcode = new Map<string, typeof all>();
  for (const loan of all) {
    const { barcode, canceled } = loan.values;
    if (barcode !== '' && !canceled) byBarcode.set(barcode, [...(byBarcode.get(barcode) ?? []), loan]);
  }
  const cameBack = new Map<string, string>();
  for (const same of byBarcode.values()) {
    const returns = same.filter(({ values }) => values.lentAt === null && values.returnedAt !== null).sort(byTimeBack);
    if (returns.length === 0) continue;
    const open = same.filter(({ isOut }) => isOut).sort((a, b) => compare(a.values.lentAt, b.values.lentAt) || compare(a.id, b.id));
    for (const loan of open) {
      const at = returns.findIndex(({ values }) => compare(values.returnedAt, loan.values.lentAt) > 0);
      const [found] = at < 0 ? [] : returns.splice(at, 1);
      if (found !== undefined) cameBack.set(loan.id, found.id);
    }
  }
  return all.map(({ isOut, ...loan }) => {
    const cameBackAs = cameBack.get(loan.id) ?? null;
    return { ...loan, cameBackAs, open: isOut && cameBackAs === null };
  });
}

function isOpen({ values }: { readonly values: LoanFields }): boolean {
  return values.lentAt !== null && values.returnedAt === null && !values.canceled;
}

export function isOverdue({ values, open }: Loan, today: Day): boolean {
  return open && values.due !== null && values.due < today;
}

export function dueOn(today: Day, loanDays: number | undefined): Day {
  return addDays(today, loanDays ?? usualLoanDays);
}

/** A field that a newer app wrote in a way this one cannot read shows its default, and stays as it is. */
function valuesOf(record: EditableRecord): LoanFields {
  const known: Record<string, unknown> = { ...nothing };
  const entries: Readonly<Record<string, v.GenericSchema>> = loanFields.entries;
  for (const [field, value] of Object.entries(plainValues(record))) {
    const entry = entries[field];
    if (value !== undefined && (entry === undefined || v.is(entry, value))) known[field] = value;
  }
  return v.parse(loanFields, known);
}

function sealedIn({ fields }: EditableRecord): string | null {
  const state = fields['sealed'];
  return (state?.pending.at(-1) ?? state?.current)?.fact ?? null;
}

function byTimeBack(
  a: { readonly id: string; readonly values: LoanFields },
  b: { readonly id: string; readonly values: LoanFields },
): number {
  return compare(a.values.returnedAt, b.values.returnedAt) || compare(a.id, b.id);
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
