// The simulated disk: it behaves as a browser's does, and what its crash model promises beyond that.

import { IDBKeyRange } from 'fake-indexeddb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chanceFrom } from './chance.ts';
import { createDisk } from './disk.ts';
import { diskConformance } from './disk-conformance.ts';
import { createLoop, type Loop } from './loop.ts';
import { enter } from './prelude.ts';

const started: { leave: (() => void) | null; loop: Loop | null } = { leave: null, loop: null };
const name = 'power';

/** A loop that is always running. */
function running(): Loop {
  if (started.loop === null) throw new Error('the loop runs from the beginning to the end of this file');
  return started.loop;
}

beforeAll(() => {
  const loop = createLoop(0, chanceFrom(1).draw, null);
  started.loop = loop;
  started.leave = enter(loop);
  const go = async (): Promise<undefined> => {
    while (started.leave !== null) await loop.run({ until: loop.now() + 1 });
  };
  void go();
});

afterAll(() => {
  started.leave?.();
  started.leave = null;
});

describe('like a browser', () => {
  diskConformance(() => {
    const loop = running();
    return { factory: createDisk(loop, 'd', name, () => {}).connect(loop.source('page')).factory, range: IDBKeyRange };
  });
});

test('power loss takes back what was not flushed, and nothing else', async () => {
  const loop = running();
  const disk = createDisk(loop, 'd', name, () => {});
  const request = disk.connect(loop.source('page')).factory.open(name, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore('facts', { keyPath: 'order' });
  await new Promise((resolve) => request.addEventListener('success', resolve));
  for (const [order, durability] of [
    [1, 'relaxed'],
    [2, 'strict'],
    [3, 'relaxed'],
    [4, 'relaxed'],
  ] as const) {
    const transaction = request.result.transaction('facts', 'readwrite', { durability });
    transaction.objectStore('facts').put({ order, durability });
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  }
  expect(disk.rows('facts')).toHaveLength(4);
  expect(disk.losePower()).toBe(2);
  expect(disk.rows('facts')).toEqual([
    { order: 1, durability: 'relaxed' },
    { order: 2, durability: 'strict' },
  ]);
});

test('[I16] a transaction of a frozen page is ended when it keeps another page waiting', async () => {
  const loop = running();
  const disk = createDisk(loop, 'f', 'frozen', () => {});
  const [frozen, live] = [loop.source('frozen page'), loop.source('live page')];
  const opened = async (page: typeof live): Promise<IDBDatabase> => {
    const request = disk.connect(page).factory.open('frozen', 1);
    request.onupgradeneeded = () => void request.result.createObjectStore('facts', { keyPath: 'order' });
    await new Promise((resolve) => request.addEventListener('success', resolve));
    return request.result;
  };
  const [first, second] = [await opened(frozen), await opened(live)];
  const held = first.transaction('facts', 'readwrite');
  await new Promise((resolve) => {
    held.objectStore('facts').put({ order: 1 }).onsuccess = resolve;
  });
  frozen.frozen = true;
  disk.froze();
  const waiting = second.transaction('facts', 'readwrite');
  waiting.objectStore('facts').put({ order: 2 });
  await new Promise((resolve) => waiting.addEventListener('complete', resolve));
  expect(disk.rows('facts')).toEqual([{ order: 2 }]);
});
