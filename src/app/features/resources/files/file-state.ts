// How a file stands on this device, in words: here, on its way, held up and by what, not here.

import type { KeptFile } from '../../../../device/store/db.ts';
import { piecesOf } from '../../../../domain/file-pieces.ts';
import type { ProblemCode } from '../../../../domain/problem.ts';
import type { Text } from '../../../text/text.ts';
import type { IconName } from '../../../ui/Icon.tsx';

export interface FileState {
  readonly icon: IconName;
  readonly words: string;
  /** It can be shown. */
  readonly complete: boolean;
  /** A person may try again. */
  readonly stopped: boolean;
  /** 0 to 1 while it is on its way; null when it is not. */
  readonly part: number | null;
}

export function fileState(text: Text, pinned: boolean, kept: KeptFile | undefined): FileState {
  const words = text.files;
  if (kept?.state === 'complete') {
    const here = { complete: true, stopped: false, part: null };
    if (kept.upload === 'refused') return { ...here, icon: 'needs-attention', words: words.refused };
    if (kept.upload === null) return { ...here, icon: 'done', words: words.here };
    if (kept.problem !== null || kept.sent === 0) return { ...here, icon: 'done', stopped: kept.problem !== null, words: words.goesLater };
    const sent = kept.sent / piecesOf(kept.bytes);
    return { ...here, icon: 'upload', words: words.going(percent(sent)), part: sent };
  }
  if (!pinned) return { icon: 'offline', words: words.absent, complete: false, stopped: false, part: null };
  const part = kept === undefined ? 0 : kept.have / piecesOf(kept.bytes);
  if (kept === undefined || kept.problem === null) {
    return { icon: 'download', words: words.coming(percent(part)), complete: false, stopped: false, part };
  }
  return { icon: 'warning', words: stoppedBy(words, kept.problem, percent(part)), complete: false, stopped: true, part: null };
}

function stoppedBy(words: Text['files'], problem: ProblemCode, here: number): string {
  if (problem === 'file-room-short') return words.noBudget;
  if (problem === 'storage-full') return words.noSpace;
  if (problem === 'file-damaged') return words.damaged;
  return problem === 'not-found' ? words.notYetThere : words.waits(here);
}

/** Whole, and never 100 before all is here. */
function percent(part: number): number {
  return Math.min(99, Math.floor(part * 100));
}
