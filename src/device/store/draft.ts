// What an action asks to be saved: drafts of facts, decided by a plan that looks at views as they are at that moment.

import type { FactKind, RecordType } from '../../domain/fact.ts';
import type { Result } from '../../domain/problem.ts';
import { basesOf, type EditableRecord } from '../../domain/record.ts';
import type { Session } from '../../domain/session.ts';
import type { OwnFact, Store, TableName } from './db.ts';
import type { Identity } from './identity.ts';

export interface Subject {
  readonly type: RecordType;
  readonly id: string;
}

/** A fact as an action asks for it. Who gives it an id may ask twice: the second time nothing is written and the answer is the same. */
export interface Draft {
  readonly kind: FactKind;
  readonly subject: Subject;
  readonly body: Readonly<Record<string, unknown>>;
  readonly id?: string | undefined;
}

/** What a plan may look at: the views as they are in the transaction that will write. */
export interface Seen {
  readonly session: (id: string) => Session;
  readonly record: (type: RecordType, id: string) => EditableRecord | undefined;
  readonly identity: Identity;
}

export interface Capture {
  /** Subjects whose views `plan` looks at or changes. */
  readonly subjects: readonly Subject[];
  /** Subjects whose ids were made for this save: nothing can be here of them, nothing is looked up. */
  readonly newSubjects?: readonly Subject[];
  /** No drafts: nothing to do, which is a success. */
  readonly plan: (seen: Seen) => Result<readonly Draft[]>;
  readonly beside?: Beside | undefined;
}

/** What is written in the same transaction as the facts, and only with them: a device's own note of what it did. */
export interface Beside {
  readonly tables: readonly TableName[];
  readonly put: (store: Store, facts: readonly OwnFact[]) => Promise<unknown>;
}

/** The draft of an edit: only fields that differ from what is shown, with the facts that put the shown values there. Empty: no change. */
export function editOf(record: EditableRecord | undefined, subject: Subject, set: Readonly<Record<string, unknown>>): readonly Draft[] {
  const shown = (field: string) => {
    const state = record?.fields[field];
    return (state?.pending.at(-1) ?? state?.current)?.value;
  };
  const changed = Object.entries(set).filter(
    ([field, value]) => value !== undefined && JSON.stringify(shown(field)) !== JSON.stringify(value),
  );
  if (changed.length === 0) return [];
  const base = basesOf(
    record,
    changed.map(([field]) => field),
  );
  return [{ kind: `${subject.type}.changed`, subject, body: { set: Object.fromEntries(changed), base } }];
}
