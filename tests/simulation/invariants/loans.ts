// [I2] [I11] Loans by the observer's own arithmetic: the last word about each field, and how many things are out.

import { loansIn } from '../../../src/domain/loans.ts';
import { type EditableRecord, fieldValue } from '../../../src/domain/record.ts';
import { lastWords, type Placed, thingsOut } from '../arithmetic.ts';

/** What `shown` says of loans otherwise than their facts; null: nothing. `facts` by the id of their loan. */
export function differenceInLoans(shown: readonly EditableRecord[], facts: ReadonlyMap<string, readonly Placed[]>): string | null {
  const told = new Map(shown.map(({ id }) => [id, lastWords(facts.get(id) ?? [])]));
  for (const { id, fields } of shown) {
    const words = told.get(id) ?? new Map<string, unknown>();
    for (const field of new Set([...words.keys(), ...Object.keys(fields)])) {
      const [is, should] = [fieldValue(fields[field]), words.get(field)].map((value) => JSON.stringify(value));
      if (is !== should) return `${field} of the loan ${id} is ${is}, by its facts ${should}`;
    }
  }
  const out = thingsOut(told);
  for (const { id, open, values } of loansIn(shown)) {
    const count = open ? values.count : 0;
    if (count !== (out.get(id) ?? 0)) return `${count} of the loan ${id} are out, by its facts ${out.get(id) ?? 0}`;
  }
  return null;
}
