// Editable records: sites, sessions, the library itself. Each field is a small register of its own.
// The later arrival at the server wins (its sequence number, never a clock); own edits that the server has not numbered yet lie on top.
// A value that loses without its winner having seen it, and differs from it, is kept in `overwritten`, for review.

import * as v from 'valibot';
import type { Fact } from './fact.ts';
import { factId } from './shapes.ts';

/** What one field holds and who put it there. `base` is the fact whose value the writer saw, null when the field was empty. */
export interface Arrival {
  readonly value: unknown;
  readonly fact: string;
  readonly base: string | null;
  /** The library's sequence number; null while the server has not receipted it. */
  readonly seq: number | null;
  /** A plan said it, not a person: nothing is lost when somebody says otherwise. */
  readonly planned?: true;
}

export interface FieldState {
  readonly current: Arrival | null;
  /** Own edits without a receipt, oldest first. */
  readonly pending: readonly Arrival[];
}

export interface Overwritten {
  readonly field: string;
  readonly lost: Arrival;
  /** The fact that won. */
  readonly by: string;
}

export interface EditableRecord {
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldState>>;
  readonly overwritten: readonly Overwritten[];
}

/** The body of every `<record>.changed` fact. `set` gives fields their new values (null empties one). */
export const changeBody = <Entries extends v.ObjectEntries>(fields: v.LooseObjectSchema<Entries, undefined>) =>
  v.looseObject({
    set: v.pipe(
      v.partial(fields),
      v.check((set) => Object.keys(set).length > 0, 'at least one field'),
    ),
    base: v.record(v.string(), v.nullable(factId)),
  });

export const looseChangeBody = v.looseObject({
  set: v.record(v.string(), v.unknown()),
  base: v.record(v.string(), v.nullable(factId)),
});

export function emptyRecord(id: string): EditableRecord {
  return { id, fields: {}, overwritten: [] };
}

/** The value a screen shows: the newest own edit, else the server's newest. */
export function fieldValue(state: FieldState | undefined): unknown {
  return state === undefined ? undefined : (state.pending.at(-1) ?? state.current)?.value;
}

/** All fields' values as a plain object, to be parsed with the record's schema. */
export function plainValues(record: EditableRecord): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record.fields).map(([field, state]) => [field, fieldValue(state)]));
}

/** As its schema has them, with `defaults` for what nobody has said. What a newer app wrote in a way this one cannot read shows its default, and stays. */
export function valuesOf<Schema extends v.LooseObjectSchema<v.ObjectEntries, undefined>>(
  record: EditableRecord,
  schema: Schema,
  defaults: v.InferOutput<Schema>,
): v.InferOutput<Schema> {
  const known: Record<string, unknown> = { ...defaults };
  for (const [field, value] of Object.entries(plainValues(record))) {
    const entry = schema.entries[field];
    if (value !== undefined && (entry === undefined || v.is(entry, value))) known[field] = value;
  }
  return v.parse(schema, known);
}

/** What a new edit of these fields must name as its base: the facts whose values are shown now. */
export function basesOf(record: EditableRecord | undefined, fields: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(
    fields.map((field) => {
      const state = own(record?.fields ?? {}, field);
      return [field, (state?.pending.at(-1) ?? state?.current)?.fact ?? null];
    }),
  );
}

/**
 * Folds one change into a record. `seq` null means: made here, not receipted yet.
 * Applying the same fact twice changes nothing; applying it again with its `seq` confirms it.
 * `stays` says which later arrivals change nothing, because what is there holds all that they mean.
 * Returns 'out-of-order' when the fact must go beneath something newer: the caller then folds the record's facts again
 * in order (sequence first, unsent last), which is the only way to the same bytes everywhere.
 */
export function applyChange(
  record: EditableRecord,
  change: Pick<Fact, 'id'> & { readonly body: v.InferOutput<typeof looseChangeBody> },
  seq: number | null,
  stays: (field: string, current: Arrival, arrival: Arrival) => boolean = never,
): EditableRecord | 'out-of-order' {
  const fields: Record<string, FieldState> = { ...record.fields };
  const overwritten = [...record.overwritten];
  for (const [field, value] of Object.entries(change.body.set)) {
    const state = own(fields, field) ?? { current: null, pending: [] };
    if (state.current?.fact === change.id || (seq !== null && state.current?.seq === seq)) continue;
    const arrival: Arrival = { value, fact: change.id, base: own(change.body.base, field) ?? null, seq };
    const waiting = state.pending.findIndex((own) => own.fact === change.id);
    if (seq === null) {
      if (waiting < 0) fields[field] = { ...state, pending: [...state.pending, arrival] };
      continue;
    }
    if (waiting > 0 || (state.current?.seq ?? 0) >= seq) return 'out-of-order';
    const pending = waiting === 0 ? state.pending.slice(1) : state.pending;
    if (state.current !== null && stays(field, state.current, arrival)) {
      fields[field] = { current: { ...state.current, seq }, pending };
      continue;
    }
    if (isUnseen(state.current, arrival)) {
      if (overwritten.length > 0 && hasLaterThan(record, seq)) return 'out-of-order'; // what was lost is listed in the server's order, too
      overwritten.push({ field, lost: state.current, by: change.id });
    }
    fields[field] = { current: arrival, pending };
  }
  return { ...record, fields, overwritten };
}

function never(): boolean {
  return false;
}

function hasLaterThan(record: EditableRecord, seq: number): boolean {
  return Object.values(record.fields).some(({ current }) => (current?.seq ?? 0) > seq);
}

/**
 * Folds what a plan proposes: it fills the fields of which nobody has said anything, and gives way to every word of a person, earlier or
 * later. Of several plans the first at the server stands, so that devices that plan the same thing apart do not plan it twice.
 */
export function applyPlan(
  record: EditableRecord,
  plan: { readonly id: string; readonly set: Readonly<Record<string, unknown>> },
  seq: number | null,
): EditableRecord | 'out-of-order' {
  const fields: Record<string, FieldState> = { ...record.fields };
  for (const [field, value] of Object.entries(plan.set)) {
    const state = own(fields, field) ?? { current: null, pending: [] };
    if (state.current?.fact === plan.id) continue;
    const arrival: Arrival = { value, fact: plan.id, base: null, seq, planned: true };
    if (seq === null) {
      if (state.current === null && state.pending.length === 0) fields[field] = { current: null, pending: [arrival] };
      continue;
    }
    if ((state.current?.seq ?? 0) >= seq) return 'out-of-order';
    const pending = state.pending.filter(({ fact }) => fact !== plan.id);
    fields[field] = { current: state.current ?? arrival, pending };
  }
  return { ...record, fields };
}

/** A person's word that the newer one did not know, and that differs from it. */
function isUnseen(current: Arrival | null, next: Arrival): current is Arrival {
  return current !== null && current.planned !== true && next.base !== current.fact && !isSame(next.value, current.value);
}

/** A field may be called 'constructor' or 'toString': what every object inherits is not a field. */
function own<Value>(map: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Two people who said the same thing have nothing to review. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
