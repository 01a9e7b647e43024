// Files kept on a device: chosen on one, named to all, fetched in pieces, checked, gone on with after any break, first to go when space is short.

import { describe, expect, test } from 'vitest';
import { pinnedFileActions } from '../../src/device/actions/pinned-files.ts';
import { moveFiles } from '../../src/device/files/move.ts';
import type { Store } from '../../src/device/store/db.ts';
import { pinnedFiles, pinnedState, provePinned } from '../../src/device/store/pinned-files.ts';
import { resourceWith } from '../../src/device/store/records.ts';
import { ok } from '../../src/domain/problem.ts';
import { pieceBytes } from '../../src/domain/file-pieces.ts';
import { filePath, filePaths, finishPath, piecePath } from '../../src/protocol/files.ts';
import { aFile, aLongPdf, type MadeFile } from '../support/files.ts';
import { aServer } from '../support/server.ts';
import { write } from '../../src/device/store/write.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, type Tablet } from './a-tablet.ts';

const long = aLongPdf(3 * pieceBytes + 99);
/** What a person does with files there. */
function filesOn({ device }: Pick<Tablet, 'device'>) {
  return pinnedFileActions({ store: device.store, saved: device.sync.saved });
}

const chosen = ({ bytes }: MadeFile, name = 'Rain walk.pdf') => ({
  name,
  size: bytes.length,
  slice: (from: number, to: number) => new Blob([bytes.slice(from, to)]),
});
const dropped = () => Promise.reject(new TypeError('network'));
const none = () => {};

async function aResource({ device }: Tablet, title = 'Rain walk'): Promise<string> {
  return okOf(await device.act.changeResource(null, { title, type: 'digital_resource', barcode: null, archived: false })).id;
}

/** A desktop that has given a resource a file, and a tablet that has heard of it. */
async function aDay(file: MadeFile = long, given: Parameters<typeof anEnrolledTablet>[3] = {}) {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const id = await aResource(desktop);
  okOf(await filesOn(desktop).giveFile(id, chosen(file), none));
  await moveFiles(desktop.device.store);
  okOf(await desktop.device.sync.deliverNow());
  const tablet = await anEnrolledTablet(server, desktop, 7, given);
  return { server, desktop, tablet, id };
}

async function bytesOn(where: Tablet, { hash }: MadeFile): Promise<Uint8Array> {
  return new Uint8Array(await okOf(await filesOn(where).readFile(hash, 'application/pdf')).arrayBuffer());
}

function asksFor(tablet: Tablet, path: string): number {
  return tablet.network.asked.filter((one) => one.path === path).length;
}

