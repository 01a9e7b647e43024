// Is the part that reads codes on this device? It comes after the app, and much of a stop can be done without it.

import decoder from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { good, type Line, todo, type Verdict } from '../line.ts';

type Word = 'here' | 'missing';

/** `bytes` of it in the cache. */
export function scannerVerdict(bytes: number): Verdict<Word> {
  return bytes > 0 ? good('here', { bytes }) : todo('missing');
}

export const lookAtScanner: Line<Word> = async () => {
  const kept = 'caches' in globalThis ? await caches.match(decoder) : undefined;
  return scannerVerdict(kept === undefined ? 0 : (await kept.arrayBuffer()).byteLength);
};
