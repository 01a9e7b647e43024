// One file to the server, from the piece it lacks on. It is there for others only when the server has found its hash and its type right.

import { failed, ok, type Result } from '../../domain/problem.ts';
import { type FileProgress, fileProgress, filePaths, finishPath, piecePath } from '../../protocol/files.ts';
import type { Ports } from '../ports.ts';
import type { KeptFile, Store } from '../store/db.ts';
import { noteFile } from '../store/pieces.ts';
import { read } from '../store/read.ts';
import { post, postBytes } from '../sync/http.ts';
import { patiently } from './patiently.ts';

const refusals: readonly string[] = ['file-type-refused', 'file-too-large', 'not-allowed'];

/** Problems: file-type-refused, file-too-large, not-allowed (the server will never take it), and those of the network. */
export async function upload(store: Store, { hash, bytes }: Pick<KeptFile, 'hash' | 'bytes'>): Promise<Result<null>> {
  const moved = await send(store, hash, bytes);
  if (moved.ok) return noteFile(store, hash, { upload: null, problem: null });
  if (refusals.includes(moved.problem.code)) await noteFile(store, hash, { upload: 'refused' });
  return moved;
}

/** Asked before a file is written into a record: a server that will never take it says so at once. Unreachable: it is asked later. */
export async function isRefused(store: Store, file: Pick<KeptFile, 'hash' | 'bytes'>): Promise<Result<null>> {
  const begun = await begin(store, file);
  return !begun.ok && refusals.includes(begun.problem.code) ? begun : ok(null);
}

function begin({ ports }: Store, { hash, bytes }: Pick<KeptFile, 'hash' | 'bytes'>): Promise<Result<FileProgress>> {
  return post(ports, filePaths.begin, JSON.stringify({ hash, bytes }), fileProgress);
}

async function send(store: Store, hash: string, bytes: number): Promise<Result<null>> {
  const { ports } = store;
  let progress = await patiently(ports, () => begin(store, { hash, bytes }));
  for (;;) {
    if (!progress.ok) return progress;
    const { have, complete } = progress.value;
    if (complete) return ok(null);
    await noteFile(store, hash, { sent: have });
    const piece = await read(store, () => store.pieces.get([hash, have]));
    if (!piece.ok) return piece;
    const next = piece.value?.bytes;
    if (next === undefined) return finish(ports, hash);
    progress = await patiently(ports, () => postBytes(ports, piecePath(hash, have), next, fileProgress));
    if (progress.ok && !progress.value.complete && progress.value.have <= have) return failed('server-answer-unreadable');
  }
}

async function finish(ports: Ports, hash: string): Promise<Result<null>> {
  const finished = await patiently(ports, () => post(ports, finishPath(hash), '{}', fileProgress));
  if (!finished.ok) return finished;
  return finished.value.complete ? ok(null) : failed('server-answer-unreadable');
}
