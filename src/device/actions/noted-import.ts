// An import that can be taken back later, too: its facts are noted as they are written, and the note goes when it is taken back.

import type { Result } from '../../domain/problem.ts';
import type { Beside } from '../store/draft.ts';
import { forgetImport, type ImportKind, noteOfImport } from '../store/imports.ts';
import { type ActionContext, newRecordId } from './capture.ts';

export function notedImport(context: ActionContext, kind: ImportKind) {
  const id = newRecordId(context);
  return {
    /** `name`: what a person knows it by. */
    noting: (name: string): Beside => noteOfImport({ id, kind, name }),
    undoing: async <Done>(undo: Promise<Result<Done>>): Promise<Result<Done>> => {
      const undone = await undo;
      if (!undone.ok) return undone;
      const forgotten = await forgetImport(context.store, id);
      return forgotten.ok ? undone : forgotten;
    },
  };
}
