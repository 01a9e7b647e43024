// Files on the server, on both engines: up in pieces from any process, down by ranges, never half, never to another library, in backups.

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pieceBytes } from '../../src/domain/file-pieces.ts';
import { type FileProgress, filePath, filePaths, finishPath, piecePath, pieceType } from '../../src/protocol/files.ts';
import { paths } from '../../src/protocol/paths.ts';
import { readArchive, writeArchive } from '../../src/server/commands/archive-file.ts';
import { type ArchivedTable, readAll, replaceAll, type Row } from '../../src/server/storage/archive.ts';
import { aDatabase, engines } from '../support/databases.ts';
import { aFile, aLongPdf, type MadeFile } from '../support/files.ts';
import { aFolder } from '../support/process.ts';
import { type Browser, aBrowser, aDevice, aLibrary, anotherLibrary, aServer } from '../support/server.ts';

const long = aLongPdf(2 * pieceBytes + 1_000);
const day = 86_400_000;

function piece({ bytes }: MadeFile, at: number): Uint8Array<ArrayBuffer> {
  return bytes.slice(at * pieceBytes, (at + 1) * pieceBytes);
}

async function send(browser: Browser, { hash }: MadeFile, at: number, body: Uint8Array<ArrayBuffer>) {
  const response = await browser.send(piecePath(hash, at), { method: 'POST', headers: { 'content-type': pieceType }, body });
  const answer: FileProgress & { problem?: { code: string } } = await response.json();
  return answer;
}

function begin(browser: Browser, { hash, bytes }: MadeFile) {
  return browser.post<FileProgress>(filePaths.begin, { hash, bytes: bytes.length });
}

async function upload(browser: Browser, file: MadeFile) {
  for (let { have } = await begin(browser, file); have * pieceBytes < file.bytes.length; have++)
    await send(browser, file, have, piece(file, have));
  return browser.post<FileProgress>(finishPath(file.hash), {});
}

async function get(browser: Browser, { hash }: MadeFile, headers: Record<string, string> = {}) {
  const response = await browser.send(filePath(hash), { headers });
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
}

describe.each(engines)('files on %s', (engine) => {
  test('an upload broken off goes on where it stopped, over another process, and is seen by nobody before it is whole', async () => {
    const databaseUrl = await aDatabase(engine);
    const dataDir = aFolder();
    const one = await aServer({ config: { dataDir, databaseUrl } });
    const desktop = await aLibrary(one);
    const tablet = await aDevice(one, desktop);
    expect(await begin(desktop.browser, long)).toEqual({ have: 0, complete: false });
    expect(await send(desktop.browser, long, 0, piece(long, 0))).toEqual({ have: 1, complete: false });
    expect((await get(tablet.browser, long)).status).toBe(404);
    expect(await desktop.browser.post(finishPath(long.hash), {})).toEqual({ have: 1, complete: false });

    const other = await aServer({ config: { dataDir, databaseUrl }, seed: 2 });
    const again = aBrowser(other, desktop.browser.cookies);
    expect(await begin(again, long)).toEqual({ have: 1, complete: false });
    expect(await upload(again, long)).toEqual({ have: 3, complete: true });
    expect(await begin(desktop.browser, long)).toEqual({ have: 3, complete: true });
    const whole = await get(tablet.browser, long);
    expect(whole.status).toBe(200);
    expect(Buffer.compare(whole.bytes, long.bytes)).toBe(0);
  });

  test('a backup holds files, and a restore brings them back byte for byte', async () => {
    const before = await aServer({ engine });
    const desktop = await aLibrary(before);
    await upload(desktop.browser, long);
    const path = join(aFolder(), 'backup.gz');
    const head = { wayside: 1, server: 'S', epoch: 'E', at: new Date(0).toISOString() } as const;
    await writeArchive(path, head, (each) => readAll(before.engine, each));
    const after = await aServer({ engine, seed: 2 });
    async function* rows(): AsyncGenerator<{ table: ArchivedTable; row: Row }> {
      for await (const item of readArchive(path)) if ('table' in item) yield item;
    }
    await replaceAll(after.engine, rows(), { serverId: 'S', random: after.services.random });
    const restored = await get(aBrowser(after, desktop.browser.cookies), long);
    expect(Buffer.compare(restored.bytes, long.bytes)).toBe(0);

    await before.engine.db
      .updateTable('file_piece')
      .set({ bytes: Buffer.from('not what it was') })
      .where('place', '=', 1)
      .execute();
    await expect(writeArchive(path, head, (each) => readAll(before.engine, each))).rejects.toThrow(`the file ${long.hash} is damaged`);
  });

  test('uploads given up and files that nothing names are deleted after their time, named ones never', async () => {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const { library } = desktop.identity;
    const [named, orphan] = [aFile('%PDF-1.4 named'), aFile('%PDF-1.4 orphan')];
    await upload(desktop.browser, named);
    await upload(desktop.browser, orphan);
    await begin(desktop.browser, long);
    await send(desktop.browser, long, 0, piece(long, 0));
    const ref = { hash: named.hash, bytes: named.bytes.length, mime: 'application/pdf', name: 'named.pdf' };
    const given = desktop.maker.make('resource.changed', 'R1', { set: { file: ref }, base: {} });
    await desktop.push([given]);
    const { files } = server.services.storage;
    const now = server.clock.now;
    expect(await files.collect(library, new Date(now + day))).toBe(0);
    expect(await files.collect(library, new Date(now + 3 * day))).toBe(1); // the upload that was given up
    expect(await files.collect(library, new Date(now + 50 * day))).toBe(1); // the orphan
    expect((await get(desktop.browser, named)).status).toBe(200);
    expect((await get(desktop.browser, orphan)).status).toBe(404);
    expect(await server.engine.db.selectFrom('file_piece').select('hash').execute()).toEqual([{ hash: named.hash }]);

    // The days count from when nothing named it any more, not from when it came.
    await desktop.push([desktop.maker.make('resource.changed', 'R1', { set: { file: null }, base: { file: given.fact.id } })]);
    expect(await files.collect(library, new Date(now + 51 * day))).toBe(0);
    expect(await files.collect(library, new Date(now + 100 * day))).toBe(1);
  });
});

