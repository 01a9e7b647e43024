// Files kept on this device so that they can be shown without a network: which are wanted, which are here, and proof of it.
// For Ready to leave: `pinnedState` says how many are wanted, complete and missing; `provePinned` reads a piece of each from storage
// and compares it with its hash. Wanted are the current files of the resources a person has chosen to keep here.

import { sha256 } from '@noble/hashes/sha2.js';
import type { FileRef } from '../../domain/file.ts';
import { base64url } from '../../protocol/hash.ts';
import type { KeptFile, Store } from './db.ts';
import { resourcesAmong } from './catalogue.ts';

export interface PinnedFile {
  readonly resource: string;
  readonly title: string;
  readonly file: FileRef;
  /** undefined: nothing of it is here yet. */
  readonly kept: KeptFile | undefined;
}

/** In the order in which they were chosen, which is the order in which they come. Resources whose file was taken away are left out. */
export async function pinnedFiles(store: Store): Promise<PinnedFile[]> {
  const [chosen, files] = await Promise.all([store.pinned.toArray(), store.files.toArray()]);
  const all = await resourcesAmong(
    store,
    chosen.map(({ resource }) => resource),
  );
  const resourceById = new Map(all.map((one) => [one.id, one.values]));
  const fileByHash = new Map(files.map((one) => [one.hash, one]));
  return chosen
    .sort((a, b) => a.at - b.at)
    .flatMap(({ resource }) => {
      const values = resourceById.get(resource);
      const file = values?.file;
      if (values === undefined || file === undefined || file === null) return [];
      return [{ resource, title: values.title, file, kept: fileByHash.get(file.hash) }];
    });
}

export interface PinnedState {
  readonly wanted: number;
  readonly complete: number;
  /** Bytes of all that is wanted, and of what of it is here. */
  readonly bytes: number;
  readonly here: number;
  readonly missing: readonly PinnedFile[];
}

export async function pinnedState(store: Store): Promise<PinnedState> {
  const wanted = await pinnedFiles(store);
  const missing = wanted.filter((one) => one.kept?.state !== 'complete');
  return {
    wanted: wanted.length,
    complete: wanted.length - missing.length,
    bytes: sumOf(wanted.map(({ file }) => file.bytes)),
    here: sumOf(wanted.filter(({ kept }) => kept?.state === 'complete').map(({ file }) => file.bytes)),
    missing,
  };
}

/** What was read to prove that kept files can be read here: one piece of each. `bad` cannot be read, or are not what they were. */
export interface PinnedProof {
  readonly read: number;
  readonly bad: readonly PinnedFile[];
}

/** Reads from storage, not from memory. `at` chooses the piece of a file of so many: another one each time finds more. */
export async function provePinned(store: Store, at: (pieces: number) => number): Promise<PinnedProof> {
  const complete = (await pinnedFiles(store)).filter(({ kept }) => kept?.state === 'complete');
  const good = await Promise.all(
    complete.map(async ({ kept }) => kept !== undefined && (await isPieceGood(store, kept.hash, Math.min(at(kept.have), kept.have - 1)))),
  );
  return { read: complete.length, bad: complete.filter((_, index) => good[index] !== true) };
}

async function isPieceGood(store: Store, hash: string, at: number): Promise<boolean> {
  const piece = await store.pieces.get([hash, at]);
  return piece !== undefined && base64url(sha256(piece.bytes)) === piece.sum;
}

/** How one resource's file stands here. */
export async function fileOf(
  store: Store,
  resource: string,
  hash: string,
): Promise<{ readonly pinned: boolean; readonly kept?: KeptFile }> {
  const [pinned, kept] = await Promise.all([store.pinned.get(resource), store.files.get(hash)]);
  return { pinned: pinned !== undefined, ...(kept === undefined ? {} : { kept }) };
}

/** Until somebody chooses: a dozen picture books and a few short films. */
export const usualBudget = 500_000_000;

export async function fileBudget(store: Store): Promise<number> {
  const row = await store.meta.get('file-budget');
  return row?.key === 'file-budget' ? row.bytes : usualBudget;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
