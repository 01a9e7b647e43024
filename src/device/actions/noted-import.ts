// An import that can be taken back later, too: its facts are noted as they are written, and the note goes when it is taken back.

import type { Result } from '../../domain/problem.ts';
import type { Beside } from '../store/draft.ts';
import { forgetImport, type ImportKind, noteOfImport } from '../store/imports.ts';
import { type ActionContext, newRecordId } from './capture.ts';
import { inPart, isInPart } from './capture-all.ts';

export function notedImport(context: ActionContext, kind: ImportKind) {
  const id = newRecordId(context);
  const state = { isWrittenInPart: false };
  return {
    /** `name`: what a person knows it by. A problem is `isInPart` also where it was an earlier try that wrote some. */
    writing: async <Done>(name: string, write: (beside: Beside) => Promise<Result<Done>>): Promise<Result<Done>> => {
      const written = await write(noteOfImport({ id, kind, name }));
      if (written.ok) return written;
      state.isWrittenInPart ||= isInPart(written.problem);
      return state.isWrittenInPart ? inPart(written.problem) : written;
    },
    undoing: async <Done>(undo: Promise<Result<Done>>): Promise<Result<Done>> => {
      const undone = await undo;
      if (!undone.ok) return undone;
      const forgotten = await forgetImport(context.store, id);
      if (!forgotten.ok) return inPart(forgotten.problem);
      state.isWrittenInPart = false;
      return undone;
    },
  };
}
