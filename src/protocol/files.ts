// Files between device and server, in pieces (domain/file-pieces.ts): up by begin, piece, finish; down by ranges of bytes. A file is named by the
// SHA-256 of its bytes, so whoever has got all of them can tell. A piece is sent as it is; all other requests are JSON.

import * as v from 'valibot';
import { fileHash } from '../domain/file.ts';

/** As the server's routes are written; the functions below fill them in. */
export const filePaths = {
  begin: '/api/files',
  file: '/api/files/:hash',
  piece: '/api/files/:hash/pieces/:at',
  finish: '/api/files/:hash/finish',
} as const;

export function filePath(hash: string): string {
  return `/api/files/${hash}`;
}

export function piecePath(hash: string, at: number): string {
  return `/api/files/${hash}/pieces/${at}`;
}

export function finishPath(hash: string): string {
  return `/api/files/${hash}/finish`;
}

export const pieceType = 'application/octet-stream';

export const beginFileRequest = v.looseObject({ hash: fileHash, bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) });
export type BeginFileRequest = v.InferOutput<typeof beginFileRequest>;

/** Pieces the server has, from the first on: the next to be sent. `complete`: it has all and they fit the hash. */
export const fileProgress = v.looseObject({ have: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), complete: v.boolean() });
export type FileProgress = v.InferOutput<typeof fileProgress>;
