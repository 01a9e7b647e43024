// What a person does with files: gives a resource one, keeps it on this device or lets it go, says how much room files may take.
// A file chosen here is stored and checked first, and only then named in the record.

import { sha256 } from '@noble/hashes/sha2.js';
import type { FileRef } from '../../domain/file.ts';
import { pieceBytes, piecesOf, sizeOfPiece } from '../../domain/file-pieces.ts';
import { bytesForType, typeOfFile } from '../../domain/file-type.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { base64url } from '../../protocol/hash.ts';
import { moveFiles } from '../files/move.ts';
import { isRefused } from '../files/upload.ts';
import type { Store } from '../store/db.ts';
import { freeForFiles } from '../store/make-room.ts';
import { addPiece, beginFile, completeFile, dropFiles, fileBlob, noteFile } from '../store/pieces.ts';
import { read } from '../store/read.ts';
import { write } from '../store/write.ts';
import type { ActionContext } from './capture.ts';
import { placeActions } from './places.ts';

/** As much of a browser's File as is used. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  readonly slice: (from: number, to: number) => { readonly arrayBuffer: () => Promise<ArrayBuffer> };
}

/** How far reading a chosen file is, from 0 to 1. */
export type Progress = (part: number) => void;

export function pinnedFileActions(context: ActionContext) {
  const { store } = context;
  const { changeResource } = placeActions(context);
  return {
    /**
     * Stores the file here, names it in the resource and keeps it on this device; it goes to the server by itself.
     * Problems: file-type-refused, file-too-large, file-room-short, storage-full, file-damaged (it changed while it was read).
     */
    giveFile: async (resource: string, chosen: ChosenFile, progress: Progress): Promise<Result<FileRef>> => {
      const file = await read(store, () => describe(chosen, progress));
      if (!file.ok) return file;
      if (!file.value.ok) return file.value;
      const ref = file.value.value;
      const refused = await isRefused(store, ref);
      if (!refused.ok) return refused;
      const stored = await storeFile(store, ref, chosen, progress);
      if (!stored.ok) return stored;
      const named = await changeResource(resource, { file: ref });
      if (!named.ok) return named;
      const kept = await pin(store, resource);
      if (!kept.ok) return kept;
      void moveFiles(store, { asked: true });
      return ok(ref);
    },

    /** The resource has no file any more; on the server it goes when nothing names it. */
    takeFileAway: async (resource: string) => {
      const changed = await changeResource(resource, { file: null });
      if (changed.ok) void moveFiles(store);
      return changed;
    },

    /** Fetches the resource's file in the background and keeps it here. */
    pinFile: async (resource: string): Promise<Result<null>> => {
      const kept = await pin(store, resource);
      if (kept.ok) void moveFiles(store, { asked: true });
      return kept;
    },

    /** Frees the room at once. A file that the server has not got yet stays until it has. */
    unpinFile: async (resource: string): Promise<Result<null>> => {
      const done = await write(store, {
        tables: ['pinned'],
        read: () => Promise.resolve(),
        run: async (_self, _seen, inside) => {
          await inside.pinned.delete(resource);
          return ok(null);
        },
      });
      if (done.ok) void moveFiles(store);
      return done;
    },

    /** Tries at once what is missing here. */
    fetchFiles: (): Promise<void> => moveFiles(store, { asked: true }),

    setFileBudget: async (bytes: number): Promise<Result<null>> => {
      const done = await write(store, {
        tables: ['meta'],
        read: () => Promise.resolve(),
        run: async (_self, _seen, inside) => {
          await inside.meta.put({ key: 'file-budget', bytes });
          return ok(null);
        },
      });
      if (done.ok) void moveFiles(store, { asked: true });
      return done;
    },

    /** Problems: not-found (not complete here), file-damaged. */
    readFile: (hash: string, mime: string): Promise<Result<Blob>> => fileBlob(store, hash, mime),
  };
}

/** Reads the whole file once: its hash, and its type by its first bytes. */
async function describe(chosen: ChosenFile, progress: Progress): Promise<Result<FileRef>> {
  if (chosen.size === 0) return failed('file-type-refused');
  const mime = typeOfFile(new Uint8Array(await chosen.slice(0, bytesForType).arrayBuffer()));
  if (mime === null) return failed('file-type-refused');
  const sum = sha256.create();
  for (let at = 0; at < piecesOf(chosen.size); at++) {
    const piece = await pieceOf(chosen, at);
    if (piece === null) return failed('file-damaged');
    sum.update(piece);
    progress(((at + 1) / piecesOf(chosen.size)) * 0.5);
  }
  return ok({ hash: base64url(sum.digest()), bytes: chosen.size, mime, name: chosen.name.slice(0, 300) });
}

async function storeFile(store: Store, file: FileRef, chosen: ChosenFile, progress: Progress): Promise<Result<null>> {
  const free = await freeForFiles(store);
  if (free !== null && free < file.bytes) return failed('storage-full');
  const begun = await beginFile(store, file, 'waiting');
  if (!begun.ok) return begun;
  const filled = await fill(store, file, begun.value.have, chosen, progress);
  if (filled.ok) return noteFile(store, file.hash, { upload: 'waiting', problem: null });
  if (begun.value.upload !== null && begun.value.state !== 'complete') await dropFiles(store, [file.hash]); // nothing half stored
  return filled;
}

async function fill(store: Store, file: FileRef, from: number, chosen: ChosenFile, progress: Progress): Promise<Result<null>> {
  for (let at = from; at < piecesOf(file.bytes); at++) {
    const piece = await pieceOf(chosen, at);
    if (piece === null) return failed('file-damaged');
    const added = await addPiece(store, file.hash, at, piece);
    if (!added.ok) return added;
    progress(0.5 + ((at + 1) / piecesOf(file.bytes)) * 0.5);
  }
  return completeFile(store, file.hash);
}

/** null: the file was taken away or changed since it was chosen. */
async function pieceOf(chosen: ChosenFile, at: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const from = at * pieceBytes;
  try {
    return new Uint8Array(await chosen.slice(from, from + sizeOfPiece(chosen.size, at)).arrayBuffer());
  } catch {
    return null;
  }
}

function pin(store: Store, resource: string): Promise<Result<null>> {
  return write(store, {
    tables: ['pinned'],
    read: (inside) => inside.pinned.get(resource),
    run: async (_self, before, inside) => {
      if (before === undefined) await inside.pinned.put({ resource, at: store.ports.now() });
      return ok(null);
    },
  });
}
