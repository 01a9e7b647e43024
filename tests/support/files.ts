// Files for tests, made here: a PDF of a few lines that any reader opens, a picture, a sound, a page, and bytes of any size.

import { createHash } from 'node:crypto';

export interface MadeFile {
  readonly hash: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function aFile(content: string | Uint8Array): MadeFile {
  const bytes = new Uint8Array(typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
  return { hash: createHash('sha256').update(bytes).digest('base64url'), bytes };
}

/** One page with one sentence for each of `lines`, and what a reader looks at first: a cross-reference table with true offsets. */
export function aPdf(...pages: readonly string[]): MadeFile {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en) >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((line, at) => {
      const content = `BT /F1 24 Tf 40 300 Td (${line}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  return aFile(`${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
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
