// The pieces of files in the store. They go past the one door of facts (write.ts) on purpose: no save of a fact waits for a piece of a
// video, and a piece that is lost is fetched again. A file's row and its pieces change in one transaction.

import { sha256 } from '@noble/hashes/sha2.js';
import type { FileRef } from '../../domain/file.ts';
import { piecesOf, sizeOfPiece } from '../../domain/file-pieces.ts';
import { failed, ok, type ProblemCode, type Result } from '../../domain/problem.ts';
import { base64url } from '../../protocol/hash.ts';
import type { KeptFile, Store, Tables } from './db.ts';
import { read } from './read.ts';

/** Makes the row of a file of which nothing is here yet; one that is there stays as it is. */
export function beginFile(store: Store, { hash, bytes, mime, name }: FileRef, upload: KeptFile['upload']): Promise<Result<KeptFile>> {
  return change(store, async (inside) => {
    const before = await inside.files.get(hash);
    if (before !== undefined) return before;
    const file: KeptFile = {
      hash,
      bytes,
      mime,
      name,
      have: 0,
      state: 'coming',
      upload,
      sent: 0,
      problem: null,
      at: store.ports.now(),
    };
    await inside.files.add(file);
    return file;
  });
}

/** Adds the next piece. One that is here already (another tab was quicker) changes nothing. Answers the row; null when it is gone. */
export function addPiece(store: Store, hash: string, at: number, bytes: Uint8Array<ArrayBuffer>): Promise<Result<KeptFile | null>> {
  const sum = base64url(sha256(bytes));
  return change(store, async (inside) => {
    const file = await inside.files.get(hash);
    if (file === undefined || file.have !== at || bytes.length !== sizeOfPiece(file.bytes, at)) return file ?? null;
    const next: KeptFile = { ...file, have: at + 1, problem: null, at: store.ports.now() };
    await Promise.all([inside.pieces.put({ hash, at, bytes, sum }), inside.files.put(next)]);
    return next;
  });
}

/**
 * Compares all that is here with the file's hash, piece after piece from storage. Right: the file is complete. Wrong: its pieces are
 * dropped, to be fetched again. Problems: file-damaged, and storage's.
 */
export async function completeFile(store: Store, hash: string): Promise<Result<null>> {
  const file = await read(store, () => store.files.get(hash));
  if (!file.ok) return file;
  if (file.value === undefined || file.value.have < piecesOf(file.value.bytes)) return failed('file-damaged');
  const sum = sha256.create();
  for (let at = 0; at < file.value.have; at++) {
    const piece = await read(store, () => store.pieces.get([hash, at]));
    if (!piece.ok) return piece;
    if (piece.value !== undefined) sum.update(piece.value.bytes);
  }
  const fits = base64url(sum.digest()) === hash;
  const noted = await change(store, async (inside) => {
    const now = await inside.files.get(hash);
    if (now === undefined) return;
    if (fits) await inside.files.put({ ...now, state: 'complete', problem: null });
  });
  if (!noted.ok) return noted;
  if (!fits) await emptyFile(store, hash, 'file-damaged');
  return fits ? ok(null) : failed('file-damaged');
}

/** Changes what the row says; a row that is gone stays gone. */
export function noteFile(store: Store, hash: string, set: Partial<Omit<KeptFile, 'hash'>>): Promise<Result<null>> {
  return change(store, async (inside) => {
    await inside.files.update(hash, set);
    return null;
  });
}

/** Frees what the file takes; it stays wanted, and `problem` says why it is not here. */
export function emptyFile(store: Store, hash: string, problem: ProblemCode): Promise<Result<null>> {
  return change(store, async (inside) => {
    await piecesIn(inside, hash).delete();
    await inside.files.update(hash, { have: 0, state: 'coming', problem });
    return null;
  });
}

export function dropFiles(store: Store, hashes: readonly string[]): Promise<Result<null>> {
  return change(store, async (inside) => {
    for (const hash of hashes) await piecesIn(inside, hash).delete();
    await inside.files.bulkDelete([...hashes]);
    return null;
  });
}

/** The whole file, made of its pieces without holding all of them in memory. Problems: not-found, file-damaged, storage's. */
export async function fileBlob(store: Store, hash: string, mime: string): Promise<Result<Blob>> {
  const file = await read(store, () => store.files.get(hash));
  if (!file.ok) return file;
  if (file.value === undefined || file.value.state !== 'complete') return failed('not-found');
  const parts: Blob[] = [];
  for (let at = 0; at < file.value.have; at++) {
    const piece = await read(store, () => store.pieces.get([hash, at]));
    if (!piece.ok) return piece;
    if (piece.value === undefined) {
      await noteFile(store, hash, { state: 'coming', have: at });
      return failed('file-damaged');
    }
    parts.push(new Blob([piece.value.bytes]));
  }
  return ok(new Blob(parts, { type: mime }));
}

function piecesIn(store: Pick<Tables, 'pieces'>, hash: string) {
  return store.pieces.where('[hash+at]').between([hash, 0], [hash, Number.MAX_SAFE_INTEGER], true, true);
}

/** `run` is given the tables of the transaction (write.ts says why). */
function change<Value>(store: Store, run: (inside: Pick<Tables, 'files' | 'pieces'>) => Promise<Value>): Promise<Result<Value>> {
  return read(store, () =>
    store.dexie.transaction('rw', ['files', 'pieces'], (transaction) =>
      run({ files: transaction.table('files'), pieces: transaction.table('pieces') }),
    ),
  );
}
