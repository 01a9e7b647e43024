// Files in pieces. What is not complete is seen by nobody but its sender; what is complete has the SHA-256 it is named by. Hashing goes
// piece by piece outside of transactions: a video must not hold up the pushes of a fleet.

import { createHash } from 'node:crypto';
import { piecesOf, sizeOfPiece } from '../../domain/file-pieces.ts';
import { bytesForType, typeOfFile } from '../../domain/file-type.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import type { Engine } from './dialects.ts';
import type { Files, StoredFile } from './storage.ts';

const day = 86_400_000;
/** An upload that nobody went on with, and a file that no resource names: its fact may still be on an offline tablet. */
const daysKept = { begun: 2, unnamed: 45 } as const;

export function createFiles(engine: Engine): Files {
  const { db } = engine;

  function rowOf(library: string, hash: string) {
    return db.selectFrom('file').selectAll().where('library', '=', library).where('hash', '=', hash).executeTakeFirst();
  }

  async function placesOf(library: string, hash: string): Promise<number> {
    const rows = await db
      .selectFrom('file_piece')
      .select('place')
      .where('library', '=', library)
      .where('hash', '=', hash)
      .orderBy('place')
      .execute();
    const gap = rows.findIndex(({ place }, at) => place !== at);
    return gap < 0 ? rows.length : gap;
  }

  async function readPiece({ library, hash }: Pick<StoredFile, 'library' | 'hash'>, at: number): Promise<Uint8Array<ArrayBuffer>> {
    const row = await db
      .selectFrom('file_piece')
      .select('bytes')
      .where('library', '=', library)
      .where('hash', '=', hash)
      .where('place', '=', at)
      .executeTakeFirstOrThrow();
    return new Uint8Array(row.bytes);
  }

  function drop(library: string, hash: string): Promise<void> {
    return engine.write(async (tx) => {
      await tx.deleteFrom('file_piece').where('library', '=', library).where('hash', '=', hash).execute();
      await tx.deleteFrom('file').where('library', '=', library).where('hash', '=', hash).execute();
    });
  }

  /** Unless somebody has begun with it again meanwhile. */
  function dropUnused(library: string, hash: string, before: string): Promise<boolean> {
    return engine.write(async (tx) => {
      const unused = await tx
        .deleteFrom('file')
        .where('library', '=', library)
        .where('hash', '=', hash)
        .where('used_at', '<', before)
        .executeTakeFirst();
      if (unused.numDeletedRows === 0n) return false;
      await tx.deleteFrom('file_piece').where('library', '=', library).where('hash', '=', hash).execute();
      return true;
    });
  }

  async function check(library: string, hash: string, bytes: number): Promise<Result<string>> {
    const sum = createHash('sha256');
    let mime: string | null = null;
    for (let at = 0; at < piecesOf(bytes); at++) {
      const piece = await readPiece({ library, hash }, at);
      if (at === 0) mime = typeOfFile(piece.subarray(0, bytesForType));
      sum.update(piece);
    }
    if (sum.digest('base64url') !== hash) return failed('file-damaged');
    return mime === null ? failed('file-type-refused') : ok(mime);
  }

  return {
    begin: async (library, { hash, bytes }, now) => {
      const before = await rowOf(library, hash);
      const used = { used_at: now.toISOString() };
      // The same hash with another length: one of the two is wrong, and what is complete has been found right.
      if (before !== undefined && before.mime === null && before.bytes !== bytes) await drop(library, hash);
      await db
        .insertInto('file')
        .values({ library, hash, bytes, mime: null, ...used })
        .onConflict((conflict) => conflict.columns(['library', 'hash']).doUpdateSet(used))
        .execute();
      const after = await rowOf(library, hash);
      return { have: await placesOf(library, hash), complete: (after?.mime ?? null) !== null };
    },

    putPiece: async (library, hash, at, bytes, now) => {
      const file = await rowOf(library, hash);
      if (file === undefined) return failed('not-found');
      if (file.mime !== null) return ok({ have: piecesOf(file.bytes), complete: true });
      if (bytes.length === 0 || bytes.length !== sizeOfPiece(file.bytes, at)) return failed('request-invalid', { field: 'bytes' });
      if (at === 0 && typeOfFile(bytes) === null) return failed('file-type-refused');
      await db
        .insertInto('file_piece')
        .values({ library, hash, place: at, bytes: Buffer.from(bytes) })
        .onConflict((conflict) => conflict.columns(['library', 'hash', 'place']).doNothing())
        .execute();
      await db.updateTable('file').set({ used_at: now.toISOString() }).where('library', '=', library).where('hash', '=', hash).execute();
      return ok({ have: await placesOf(library, hash), complete: false });
    },

    finish: async (library, hash) => {
      const file = await rowOf(library, hash);
      if (file === undefined) return failed('not-found');
      const have = await placesOf(library, hash);
      if (file.mime !== null) return ok({ have, complete: true });
      if (have < piecesOf(file.bytes)) return ok({ have, complete: false });
      const checked = await check(library, hash, file.bytes);
      if (!checked.ok) {
        await drop(library, hash);
        return checked;
      }
      await db
        .updateTable('file')
        .set({ mime: checked.value })
        .where('library', '=', library)
        .where('hash', '=', hash)
        .where('bytes', '=', file.bytes)
        .execute();
      return ok({ have, complete: true });
    },

    find: async (library, hash) => {
      const file = await rowOf(library, hash);
      return file === undefined || file.mime === null ? null : { library, hash, bytes: file.bytes, mime: file.mime };
    },

    readPiece,

    collect: async (library, now) => {
      const before = (days: number) => new Date(now.getTime() - days * day).toISOString();
      const old = await db
        .selectFrom('file')
        .select(['hash', 'mime'])
        .where('library', '=', library)
        .where('used_at', '<', before(daysKept.begun))
        .execute();
      let files = 0;
      for (const { hash, mime } of old) {
        // The days of a file that is named begin anew: they count from when nothing names it any more.
        if (mime !== null && (await isNamed(library, hash)))
          await db
            .updateTable('file')
            .set({ used_at: now.toISOString() })
            .where('library', '=', library)
            .where('hash', '=', hash)
            .execute();
        else if (await dropUnused(library, hash, before(mime === null ? daysKept.begun : daysKept.unnamed))) files += 1;
      }
      return files;
    },
  };

  /** By any resource, now or in a value that lost: '_' stands for any letter in `like`, which errs on the side of keeping. */
  async function isNamed(library: string, hash: string): Promise<boolean> {
    const found = await db
      .selectFrom('subject')
      .select('key')
      .where('library', '=', library)
      .where('type', '=', 'resource')
      .where('view', 'like', `%${hash}%`)
      .limit(1)
      .executeTakeFirst();
    return found !== undefined;
  }
}
