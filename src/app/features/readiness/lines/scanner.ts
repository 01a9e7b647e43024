// Is the part that reads codes on this device? It comes after the app, and much of a stop can be done without it.

import decoder from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { good, type Line, todo, type Verdict } from '../line.ts';

type Word = 'here' | 'missing';

/** `bytes` of it in the cache. */
export function scannerVerdict(bytes: number): Verdict<Word> {
  return bytes > 0 ? good('here', { bytes }) : todo('missing');
}

/** The decoder, and the worker that runs it: neither is worth anything without the other. The build alone knows the worker's whole address. */
export const lookAtScanner: Line<Word> = async () => {
  if (!('caches' in globalThis)) return scannerVerdict(0);
  const sizes = await Promise.all([sizeOf((url) => url.endsWith(decoder)), sizeOf((url) => url.includes('/optional-reader-worker'))]);
  return scannerVerdict(sizes.includes(0) ? 0 : sizes.reduce((sum, size) => sum + size, 0));
};

async function sizeOf(isWanted: (url: string) => boolean): Promise<number> {
  const cache = await caches.open('wayside-optional');
  const found = (await cache.keys()).find(({ url }) => isWanted(url));
  const kept = found === undefined ? undefined : await cache.match(found);
  return kept === undefined ? 0 : (await kept.arrayBuffer()).byteLength;
}
