// Codes on a screen: letters that give the bytes back, pieces of which enough are enough, and a watcher that nothing misleads.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base45, bytesFromBase45 } from '../../../src/device/codes/base45.ts';
import { blocksOf, createCollector, pieceOf } from '../../../src/device/codes/fountain.ts';
import { createWatcher, framesOf } from '../../../src/device/codes/frames.ts';
import { randomBytesFrom, randomFrom } from '../../support/random.ts';

test('base45 is RFC 9285’s, and gives every bytes back', () => {
  expect(base45(new TextEncoder().encode('AB'))).toBe('BB8');
  expect(base45(new TextEncoder().encode('Hello!!'))).toBe('%69 VD92EX0');
  expect(base45(new TextEncoder().encode('base-45'))).toBe('UJCLQE7W581');
  expect(new TextDecoder().decode(bytesFromBase45('QED8WEX0') ?? new Uint8Array())).toBe('ietf!');
  for (const wrong of ['GGW', ':::', 'A', 'ab1']) expect(bytesFromBase45(wrong)).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(bytesFromBase45(base45(bytes))).toEqual(bytes);
    }),
  );
});

describe('pieces', () => {
  test('any that arrive are enough once there are a few more than blocks, whatever was lost and in whatever order', () => {
    const seed = Date.now() % 1_000_000;
    const chance = randomFrom(seed);
    const shape = { size: 100_000, block: 819 };
    const bytes = randomBytesFrom(seed)(shape.size);
    const blocks = blocksOf(shape);
    const collector = createCollector(shape);
    let taken = 0;
    // A third is lost; it begins somewhere in the middle of the show.
    for (let number = 50; collector.bytes() === null; number++) {
      if (chance() < 1 / 3) continue;
      collector.add(number, pieceOf(bytes, shape.block, number));
      taken += 1;
      expect(taken, `seed ${seed}`).toBeLessThan(blocks + 20);
    }
    expect(collector.bytes(), `seed ${seed}`).toEqual(bytes);
  });

  test('the same piece again changes nothing', () => {
    const bytes = Uint8Array.of(1, 2, 3, 4, 5);
    const collector = createCollector({ size: 5, block: 2 });
    for (let turn = 0; turn < 3; turn++) collector.add(7, pieceOf(bytes, 2, 7));
    expect(collector.known()).toBe(1);
    expect(collector.bytes()).toBeNull();
  });
});

describe('a watcher', () => {
  const bytes = randomBytesFrom(4)(5_000);
  const { frame, once } = framesOf(bytes);

  test('tells how far it is, and gives the bytes when it has them', () => {
    const watcher = createWatcher();
    for (let number = 0; number < once - 1; number++) expect(watcher.see(frame(number))).toBe(true);
    expect(watcher.progress()).toBeCloseTo((once - 1) / once);
    expect(watcher.bytes()).toBeNull();
    watcher.see(frame(once - 1));
    expect(watcher.progress()).toBe(1);
    expect(watcher.bytes()).toEqual(bytes);
  });

  test('passes by codes that are something else, and begins anew when the other device shows something else', () => {
    const watcher = createWatcher();
    watcher.see(frame(0));
    for (const other of ['9780141182605', 'https://library.example', 'WSP1', '']) expect(watcher.see(other)).toBe(false);
    expect(watcher.progress()).toBeGreaterThan(0);
    const next = randomBytesFrom(5)(2_000);
    const shown = framesOf(next);
    for (let number = 0; number < shown.once + 2; number++) watcher.see(shown.frame(number));
    for (let number = shown.once + 2; watcher.bytes() === null; number++) watcher.see(shown.frame(number));
    expect(watcher.bytes()).toEqual(next);
  });

  test('that was given a piece read wrongly does not take it for the bytes, and goes on', () => {
    const watcher = createWatcher();
    const wrong = bytesFromBase45(frame(1)) ?? new Uint8Array();
    wrong[20] = (wrong[20] ?? 0) ^ 1;
    watcher.see(base45(wrong));
    for (let number = 0; number < once; number++) watcher.see(frame(number));
    expect(watcher.bytes()).toBeNull();
    for (let number = 0; watcher.bytes() === null && number < 3 * once; number++) watcher.see(frame(number));
    expect(watcher.bytes()).toEqual(bytes);
  });

  test('reads coarse codes as well', () => {
    const coarse = framesOf(bytes, 'coarse');
    const watcher = createWatcher();
    for (let number = 0; number < coarse.once; number++) watcher.see(coarse.frame(number));
    expect(watcher.bytes()).toEqual(bytes);
  });
});
