// Room on the device: what files may still take, and a file that goes when a fact finds none. Facts come first, always; a file that is
// on the server can be fetched again.

import { pieceBytes } from '../../domain/file-pieces.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import type { Ports } from '../ports.ts';
import type { KeptFile, Store } from './db.ts';
import { emptyFile } from './pieces.ts';
import { read } from './read.ts';

/** Never taken by files, however large the budget: a busy day's facts are a few megabytes. */
const keptFree = 50_000_000;

/** Bytes that files may still take as far as the browser says; null where it does not say. */
export async function freeForFiles({ ports }: Store): Promise<number | null> {
  const estimate = await estimateOf(ports);
  return estimate?.quota === undefined ? null : estimate.quota - (estimate.usage ?? 0) - keptFree;
}

/** Whether so many bytes of facts will fit, as far as the browser says; files that would go for them count as room. Problem: storage-full. */
export async function roomFor(store: Store, bytes: number): Promise<Result<null>> {
  const estimate = await estimateOf(store.ports);
  if (estimate?.quota === undefined) return ok(null);
  const files = await mayGo(store);
  if (!files.ok) return files;
  const goes = files.value.map((one) => Math.min(one.bytes, one.have * pieceBytes));
  const free = goes.reduce((sum, one) => sum + one, estimate.quota - (estimate.usage ?? 0));
  return bytes <= free ? ok(null) : failed('storage-full');
}

/**
 * Lets the pieces of one file go when a save of facts has found no room: the largest that the server has, and last of all one that it
 * refused for good. A file that is still to be brought there is left alone. Answers whether anything was freed.
 */
export async function makeRoom(store: Store): Promise<Result<boolean>> {
  const files = await mayGo(store);
  if (!files.ok) return files;
  const [largest] = files.value.sort((a, b) => Number(a.upload === 'refused') - Number(b.upload === 'refused') || b.have - a.have);
  if (largest === undefined) return ok(false);
  const emptied = await emptyFile(store, largest.hash, 'storage-full');
  return emptied.ok ? ok(true) : emptied;
}

/** Files that are on the server, or that it refused for good. */
async function mayGo(store: Store): Promise<Result<KeptFile[]>> {
  const files = await read(store, () => store.files.toArray());
  return files.ok ? ok(files.value.filter((one) => one.have > 0 && one.upload !== 'waiting')) : files;
}

async function estimateOf({ storage }: Ports): Promise<{ readonly usage?: number; readonly quota?: number } | undefined> {
  try {
    return await storage?.estimate?.();
  } catch {
    return undefined; // refused (a private window): as good as missing
  }
}
