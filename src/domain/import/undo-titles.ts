// Taking an import of titles back, title by title: what it added is put away, what it changed becomes what it was. `imported` says so, so
// that importing the same file once more brings it back. What somebody has changed or used since stays.

import { type EditableRecord, plainValues } from '../record.ts';
import { importedValues, type RecordChange, type Values } from './collect-records.ts';

export interface TitleThen {
  /** As the import found it; undefined: the import added it. */
  readonly before: Values | undefined;
  /** Handed out, lent, or chosen for a kind of session, as far as this device knows. */
  readonly isUsed: boolean;
}

/** The values that take the change back, also when that was done already; null: it stays. */
export function titleTakenBack(
  { set }: RecordChange<Values>,
  now: EditableRecord | undefined,
  { before, isUsed }: TitleThen,
): Values | null {
  const values = now === undefined ? {} : plainValues(now);
  const fields = Object.keys(set);
  const back: Values =
    before === undefined
      ? { archived: true, imported: { ...importedValues(set), archived: true } }
      : Object.fromEntries(fields.map((field) => [field, before[field]]));
  if (holds(values, back)) return back;
  if (!holds(values, set)) return null;
  const isTouched = Object.keys(values).some((field) => !fields.includes(field) && !isSame(values[field], before?.[field]));
  return back['archived'] === true && (isUsed || isTouched) ? null : back;
}

function holds(values: Values, some: Values): boolean {
  return Object.entries(some).every(([field, value]) => isSame(values[field], value));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
