// Is the part that reads codes on this device? It comes after the app, and much of a stop can be done without it.

import decoder from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { good, type Line, todo, type Verdict } from '../line.ts';

type Word = 'here' | 'missing';

/** `bytes` of it in the cache. */
export function scannerVerdict(bytes: number): Verdict<Word> {
  return bytes > 0 ? good('here', { bytes }) : todo('missing');
}

/** The decoder, and the worker that runs it: neither is worth anything without the other. */
export const lookAtScanner: Line<Word> = async () => {
  const { readerAddress } = await import('../../../offline/script-url.ts');
  const sizes = 'caches' in globalThis ? await Promise.all([decoder, readerAddress].map(sizeOf)) : [0];
  return scannerVerdict(sizes.includes(0) ? 0 : sizes.reduce((sum, size) => sum + size, 0));
};

async function sizeOf(address: string): Promise<number> {
  const kept = await caches.match(address);
  return kept === undefined ? 0 : (await kept.arrayBuffer()).byteLength;
}
