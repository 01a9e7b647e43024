// Are the files that a person chose to keep here really here, and what shows them? A piece of each is read from storage and compared with
// its hash; PDFs need their reader and its worker, which come after the app, and one of them is opened by these as its screen would.

import pdfReader from 'pdfjs-dist/legacy/build/pdf.min.mjs?url';
import pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { Store } from '../../../../device/store/db.ts';
import { fileBlob } from '../../../../device/store/pieces.ts';
import { type PinnedFile, pinnedFiles, pinnedState, provePinned } from '../../../../device/store/pinned-files.ts';
import { kindOfFile } from '../../../../domain/file-type.ts';
import { keptSize } from '../kept-part.ts';
import { good, type Looking, named, note, todo, type Verdict } from '../line.ts';

type Word = 'read' | 'opened' | 'none' | 'missing' | 'bad' | 'noReader' | 'notOpened';

export interface FilesSeen {
  /** Read and found right. */
  readonly read: number;
  /** Titles of those that have not come whole yet. */
  readonly missing: readonly string[];
  /** Titles of those that cannot be read, or are not what they were. */
  readonly bad: readonly string[];
  /** Titles of PDFs that are here without what shows them. */
  readonly unshown: readonly string[];
  /** The PDF whose first page was read; null: none was to be. */
  readonly opened: { readonly title: string; readonly ok: boolean } | null;
}

export function filesVerdict({ read, missing, bad, unshown, opened }: FilesSeen): Verdict<Word> {
  if (bad.length > 0) return todo('bad', { names: named(bad) });
  if (missing.length > 0) return todo('missing', { count: missing.length, names: named(missing) });
  if (unshown.length > 0) return todo('noReader', { names: named(unshown) });
  if (opened?.ok === false) return todo('notOpened', { names: opened.title });
  if (read === 0) return note('none');
  return good(opened === null ? 'read' : 'opened', { count: read });
}

export async function lookAtFiles({ device: { store }, now }: Looking, opens = isFirstPageRead): Promise<Verdict<Word>> {
  const [state, proof, all] = await Promise.all([
    pinnedState(store),
    provePinned(store, (pieces) => now % Math.max(1, pieces)),
    pinnedFiles(store),
  ]);
  const titles = (files: typeof state.missing) => files.map(({ title }) => title);
  const pdfs = all.filter(({ file, kept }) => kept?.state === 'complete' && kindOfFile(file.mime) === 'pdf');
  const unshown = pdfs.length > 0 && !(await isPdfReaderHere()) ? titles(pdfs) : [];
  // Another one each time finds more.
  const one = unshown.length > 0 ? undefined : pdfs[Math.floor(now) % Math.max(1, pdfs.length)];
  const opened = one === undefined ? null : { title: one.title, ok: await opens(store, one) };
  return filesVerdict({ read: proof.read - proof.bad.length, missing: titles(state.missing), bad: titles(proof.bad), unshown, opened });
}

/** A large one takes its time on a cheap tablet; a worker that never answers is no reader. */
const longestReading = 30_000;

function isFirstPageRead(store: Store, pdf: PinnedFile): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = store.ports.timer(longestReading, () => resolve(false));
    void readFirstPage(store, pdf)
      .catch(() => false) // what PDF.js throws at a broken page
      .then(resolve)
      .finally(cancel);
  });
}

async function readFirstPage(store: Store, { file }: PinnedFile): Promise<boolean> {
  const [blob, { openPdf }] = await Promise.all([fileBlob(store, file.hash, file.mime), import('../../../records/pdf-reader.ts')]);
  if (!blob.ok) return false;
  const pdf = await openPdf(blob.value);
  if (pdf === 'missing' || pdf === 'broken') return false;
  try {
    await pdf.parse(1);
    return true;
  } finally {
    pdf.close();
  }
}

async function isPdfReaderHere(): Promise<boolean> {
  const sizes = await Promise.all([pdfReader, pdfWorker].map((address) => keptSize((url) => url.endsWith(address))));
  return !sizes.includes(0);
}
