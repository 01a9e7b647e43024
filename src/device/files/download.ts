// One file from the server, from the piece that is missing on. Complete only when all of it has the right SHA-256.

import { piecesOf, pieceBytes, sizeOfPiece } from '../../domain/file-pieces.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { filePath } from '../../protocol/files.ts';
import type { KeptFile, Store } from '../store/db.ts';
import { addPiece, completeFile } from '../store/pieces.ts';
import { getBytes } from '../sync/http.ts';
import { patiently } from './patiently.ts';

/** Problems: not-found (the server has not got it yet), file-damaged, storage-full, and those of the network. */
export async function download(store: Store, { hash, bytes, have }: KeptFile): Promise<Result<null>> {
  let at = have;
  while (at < piecesOf(bytes)) {
    const from = at * pieceBytes;
    const got = await patiently(store.ports, () => getBytes(store.ports, filePath(hash), from, from + sizeOfPiece(bytes, at) - 1));
    if (!got.ok) return got;
    const added = await addPiece(store, hash, at, got.value);
    if (!added.ok) return added;
    if (added.value === null) return ok(null); // not wanted any more
    at = Math.max(at + 1, added.value.have);
  }
  return completeFile(store, hash);
}
