// Draws barcodes from their published tables, with no library of ours in it: what the reader reads was written by somebody else.

import { encode } from 'uqr';
import type { CodeFormat } from '../../../src/app/ui/scanner/code-formats.ts';

/** Widths of bars and spaces in turn, from a bar on, in modules. */
type Widths = readonly number[];

const digits = (text: string) => [...text].map(Number);
const widthsOf = (patterns: readonly (string | undefined)[]): Widths => digits(patterns.join(''));
/** Narrow 1, wide 3: 'n' and 'w' of a table. */
const ofWide = (pattern: string) => pattern.replaceAll('n', '1').replaceAll('w', '3');

/** ANSI/AIM BC3. Wide elements as 1 in a row of seven. */
const codabarTable: Readonly<Record<string, string>> = {
  '0': '0000011',
  '1': '0000110',
  '2': '0001001',
  '3': '1100000',
  '4': '0010010',
  '5': '1000010',
  '6': '0100001',
  '7': '0100100',
  '8': '0110000',
  '9': '1001000',
  A: '0011010',
  B: '0101001',
};

export function codabar(text: string): Widths {
  const patterns = [...`A${text}B`].map((letter) => ofWide((codabarTable[letter] ?? '').replaceAll('0', 'n').replaceAll('1', 'w')));
  return widthsOf([patterns.join('1')]);
}

/** ISO/IEC 16388. */
const code39Table: Readonly<Record<string, string>> = {
  '0': 'nnnwwnwnn',
  '1': 'wnnwnnnnw',
  '2': 'nnwwnnnnw',
  '3': 'wnwwnnnnn',
  '4': 'nnnwwnnnw',
  '5': 'wnnwwnnnn',
  '6': 'nnwwwnnnn',
  '7': 'nnnwnnwnw',
  '8': 'wnnwnnwnn',
  '9': 'nnwwnnwnn',
  A: 'wnnnnwnnw',
  B: 'nnwnnwnnw',
  L: 'nnwnnnnww',
  '*': 'nwnnwnwnn',
};

export function code39(text: string): Widths {
  return widthsOf([[...`*${text}*`].map((letter) => ofWide(code39Table[letter] ?? '')).join('1')]);
}

/** ISO/IEC 16390: two digits at a time, one in the bars, one in the spaces. */
const itfTable = ['nnwwn', 'wnnnw', 'nwnnw', 'wwnnn', 'nnwnw', 'wnwnn', 'nwwnn', 'nnnww', 'wnnwn', 'nwnwn'];

export function itf(text: string): Widths {
  const pairs = (text.match(/../g) ?? []).map((pair) => {
    const [bars = '', spaces = ''] = digits(pair).map((digit) => itfTable[digit] ?? '');
    return [...bars].map((bar, place) => bar + (spaces[place] ?? '')).join('');
  });
  return widthsOf([ofWide(`nnnn${pairs.join('')}wnn`)]);
}

/** ISO/IEC 15420, the left digits of set A; set B is A's mirror, the right ones begin with a bar. */
const eanTable = ['3211', '2221', '2122', '1411', '1132', '1231', '1114', '1312', '1213', '3112'];
const firstDigit = ['AAAAAA', 'AABABB', 'AABBAB', 'AABBBA', 'ABAABB', 'ABBAAB', 'ABBBAA', 'ABABAB', 'ABABBA', 'ABBABA'];

export function ean13(text: string): Widths {
  const [first = 0, ...rest] = digits(text);
  const sets = firstDigit[first] ?? '';
  const left = rest
    .slice(0, 6)
    .map((digit, place) => (sets[place] === 'A' ? eanTable[digit] : [...(eanTable[digit] ?? '')].reverse().join('')));
  const right = rest.slice(6).map((digit) => eanTable[digit]);
  return widthsOf(['111', ...left, '11111', ...right, '111']);
}

export function upcA(text: string): Widths {
  return ean13(`0${text}`);
}

