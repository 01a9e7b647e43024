// A backup's file: gzip over lines of JSON. The first says what it is, each other is one row, the last is the checksum of all before it.
// Lines end in \n and nothing else: texts hold other line separators.

import { createHash, hash as hashOf } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import * as v from 'valibot';
import { type ArchivedTable, archivedTables, type Row } from '../storage/archive.ts';

const header = v.object({ wayside: v.literal(1), server: v.string(), epoch: v.string(), at: v.string() });
export type ArchiveHeader = v.InferOutput<typeof header>;
const line = v.object({ table: v.picklist(archivedTables.map(({ table }) => table)), row: v.record(v.string(), v.unknown()) });
const trailer = v.object({ lines: v.number(), sha256: v.string() });

/** The file appears under its name when it is whole, flushed, and read back; not before. */
export async function writeArchive(
  path: string,
  head: ArchiveHeader,
  rows: (each: (table: ArchivedTable, rows: readonly Row[]) => Promise<void>) => Promise<void>,
): Promise<ArchiveContents> {
  const partial = `${path}.partial`;
  await rm(partial, { force: true });
  const file = createWriteStream(partial, { mode: 0o600 });
  const gzip = createGzip({ level: 6 });
  gzip.pipe(file);
  const sum = createHash('sha256');
  let lines = 0;
  const write = async (value: object) => {
    const text = `${JSON.stringify(value)}\n`;
    sum.update(text);
    lines += 1;
    if (!gzip.write(text)) await once(gzip, 'drain');
  };
  await write(head);
  await rows(async (table, some) => {
    for (const row of some) await write({ table, row });
  });
  gzip.end(`${JSON.stringify({ lines, sha256: sum.digest('base64url') })}\n`);
  await finished(file);
  const written = await open(partial, 'r+');
  await written.sync();
  await written.close();
  const contents = await verifyArchive(partial);
  await rename(partial, path);
  return contents;
}

export interface ArchiveContents {
  readonly header: ArchiveHeader;
  readonly rows: number;
  /** The sequence of each library at the moment of the backup. */
  readonly sequences: ReadonlyMap<string, number>;
}

/** Reads a whole archive: its checksum, every line, and the content hash of every fact. Throws with a plain message. */
export async function verifyArchive(path: string): Promise<ArchiveContents> {
  const sequences = new Map<string, number>();
  let rows = 0;
  const files = createFileCheck();
  const read = readArchive(path);
  const first = await read.next();
  if (first.done === true || !('header' in first.value)) throw new Error(`${path} is not a Wayside backup`);
  for await (const item of read) {
    if ('header' in item) continue;
    rows += 1;
    const { table, row } = item;
    if (table === 'library') sequences.set(String(row['id']), Number(row['sequence']));
    if (table === 'fact' && hashOf('sha256', String(row['text']), 'base64url') !== row['hash']) {
      throw new Error(`the fact ${String(row['id'])} is damaged`);
    }
    files.take(table, row);
  }
  files.end();
  return { header: first.value.header, rows, sequences };
}

/** Files that were complete have the hash they are named by; their pieces come in order. */
function createFileCheck() {
  const complete = new Set<string>();
  const under = { key: '', hash: '', sum: createHash('sha256') };
  const end = () => {
    if (complete.delete(under.key) && under.sum.digest('base64url') !== under.hash) throw new Error(`the file ${under.hash} is damaged`);
  };
  return {
    take: (table: ArchivedTable, row: Row) => {
      const key = `${String(row['library'])} ${String(row['hash'])}`;
      if (table === 'file' && row['mime'] !== null) complete.add(key);
      if (table !== 'file_piece') return;
      if (key !== under.key) {
        end();
        Object.assign(under, { key, hash: String(row['hash']), sum: createHash('sha256') });
      }
      under.sum.update(Buffer.from(String(row['bytes']), 'base64'));
    },
    end: () => {
      end();
      const [missing] = complete;
      if (missing !== undefined) throw new Error(`a file has no pieces: ${missing}`);
    },
  };
}

export type ArchiveItem = { readonly header: ArchiveHeader } | { readonly table: ArchivedTable; readonly row: Row };

/** The header, then the rows. Throws at the end when the checksum does not fit: nothing read is to be trusted before. */
export async function* readArchive(path: string): AsyncGenerator<ArchiveItem, void> {
  const sum = createHash('sha256');
  let lines = 0;
  let held: string | null = null;
  for await (const text of linesOf(path)) {
    if (held !== null) {
      sum.update(`${held}\n`);
      yield lines === 0 ? { header: parsed(header, held) } : parsed(line, held);
      lines += 1;
    }
    held = text;
  }
  const end = held === null ? null : parsed(trailer, held);
  if (end === null || end.lines !== lines || end.sha256 !== sum.digest('base64url'))
    throw new Error('the checksum does not fit: it is damaged or cut short');
}

function parsed<Schema extends v.GenericSchema>(schema: Schema, text: string): v.InferOutput<Schema> {
  return v.parse(schema, JSON.parse(text));
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const gunzip = createGunzip();
  const file = createReadStream(path);
  file.on('error', (error) => gunzip.destroy(error));
  file.pipe(gunzip);
  const begun: Buffer[] = []; // of a line that goes on: a file's piece is hundreds of chunks
  const whole = () => Buffer.concat(begun.splice(0)).toString('utf8');
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      begun.push(chunk.subarray(from, at));
      yield whole();
      from = at + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
  if (begun.length > 0) yield whole();
}
