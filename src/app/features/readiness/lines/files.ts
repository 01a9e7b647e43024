// Are the files that a person chose to keep here really here? A piece of each is read from storage and compared with its hash.

import { pinnedState, provePinned } from '../../../../device/store/pinned-files.ts';
import { good, type Line, named, note, todo, type Verdict } from '../line.ts';

type Word = 'read' | 'none' | 'missing' | 'bad';

export interface FilesSeen {
  /** Read and found right. */
  readonly read: number;
  /** Titles of those that have not come whole yet. */
  readonly missing: readonly string[];
  /** Titles of those that cannot be read, or are not what they were. */
  readonly bad: readonly string[];
}

export function filesVerdict({ read, missing, bad }: FilesSeen): Verdict<Word> {
  if (bad.length > 0) return todo('bad', { names: named(bad) });
  if (missing.length > 0) return todo('missing', { count: missing.length, names: named(missing) });
  return read === 0 ? note('none') : good('read', { count: read });
}

export const lookAtFiles: Line<Word> = async ({ device: { store }, now }) => {
  const [state, proof] = await Promise.all([pinnedState(store), provePinned(store, (pieces) => now % Math.max(1, pieces))]);
  const titles = (files: typeof state.missing) => files.map(({ title }) => title);
  return filesVerdict({ read: proof.read - proof.bad.length, missing: titles(state.missing), bad: titles(proof.bad) });
};