/** ISO/IEC 15417; set C takes two digits at a time. */
const code128Table =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'.split(
    ' ',
  );
const startC = 105;
const stop = 106;

export function code128(text: string): Widths {
  const values = [startC, ...(text.match(/../g) ?? []).map(Number)];
  const check = values.reduce((sum, value, place) => sum + value * Math.max(1, place), 0) % 103;
  return widthsOf([...values, check, stop].map((value) => code128Table[value]));
}

export interface Drawing {
  /** Pixels of one module. */
  readonly module: number;
  /** Degrees. */
  readonly turned?: number;
  /** How far each pixel may stray, of 255. */
  readonly noise?: number;
  readonly blur?: number;
  readonly random?: () => number;
  /** The picture's side. */
  readonly side?: number;
  /** Where the code's middle lies, as a part of the side. */
  readonly at?: number;
}

export function draw(format: CodeFormat, text: string, drawing: Drawing, onto = document.createElement('canvas')): HTMLCanvasElement {
  const { module, turned = 0, noise = 0, blur = 0, random = Math.random, side = 720, at = 0.5 } = drawing;
  const isNew = onto.width !== side;
  if (isNew) [onto.width, onto.height] = [side, side];
  const context = onto.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('a canvas');
  if (isNew) paper(context, side);
  context.save();
  context.translate(side / 2, side * at);
  context.rotate((turned * Math.PI) / 180);
  context.fillStyle = '#141414';
  if (format === 'qr_code') drawQr(context, text, module);
  else drawBars(context, barsOf(format, text), module);
  context.restore();
  if (blur > 0) soften(context, onto, blur);
  if (noise > 0) sprinkle(context, side, noise, random);
  return onto;
}

function barsOf(format: CodeFormat, text: string): Widths {
  switch (format) {
    case 'codabar':
      return codabar(text);
    case 'code_39':
      return code39(text);
    case 'itf':
      return itf(text);
    case 'ean_13':
      return ean13(text);
    case 'upc_a':
      return upcA(text);
    case 'code_128':
      return code128(text);
    default:
      throw new Error(`not drawn here: ${format}`);
  }
}

function paper(context: CanvasRenderingContext2D, side: number): void {
  context.fillStyle = '#eee9e0';
  context.fillRect(0, 0, side, side);
}

function drawBars(context: CanvasRenderingContext2D, widths: Widths, module: number): void {
  const whole = widths.reduce((sum, width) => sum + width, 0) * module;
  const height = Math.max(40, whole * 0.25);
  let x = -whole / 2;
  for (const [place, width] of widths.entries()) {
    if (place % 2 === 0) context.fillRect(x, -height / 2, width * module, height);
    x += width * module;
  }
}

function drawQr(context: CanvasRenderingContext2D, text: string, module: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const from = (-size * module) / 2;
  for (const [y, row] of data.entries()) {
    for (const [x, dark] of row.entries()) if (dark) context.fillRect(from + x * module, from + y * module, module + 0.5, module + 0.5);
  }
}

/** Out of focus: made smaller and larger again. The canvas's own blur takes a minute where there is no graphics card. */
function soften(context: CanvasRenderingContext2D, picture: HTMLCanvasElement, blur: number): void {
  const small = document.createElement('canvas');
  small.width = small.height = Math.round(picture.width / (1 + blur));
  small.getContext('2d')?.drawImage(picture, 0, 0, small.width, small.height);
  context.drawImage(small, 0, 0, picture.width, picture.height);
}

function sprinkle(context: CanvasRenderingContext2D, side: number, noise: number, random: () => number): void {
  const picture = context.getImageData(0, 0, side, side);
  for (let at = 0; at < picture.data.length; at += 4) {
    const stray = (random() - 0.5) * 2 * noise;
    for (const channel of [0, 1, 2]) picture.data[at + channel] = (picture.data[at + channel] ?? 0) + stray;
  }
  context.putImageData(picture, 0, 0);
}