describe('kept files', () => {
  test('a file given on one device is fetched by another that wants it, whole and checked, and can be proven', async () => {
    const { tablet, id } = await aDay();
    const { store } = tablet.device;
    expect(await pinnedState(store)).toMatchObject({ wanted: 0, complete: 0 });
    okOf(await filesOn(tablet).pinFile(id));
    await moveFiles(store);
    expect(await pinnedState(store)).toEqual({ wanted: 1, complete: 1, bytes: long.bytes.length, here: long.bytes.length, missing: [] });
    expect(Buffer.compare(await bytesOn(tablet, long), long.bytes)).toBe(0);
    expect(await provePinned(store, (pieces) => pieces - 1)).toEqual({ read: 1, bad: [] });

    const piece = await store.pieces.get([long.hash, 1]);
    if (piece === undefined) throw new Error('there are four pieces');
    await store.pieces.put({ ...piece, bytes: new Uint8Array(piece.bytes).fill(0) });
    expect((await provePinned(store, () => 1)).bad).toMatchObject([{ resource: id }]);

    okOf(await filesOn(tablet).unpinFile(id));
    await moveFiles(store);
    expect([await store.files.count(), await store.pieces.count()]).toEqual([0, 0]);
  });

  test('a download broken off goes on at the piece it lacks, and a damaged one is fetched anew', async () => {
    const { tablet, id } = await aDay(long, { timer: soon });
    const { store } = tablet.device;
    const path = filePath(long.hash);
    tablet.network.break(
      path,
      (carry) => carry(),
      (carry) => carry(),
      ...Array.from({ length: 6 }, () => dropped), // three tries, in each of two rounds
    );
    okOf(await filesOn(tablet).pinFile(id));
    await moveFiles(store);
    expect((await pinnedFiles(store))[0]?.kept).toMatchObject({ have: 2, state: 'coming', problem: 'server-unreachable' });
    // A sign-in page of a network that answers everything is no piece.
    tablet.network.break(path, async () => new Response('<html>Sign in', { status: 200 }));
    await moveFiles(store);
    expect((await pinnedFiles(store))[0]?.kept).toMatchObject({ have: 2, problem: 'server-answer-unreadable' });
    tablet.network.break(path, async () => new Response(new Uint8Array(pieceBytes), { status: 206 }));
    await moveFiles(store);
    expect((await pinnedFiles(store))[0]?.kept).toMatchObject({ have: 0, problem: 'file-damaged' });
    await moveFiles(store);
    expect((await pinnedFiles(store))[0]?.kept).toMatchObject({ have: 4, state: 'complete', problem: null });
    expect(Buffer.compare(await bytesOn(tablet, long), long.bytes)).toBe(0);
  });

  test('a file chosen without a network is shown here at once, and goes up later from where it broke off', async () => {
    const server = await aServer();
    const desktop = await aDesktop(server);
    const tablet = await anEnrolledTablet(server, desktop, 8, { timer: soon });
    const id = await aResource(tablet);
    tablet.network.off = true;
    okOf(await filesOn(tablet).giveFile(id, chosen(long), none));
    await moveFiles(tablet.device.store);
    expect(Buffer.compare(await bytesOn(tablet, long), long.bytes)).toBe(0);
    tablet.network.off = false;
    // The answer to the second piece is lost; the server has it.
    tablet.network.break(piecePath(long.hash, 1), async (carry) => {
      await carry();
      throw new TypeError('network');
    });
    tablet.network.break(piecePath(long.hash, 2), async () => Response.json({ problem: { code: 'server-busy' } }, { status: 503 }));
    await moveFiles(tablet.device.store);
    expect(await tablet.device.store.files.get(long.hash)).toMatchObject({ upload: 'waiting', problem: 'server-busy' });
    await moveFiles(tablet.device.store);
    expect(await tablet.device.store.files.get(long.hash)).toMatchObject({ upload: null, problem: null });
    expect(asksFor(tablet, piecePath(long.hash, 0))).toBe(1);
    expect(asksFor(tablet, finishPath(long.hash))).toBe(1);
  });

  test('what is no file of ours or too large for the server is refused before anything names it', async () => {
    const server = await aServer({ config: { mostFileBytes: 1_000_000 } });
    const desktop = await aDesktop(server);
    const id = await aResource(desktop);
    const program = aFile('MZ\0\0');
    expect(problemOf(await filesOn(desktop).giveFile(id, chosen(program, 'picture.png'), none)).code).toBe('file-type-refused');
    expect(problemOf(await filesOn(desktop).giveFile(id, chosen(long), none)).code).toBe('file-too-large');
    expect(await desktop.device.store.files.count()).toBe(0);
    expect(asksFor(desktop, filePaths.begin)).toBe(1);
  });

  test('a chosen file that is taken away while it is being stored leaves nothing, and holds up no other', async () => {
    const { tablet, id } = await aDay();
    const other = await aResource(tablet, 'Other');
    const slipping = aLongPdf(3 * pieceBytes + 7);
    const reads = { count: 0 };
    const taken = {
      ...chosen(slipping),
      slice: (from: number, to: number) => {
        reads.count += 1;
        if (reads.count > 6) throw new DOMException('gone', 'NotFoundError'); // four to know it by, two stored
        return new Blob([slipping.bytes.slice(from, to)]);
      },
    };
    expect(problemOf(await filesOn(tablet).giveFile(other, taken, none)).code).toBe('file-damaged');
    expect(await tablet.device.store.files.count()).toBe(0);

    // Its tab was closed half way: what is left holds up nothing, and goes after an hour.
    const { store } = tablet.device;
    await store.files.put({
      hash: slipping.hash,
      bytes: slipping.bytes.length,
      mime: 'application/pdf',
      name: 'Slipping.pdf',
      have: 1,
      state: 'coming',
      upload: 'waiting',
      sent: 0,
      problem: null,
      at: store.ports.now(),
    });
    const begun = asksFor(tablet, filePaths.begin);
    okOf(await filesOn(tablet).pinFile(id));
    await moveFiles(store);
    expect(await pinnedState(store)).toMatchObject({ complete: 1 });
    expect(asksFor(tablet, filePaths.begin)).toBe(begun);
    await store.files.update(slipping.hash, { at: store.ports.now() - 3_600_001 });
    await moveFiles(store);
    expect(await store.files.toCollection().primaryKeys()).toEqual([long.hash]);
  });

  test('files take no more room than they may, and what fits still comes', async () => {
    const { tablet, desktop, id } = await aDay();
    const small = aFile('%PDF-1.4 small');
    const other = await aResource(desktop, 'Small');
    okOf(await filesOn(desktop).giveFile(other, chosen(small), none));
    await moveFiles(desktop.device.store);
    okOf(await desktop.device.sync.deliverNow());
    okOf(await tablet.device.sync.deliverNow());
    okOf(await filesOn(tablet).setFileBudget(1_000_000));
    okOf(await filesOn(tablet).pinFile(id));
    okOf(await filesOn(tablet).pinFile(other));
    await moveFiles(tablet.device.store);
    const state = await pinnedState(tablet.device.store);
    expect(state).toMatchObject({ wanted: 2, complete: 1, missing: [{ resource: id, kept: { problem: 'file-room-short', have: 0 } }] });
    okOf(await filesOn(tablet).setFileBudget(10_000_000));
    await moveFiles(tablet.device.store);
    expect(await pinnedState(tablet.device.store)).toMatchObject({ complete: 2 });
  });

  test('a fact that finds no room is saved in the place of a file, which comes back when there is room', async () => {
    const { tablet, id } = await aDay();
    const { store } = tablet.device;
    okOf(await filesOn(tablet).pinFile(id));
    await moveFiles(store);
    const disk = { tries: 0 };
    const saved = await write(store, {
      tables: ['meta', 'files'],
      read: () => Promise.resolve(),
      run: async (_self, _seen, inside) => {
        disk.tries += 1;
        if ((await inside.files.get(long.hash))?.have !== 0) throw new DOMException('full', 'QuotaExceededError');
        await inside.meta.put({ key: 'pruned', at: 1 });
        return ok('saved');
      },
    }).catch(() => null);
    expect([saved, disk.tries]).toEqual([ok('saved'), 2]);
    expect(await store.pieces.count()).toBe(0);
    await moveFiles(store); // not by itself: nobody knows whether there is room
    expect((await pinnedFiles(store))[0]?.kept).toMatchObject({ have: 0, problem: 'storage-full' });
    await filesOn(tablet).fetchFiles();
    expect(await pinnedState(store)).toMatchObject({ complete: 1 });
  });

  test('as many files as it takes make room for a fact, and none that is still to be brought to the server', async () => {
    const { tablet } = await aDay();
    const { store } = tablet.device;
    const file = { bytes: 1_000, mime: 'image/png', name: 'flyer.png', have: 1, state: 'complete', sent: 1, problem: null, at: 0 } as const;
    for (const hash of ['one', 'two', 'three']) await store.files.put({ ...file, hash, upload: null });
    await store.files.put({ ...file, hash: 'ours', upload: 'waiting', sent: 0 });
    const saved = await write(store, {
      tables: ['meta', 'files'],
      read: () => Promise.resolve(),
      run: async (_self, _seen, inside) => {
        const here = (await inside.files.toArray()).filter(({ have }) => have > 0);
        if (here.length > 1) throw new DOMException('full', 'QuotaExceededError');
        await inside.meta.put({ key: 'pruned', at: 1 });
        return ok(here.map(({ hash }) => hash));
      },
    });
    expect(saved).toEqual(ok(['ours']));
  });

  test('a device that is full in the middle of a file keeps the pieces it has whole, says so, and goes on there when there is room', async () => {
    const { tablet, id } = await aDay();
    const { store } = tablet.device;
    const disk = aDiskThatFills(store, 2);
    okOf(await filesOn(tablet).pinFile(id));
    await moveFiles(store);
    const [kept] = await pinnedFiles(store);
    expect(kept?.kept).toMatchObject({ have: 2, state: 'coming', problem: 'storage-full' });
    expect(await store.pieces.count()).toBe(2);
    expect(problemOf(await filesOn(tablet).readFile(long.hash, 'application/pdf')).code).toBe('not-found');
    const asked = asksFor(tablet, filePath(long.hash));
    await moveFiles(store); // not by itself: nobody knows whether there is room
    expect(asksFor(tablet, filePath(long.hash))).toBe(asked);

    disk.grow();
    await filesOn(tablet).fetchFiles();
    expect(await pinnedState(store)).toMatchObject({ complete: 1 });
    expect(asksFor(tablet, filePath(long.hash)) - asked).toBe(2);
    expect(Buffer.compare(await bytesOn(tablet, long), long.bytes)).toBe(0);
  });

  test('a chosen file for which the device has too little room leaves nothing half stored, and is taken when there is some', async () => {
    const server = await aServer();
    const desktop = await aDesktop(server);
    const { store } = desktop.device;
    const id = await aResource(desktop);
    const disk = aDiskThatFills(store, 3);
    expect(problemOf(await filesOn(desktop).giveFile(id, chosen(long), none)).code).toBe('storage-full');
    expect([await store.files.count(), await store.pieces.count(), await store.pinned.count()]).toEqual([0, 0, 0]);
    expect((await resourceWith(store, id))?.values.file ?? null).toBeNull();
    disk.grow();
    okOf(await filesOn(desktop).giveFile(id, chosen(long), none));
    await moveFiles(store);
    expect(await store.files.get(long.hash)).toMatchObject({ state: 'complete', upload: null });
  });

  test('a file only here is not given up for room', async () => {
    const server = await aServer();
    const desktop = await aDesktop(server);
    const id = await aResource(desktop);
    desktop.network.off = true;
    okOf(await filesOn(desktop).giveFile(id, chosen(long), none));
    const full = await write(desktop.device.store, {
      tables: ['meta'],
      read: () => Promise.resolve(),
      run: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    });
    expect(problemOf(full).code).toBe('storage-full');
    expect(await desktop.device.store.pieces.count()).toBe(4);
  });
});

/** Waits between tries are passed over; what guards against hanging is not. */
function soon(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms > 5_000 ? ms : 0);
  return () => clearTimeout(timer);
}

/** The browser's storage takes so many pieces and then no more, until it is given room. */
function aDiskThatFills(store: Store, pieces: number): { readonly grow: () => void } {
  const disk = { room: pieces };
  store.pieces.hook('creating', () => {
    if (disk.room === 0) throw new DOMException('full', 'QuotaExceededError');
    disk.room -= 1;
  });
  return {
    grow: () => {
      disk.room = Number.POSITIVE_INFINITY;
    },
  };
}
