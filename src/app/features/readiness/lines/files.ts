// Are the files that a person chose to keep here really here, and what shows them? A piece of each is read from storage and compared with
// its hash; PDFs need their reader and its worker, which come after the app.

import pdfReader from 'pdfjs-dist/legacy/build/pdf.min.mjs?url';
import pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { pinnedFiles, pinnedState, provePinned } from '../../../../device/store/pinned-files.ts';
import { kindOfFile } from '../../../../domain/file-type.ts';
import { keptSize } from '../kept-part.ts';
import { good, type Line, named, note, todo, type Verdict } from '../line.ts';

type Word = 'read' | 'none' | 'missing' | 'bad' | 'noReader';

export interface FilesSeen {
  /** Read and found right. */
  readonly read: number;
  /** Titles of those that have not come whole yet. */
  readonly missing: readonly string[];
  /** Titles of those that cannot be read, or are not what they were. */
  readonly bad: readonly string[];
  /** Titles of PDFs that are here without what shows them. */
  readonly unshown: readonly string[];
}

export function filesVerdict({ read, missing, bad, unshown }: FilesSeen): Verdict<Word> {
  if (bad.length > 0) return todo('bad', { names: named(bad) });
  if (missing.length > 0) return todo('missing', { count: missing.length, names: named(missing) });
  if (unshown.length > 0) return todo('noReader', { names: named(unshown) });
  return read === 0 ? note('none') : good('read', { count: read });
}

export const lookAtFiles: Line<Word> = async ({ device: { store }, now }) => {
  const [state, proof, all] = await Promise.all([
    pinnedState(store),
    provePinned(store, (pieces) => now % Math.max(1, pieces)),
    pinnedFiles(store),
  ]);
  const titles = (files: typeof state.missing) => files.map(({ title }) => title);
  const pdfs = all.filter(({ file, kept }) => kept?.state === 'complete' && kindOfFile(file.mime) === 'pdf');
  const unshown = pdfs.length > 0 && !(await isPdfReaderHere()) ? titles(pdfs) : [];
  return filesVerdict({ read: proof.read - proof.bad.length, missing: titles(state.missing), bad: titles(proof.bad), unshown });
};

async function isPdfReaderHere(): Promise<boolean> {
  const sizes = await Promise.all([pdfReader, pdfWorker].map((address) => keptSize((url) => url.endsWith(address))));
  return !sizes.includes(0);
}
