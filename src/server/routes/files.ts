// Files up and down. Up: begin, pieces in order, finish; half a file is seen by nobody. Down: whole or by one range of bytes (RFC 9110,
// section 14), for devices of the library only. A file is never shown by this server as a page of its own: it is an attachment in a sandbox.

import type { Context, Handler } from 'hono';
import * as v from 'valibot';
import { fileHash } from '../../domain/file.ts';
import { pieceBytes, piecesOf, sizeOfPiece } from '../../domain/file-pieces.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { beginFileRequest, type FileProgress, pieceType } from '../../protocol/files.ts';
import { problemResponse } from '../problem-response.ts';
import { readBody } from '../read-body.ts';
import type { Services } from '../services.ts';
import type { Files, StoredFile } from '../storage/storage.ts';
import { actorWho } from '../who.ts';

export function beginFile(services: Services): Handler {
  const { storage, config, now } = services;
  return async (c) => {
    const actor = await actorWho(c, services, 'files.add');
    if (!actor.ok) return problemResponse(c, actor.problem);
    const body = await readBody(c, beginFileRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    if (body.value.bytes > config.mostFileBytes) {
      return problemResponse(c, { code: 'file-too-large', detail: { most: config.mostFileBytes } });
    }
    const answer: FileProgress = await storage.files.begin(actor.value.library, body.value, new Date(now()));
    return c.json(answer);
  };
}

export function putPiece(services: Services): Handler {
  const { storage, now } = services;
  return async (c) => {
    const actor = await actorWho(c, services, 'files.add');
    if (!actor.ok) return problemResponse(c, actor.problem);
    const named = hashOf(c);
    const at = v.safeParse(place, c.req.param('at'));
    if (!named.ok || !at.success) return problemResponse(c, { code: 'not-found' });
    if (c.req.header('content-type') !== pieceType) return problemResponse(c, { code: 'request-unreadable', detail: { wants: pieceType } });
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    return progress(c, await storage.files.putPiece(actor.value.library, named.value, at.output, bytes, new Date(now())));
  };
}

export function finishFile(services: Services): Handler {
  return async (c) => {
    const actor = await actorWho(c, services, 'files.add');
    if (!actor.ok) return problemResponse(c, actor.problem);
    const named = hashOf(c);
    if (!named.ok) return problemResponse(c, named.problem);
    return progress(c, await services.storage.files.finish(actor.value.library, named.value));
  };
}

export function sendFile(services: Services): Handler {
  return async (c) => {
    const actor = await actorWho(c, services, 'files.see');
    if (!actor.ok) return problemResponse(c, actor.problem);
    const named = hashOf(c);
    const file = named.ok ? await services.storage.files.find(actor.value.library, named.value) : null;
    if (file === null) return problemResponse(c, { code: 'not-found' });
    const etag = `"${file.hash}"`;
    c.header('ETag', etag);
    c.header('Accept-Ranges', 'bytes');
    if (c.req.header('if-none-match')?.includes(etag) === true) return c.body(null, 304);
    const ifRange = c.req.header('if-range');
    const range = ifRange === undefined || ifRange === etag ? rangeOf(c.req.header('range'), file.bytes) : null;
    if (range === 'none') {
      c.header('Content-Range', `bytes */${file.bytes}`);
      return problemResponse(c, { code: 'request-invalid', detail: { field: 'range', bytes: file.bytes } }, 416);
    }
    const { from, to } = range ?? { from: 0, to: file.bytes - 1 };
    c.header('Content-Type', file.mime);
    c.header('Content-Disposition', 'attachment');
    c.header('Content-Length', String(to - from + 1));
    if (range !== null) c.header('Content-Range', `bytes ${from}-${to}/${file.bytes}`);
    const status = range === null ? 200 : 206;
    return c.req.method === 'HEAD' ? c.body(null, status) : c.body(streamOf(services.storage.files, file, from, to), status);
  };
}

const place = v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number));

function hashOf(c: Context): Result<string> {
  const read = v.safeParse(fileHash, c.req.param('hash'));
  return read.success ? ok(read.output) : failed('not-found');
}

function progress(c: Context, moved: Result<FileProgress>): Response {
  return moved.ok ? c.json(moved.value) : problemResponse(c, moved.problem);
}

/** null: all of it is asked for, or several ranges, or something that is no range; 'none': a range that the file does not have. */
function rangeOf(header: string | undefined, bytes: number): { readonly from: number; readonly to: number } | 'none' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return Number(last) === 0 ? 'none' : { from: Math.max(0, bytes - Number(last)), to: bytes - 1 };
  const from = Number(first);
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== '' && Number(last) < from) return null;
  return from >= bytes ? 'none' : { from, to };
}

/** Piece after piece as the reader takes them: a video is never in memory as a whole. */
function streamOf(files: Files, file: StoredFile, from: number, to: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const state = { at: Math.floor(from / pieceBytes) };
  return new ReadableStream({
    pull: async (controller) => {
      const start = state.at * pieceBytes;
      const piece = await files.readPiece(file, state.at);
      controller.enqueue(piece.subarray(Math.max(0, from - start), Math.min(sizeOfPiece(file.bytes, state.at), to + 1 - start)));
      state.at += 1;
      if (state.at * pieceBytes > to || state.at >= piecesOf(file.bytes)) controller.close();
    },
  });
}
