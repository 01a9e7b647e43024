// Writing an import, and taking it back where that stopped half-way. Both go on when one goes elsewhere in the app, so nobody is asked then;
// only the page itself should stay. What was looked at and not written yet is asked about.

import { useState } from 'preact/hooks';
import { isInPart } from '../../../device/actions/capture-all.ts';
import type { Result } from '../../../domain/problem.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { useWarnBeforeUnload } from '../../records/use-warn-before-unload.ts';
import { useUnsaved } from '../../use-unsaved.ts';
import { useWork, type Work } from '../../use-work.ts';

export interface ImportWork {
  readonly applying: Work;
  readonly undoing: Work;
  readonly isTakenBack: boolean;
  /** Some of it may be written: it is finished or taken back as it was looked at, so nothing about it is to be chosen any more. */
  readonly isInPart: boolean;
  /** What a failed `apply` has written; true when it is taken back. */
  readonly takeBack: (undo: () => Promise<Result<unknown>>) => Promise<boolean>;
  /** Another file. */
  readonly clear: () => void;
}

/** `isUnsaved`: something would be written, and is not. */
export function useImportWork(isUnsaved: boolean): ImportWork {
  const applying = useWork();
  const undoing = useWork();
  const [isTakenBack, setIsTakenBack] = useState(false);
  const isWriting = applying.busy || undoing.busy;
  useUnsaved(isUnsaved && !isWriting);
  useWritingGoesOn(isWriting);

  function clear(): void {
    applying.clear();
    undoing.clear();
    setIsTakenBack(false);
  }

  return {
    applying,
    undoing,
    isTakenBack,
    isInPart: applying.problem !== undefined && isInPart(applying.problem),
    clear,
    takeBack: async (undo) => {
      if ((await undoing.run(undo)) === undefined) return false;
      clear();
      setIsTakenBack(true);
      return true;
    },
  };
}

/** The page itself should not go away meanwhile. */
export function useWritingGoesOn(isWriting: boolean): void {
  useHoldUpdates(isWriting);
  useWarnBeforeUnload(isWriting);
}
