// An import that can be taken back later, too: its facts are noted as they are written, and the note goes when it is taken back.

import type { Fact } from '../../domain/fact.ts';
import type { Result } from '../../domain/problem.ts';
import { forgetImport, type ImportKind, noteImport } from '../store/imports.ts';
import { type ActionContext, newRecordId } from './capture.ts';

/** Told of the facts of each transaction. */
export type OnWritten = (facts: readonly Fact[]) => Promise<Result<null>>;

export function notedImport(context: ActionContext, kind: ImportKind) {
  const { store } = context;
  const id = newRecordId(context);
  return {
    /** `name`: what a person knows it by. */
    noting:
      (name: string): OnWritten =>
      (facts) =>
        noteImport(store, { id, kind, name }, facts),
    undoing: async <Done>(undo: Promise<Result<Done>>): Promise<Result<Done>> => {
      const undone = await undo;
      if (!undone.ok) return undone;
      const forgotten = await forgetImport(store, id);
      return forgotten.ok ? undone : forgotten;
    },
  };
}
