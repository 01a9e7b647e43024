// Looking at the camera's picture: each code once, weak kinds only when two looks agree.

import { expect, test } from 'vitest';
import type { FoundCode } from '../../../src/app/ui/scanner/code-formats.ts';
import { plainCode } from '../../../src/app/ui/scanner/code-formats.ts';
import { watchPicture } from '../../../src/app/ui/scanner/watch-picture.ts';

/** What the looks show one after the other, 100 ms apart; the codes that were told. */
async function told(looks: readonly (FoundCode | null)[]): Promise<readonly string[]> {
  const found: string[] = [];
  const stopping = new AbortController();
  const clock = { now: 0 };
  // No browser here: the loop asks what kind of picture it has.
  Object.assign(globalThis, { HTMLVideoElement: globalThis.HTMLVideoElement ?? class {} });
  await watchPicture({
    picture: {} as HTMLCanvasElement, // never looked into by this decoder
    decoder: { read: async () => looks[Math.round(clock.now / 100)] ?? null },
    stopped: stopping.signal,
    onFound: (code) => found.push(code),
    now: () => clock.now,
    rest: async () => {
      clock.now += 100;
      if (clock.now / 100 >= looks.length) stopping.abort();
    },
  });
  return found;
}
const qr = (text: string): FoundCode => ({ text, format: 'qr_code' });
const codabar = (text: string): FoundCode => ({ text, format: 'codabar' });

test('a code held up for long is told once, and again after it was gone', async () => {
  expect(await told([null, qr('A'), qr('A'), null, qr('A'), ...Array<null>(21).fill(null), qr('A')])).toEqual(['A', 'A']);
});

test('another code is told at once', async () => {
  expect(await told([qr('A'), qr('B'), qr('A')])).toEqual(['A', 'B', 'A']);
});

test('a kind without a check of its own is believed when two looks agree', async () => {
  expect(await told([codabar('123'), codabar('124'), null, codabar('124'), codabar('124')])).toEqual(['124']);
});

test('what belongs to the bars is no part of the number', () => {
  expect(['A21234000000018B', '*LIB-0042*', ' 978014 ', 'ABBA', 'a1$2.3d', 'Ana'].map(plainCode)).toEqual([
    '21234000000018',
    'LIB-0042',
    '978014',
    'ABBA',
    '1$2.3',
    'Ana',
  ]);
});
