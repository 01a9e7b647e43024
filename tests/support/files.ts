// Files for tests, made here: a PDF of a few lines that any reader opens, a picture, a sound, a page, and bytes of any size.

import { createHash } from 'node:crypto';
import { pdfText } from './pdf-text.ts';

export interface MadeFile {
  readonly hash: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function aFile(content: string | Uint8Array): MadeFile {
  const bytes = new Uint8Array(typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
  return { hash: createHash('sha256').update(bytes).digest('base64url'), bytes };
}

/** As `pdfText`. */
export function aPdf(...pages: readonly string[]): MadeFile {
  return aFile(pdfText(...pages));
}

/** WAV, 8 bits, mono: a tone of so many seconds. */
export function aSound(seconds: number): MadeFile {
  const rate = 8_000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + rate * seconds, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(rate * seconds, 40);
  const tone = Buffer.from(
    Array.from({ length: rate * seconds }, (_, at) => 128 + Math.round(60 * Math.sin((at * 440 * 2 * Math.PI) / rate))),
  );
  return aFile(Buffer.concat([head, tone]));
}

/** Several pieces long, each byte told by its place. */
export function aLongPdf(bytes: number): MadeFile {
  const content = new Uint8Array(bytes).map((_, at) => (at * 31 + (at >> 8)) & 0xff);
  content.set(Buffer.from('%PDF-1.4\n'));
  return aFile(content);
}
