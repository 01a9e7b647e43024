// The bundled reader on pictures as a camera sees them: every kind of code, turned, small, blurred and noisy. Each is drawn here from
// its published table and goes through the worker and its wasm.

import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type CodeFormat, printedCodes } from '../../../src/app/ui/scanner/code-formats.ts';
import { createDecoder, createReader, type Decoder } from '../../../src/app/ui/scanner/decoder.ts';
import { draw, type Drawing } from './bars.ts';

const samples: readonly (readonly [CodeFormat, string, string])[] = [
  ['codabar', '21234000000018', 'A21234000000018B'],
  ['code_39', 'LAB290500', 'LAB290500'],
  ['ean_13', '9780143127741', '9780143127741'],
  ['upc_a', '036000291452', '036000291452'],
  ['itf', '30234000517861', '30234000517861'],
  ['code_128', '39999012345678', '39999012345678'],
  ['qr_code', 'wayside-session:1:{"id":"4K7Q9XTM2BHC"}', 'wayside-session:1:{"id":"4K7Q9XTM2BHC"}'],
];

const reader: { decoder: Decoder | null } = { decoder: null };
beforeAll(async () => {
  reader.decoder = await createReader(printedCodes);
});
afterAll(() => reader.decoder?.close());

async function read(picture: HTMLCanvasElement) {
  const found = await reader.decoder?.read(picture);
  return found ?? null;
}

/** Noise that is the same each time: what is read is the reader's doing, not luck. */
function randomOf(seed: number): () => number {
  const state = { now: seed };
  return () => {
    state.now = (Math.imul(state.now, 1_664_525) + 1_013_904_223) >>> 0;
    return state.now / 2 ** 32;
  };
}

const ways: readonly (readonly [string, Omit<Drawing, 'module'>, number])[] = [
  ['straight', {}, 2],
  ['on its side', { turned: 90 }, 2],
  ['upside down', { turned: 180 }, 2],
  ['held a little askew', { turned: 7 }, 2.4],
  ['small', {}, 1.75],
  ['in the noise of a dim room', { noise: 22, random: randomOf(22) }, 2.4],
  ['not quite in focus', { blur: 0.6 }, 3],
];

for (const [way, drawing, module] of ways) {
  test(`every kind of code is read ${way}`, async () => {
    const answers: (string | undefined)[] = [];
    for (const [format, text] of samples) {
      const picture = draw(format, text, { ...drawing, module: format === 'qr_code' ? module * 2 : module });
      answers.push((await read(picture))?.text);
    }
    expect(answers).toEqual(samples.map(([, , barred]) => barred));
  });
}

test('each code is called by its kind', async () => {
  for (const [format, text] of samples) {
    expect((await read(draw(format, text, { module: 2 })))?.format).toBe(format);
  }
});

test('an empty picture and one with no code at all say nothing', async () => {
  const blank = draw('qr_code', 'x', { module: 0 });
  expect(await read(blank)).toBe(null);
  expect(await read(draw('qr_code', 'x', { module: 0, noise: 120, random: randomOf(7) }))).toBe(null);
});

test('of two codes in the picture the one in the middle is meant', async () => {
  const canvas = draw('ean_13', '9780143127741', { module: 2, at: 0.15 });
  draw('code_128', '39999012345678', { module: 2, at: 0.52 }, canvas);
  expect((await read(canvas))?.text).toBe('39999012345678');
});

test('the page goes on while a picture is read', async () => {
  const canvas = draw('qr_code', 'x', { module: 0, side: 960, noise: 120, random: randomOf(11) });
  await read(canvas);
  const turns: number[] = [];
  const timer = setInterval(() => turns.push(performance.now()), 5);
  onTestFinished(() => clearInterval(timer));
  // Of each look the part of it in which the page had no turn. Were it read on the page, that would be nearly all of every look; a busy
  // machine may make it so of some.
  const shares: number[] = [];
  for (let look = 0; look < 10; look++) {
    const began = performance.now();
    await read(canvas);
    const ended = performance.now();
    const times = [began, ...turns.filter((at) => at > began && at < ended), ended];
    const gaps = times.slice(1).map((at, before) => at - (times[before] ?? at));
    shares.push(Math.max(...gaps) / (ended - began));
  }
  expect(Math.min(...shares)).toBeLessThan(1 / 2);
});

function aNativeDetector(formats: readonly string[], detect: () => Promise<readonly { rawValue: string; format: string }[]>): void {
  const Native = class {
    static getSupportedFormats = async () => formats;
    detect = detect;
  };
  vi.stubGlobal('BarcodeDetector', Native);
  onTestFinished(() => void vi.unstubAllGlobals());
}

async function decodedBy(formats: readonly CodeFormat[]): Promise<string | undefined> {
  const decoder = await createDecoder(formats);
  onTestFinished(() => decoder.close());
  return (await decoder.read(draw('ean_13', '9780143127741', { module: 2 })))?.text;
}

test('the browser’s own detector is used only where it knows every kind that is wanted', async () => {
  aNativeDetector(['ean_13', 'qr_code'], async () => [{ rawValue: 'native', format: 'ean_13' }]);
  expect(await decodedBy(['ean_13'])).toBe('native');
  expect(await decodedBy(['ean_13', 'codabar'])).toBe('9780143127741');
});

test('a detector that is there in name only is left for the bundled reader', async () => {
  aNativeDetector(['ean_13'], () => Promise.reject(new DOMException('service unavailable', 'NotSupportedError')));
  expect(await decodedBy(['ean_13'])).toBe('9780143127741');
});
