// Is the part that reads codes on this device? It comes after the app, and much of a stop can be done without it.

import decoder from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { keptSize } from '../kept-part.ts';
import { good, type Line, todo, type Verdict } from '../line.ts';

type Word = 'here' | 'missing';

/** `bytes` of it in the cache. */
export function scannerVerdict(bytes: number): Verdict<Word> {
  return bytes > 0 ? good('here', { bytes }) : todo('missing');
}

/** The decoder, and the worker that runs it: neither is worth anything without the other. The build alone knows the worker's whole address. */
export const lookAtScanner: Line<Word> = async () => {
  const sizes = await Promise.all([keptSize((url) => url.endsWith(decoder)), keptSize((url) => url.includes('/optional-reader-worker'))]);
  return scannerVerdict(sizes.includes(0) ? 0 : sizes.reduce((sum, size) => sum + size, 0));
};