test('a part is sent as it was asked for, and what was seen before is not sent again', async () => {
  const server = await aServer();
  const { browser } = await aLibrary(server);
  await upload(browser, long);
  const last = long.bytes.length - 1;
  const cases: readonly [string, number, number][] = [
    ['bytes=0-0', 0, 0],
    [`bytes=${pieceBytes - 2}-${pieceBytes + 1}`, pieceBytes - 2, pieceBytes + 1],
    [`bytes=${2 * pieceBytes}-`, 2 * pieceBytes, last],
    ['bytes=-10', last - 9, last],
    [`bytes=5-${last + 1_000}`, 5, last],
  ];
  for (const [range, from, to] of cases) {
    const part = await get(browser, long, { range });
    expect([range, part.status, part.headers.get('content-range')]).toEqual([range, 206, `bytes ${from}-${to}/${last + 1}`]);
    expect(Buffer.compare(part.bytes, long.bytes.slice(from, to + 1))).toBe(0);
  }
  const none = await get(browser, long, { range: `bytes=${last + 1}-` });
  expect([none.status, none.headers.get('content-range')]).toEqual([416, `bytes */${last + 1}`]);
  expect(JSON.parse(new TextDecoder().decode(none.bytes))).toEqual({
    problem: { code: 'request-invalid', detail: { field: 'range', bytes: last + 1 } },
  });
  expect((await get(browser, long, { range: 'bytes=0-1,4-5' })).status).toBe(200);
  expect((await get(browser, long, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
  expect((await get(browser, long, { 'if-none-match': `"${long.hash}"` })).status).toBe(304);
  const { headers } = await get(browser, long);
  expect(
    Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options'].map((name) => [name, headers.get(name)])),
  ).toEqual({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment',
    'x-content-type-options': 'nosniff',
  });
  expect(headers.get('content-security-policy')).toContain('sandbox');
});

test('what is not one of our types, too large, of a wrong size or not what its hash says is refused, and nothing of it stays', async () => {
  const server = await aServer({ config: { mostFileBytes: 2_000_000 } });
  const { browser } = await aLibrary(server);
  const program = aFile('MZ\x90\0\x03\0\0\0 this program cannot be run');
  await begin(browser, program);
  expect((await send(browser, program, 0, program.bytes)).problem?.code).toBe('file-type-refused');
  const svg = aFile('<svg onload="alert(1)">');
  await begin(browser, svg);
  expect((await send(browser, svg, 0, svg.bytes)).problem?.code).toBe('file-type-refused');
  expect((await browser.post(filePaths.begin, { hash: long.hash, bytes: 2_000_001 })).problem).toEqual({
    code: 'file-too-large',
    detail: { most: 2_000_000 },
  });
  await begin(browser, long);
  expect((await send(browser, long, 0, piece(long, 0).slice(1))).problem?.code).toBe('request-invalid');
  expect((await send(browser, long, 9, new Uint8Array(0))).problem?.code).toBe('request-invalid');
  const other = aFile('%PDF-1.4 one');
  await begin(browser, other);
  await send(browser, other, 0, aFile('%PDF-1.4 two').bytes);
  expect((await browser.post(finishPath(other.hash), {})).problem?.code).toBe('file-damaged');
  expect(await begin(browser, other)).toEqual({ have: 0, complete: false });
  expect((await browser.post(finishPath('A'.repeat(43)), {})).problem?.code).toBe('not-found');
  expect(await server.engine.db.selectFrom('file').select('hash').where('mime', 'is not', null).execute()).toEqual([]);
});

test('files are for devices of their library: not for another one, a kiosk, a stranger, or a revoked device', async () => {
  const server = await aServer();
  const desktop = await aLibrary(server);
  const foreign = await anotherLibrary(server);
  const [tablet, kiosk] = [await aDevice(server, desktop), await aDevice(server, desktop, 'kiosk')];
  const small = aFile('%PDF-1.4 small');
  expect(await upload(tablet.browser, small)).toEqual({ have: 1, complete: true });
  expect((await get(desktop.browser, small)).status).toBe(200);
  expect((await get(foreign.browser, small)).status).toBe(404);
  expect((await get(kiosk.browser, small)).status).toBe(403);
  expect((await get(aBrowser(server), small)).status).toBe(401);
  expect((await kiosk.browser.post(filePaths.begin, { hash: small.hash, bytes: 1 })).problem?.code).toBe('not-allowed');
  await desktop.browser.post(paths.revoke, { device: tablet.identity.device });
  expect((await get(tablet.browser, small)).status).toBe(403);
});
