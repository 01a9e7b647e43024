// An import that can be taken back later, too: its facts are noted as they are written, and the note goes when it is taken back.

import type { Result } from '../../domain/problem.ts';
import type { Beside } from '../store/draft.ts';
import { forgetImport, type ImportKind, noteOfImport } from '../store/imports.ts';
import { type ActionContext, newRecordId } from './capture.ts';
import { inPart, isInPart } from './capture-all.ts';

export interface Writing {
  readonly beside?: Beside;
  /** An earlier try has written some of it. */
  readonly goesOn?: boolean;
}

export function notedImport(context: ActionContext, kind: ImportKind) {
  const id = newRecordId(context);
  const state = { isWrittenInPart: false };
  return {
    /** `name`: what a person knows it by. */
    writing: async <Done>(name: string, write: (how: Writing) => Promise<Result<Done>>): Promise<Result<Done>> => {
      const written = await write({ beside: noteOfImport({ id, kind, name }), goesOn: state.isWrittenInPart });
      if (!written.ok && isInPart(written.problem)) state.isWrittenInPart = true;
      return written;
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
