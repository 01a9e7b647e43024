// The text of a CSV file as somebody's spreadsheet saved it: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252 (Latin-1
// with curly quotes), which is what older spreadsheets write. Never throws: any bytes are some text. (TextDecoder is no part of the language.)

import { atOnce, type Steps } from '../steps.ts';

/** In one piece, for files of which nobody waits long. */
export function textOfCsv(bytes: Uint8Array): string {
  return atOnce(csvTextInSteps(bytes));
}

export function* csvTextInSteps(bytes: Uint8Array): Steps<string> {
  const [first, second, third] = bytes;
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  if (first === 0xff && second === 0xfe)
    return fromUnits(bytes.length / 2 - 1, (at) => (bytes[2 * at + 2] ?? 0) | ((bytes[2 * at + 3] ?? 0) << 8));
  if (first === 0xfe && second === 0xff)
    return fromUnits(bytes.length / 2 - 1, (at) => ((bytes[2 * at + 2] ?? 0) << 8) | (bytes[2 * at + 3] ?? 0));
  const letters = hasMark ? bytes.subarray(3) : bytes;
  return (yield* utf8InSteps(letters)) ?? fromWindows1252(letters);
}

/** What the bytes 0x80 to 0x9F stand for; the rest of Windows-1252 is Latin-1, whose numbers are Unicode's. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows1252(bytes: Uint8Array): string {
  return fromUnits(bytes.length, (at) => {
    const byte = bytes[at] ?? 0;
    return byte >= 0x80 && byte < 0xa0 ? windows1252.charCodeAt(byte - 0x80) : byte;
  });
}

/** null when the bytes are not well-formed UTF-8 (RFC 3629): too long, cut short, a surrogate, beyond U+10FFFF. */
export function fromUtf8(bytes: Uint8Array): string | null {
  return atOnce(utf8InSteps(bytes));
}

function* utf8InSteps(bytes: Uint8Array): Steps<string | null> {
  const parts: string[] = [];
  let points: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const more = lead < 0x80 ? 0 : lead >> 5 === 6 ? 1 : lead >> 4 === 14 ? 2 : lead >> 3 === 30 ? 3 : -1;
    if (more < 0) return null;
    let point = more === 0 ? lead : lead & (0x3f >> more);
    for (let next = 1; next <= more; next++) {
      const byte = bytes[at + next] ?? 0;
      if (byte >> 6 !== 2) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    const least = [0, 0x80, 0x800, 0x10000][more] ?? 0;
    if (point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
    points.push(point);
    at += more + 1;
    if (points.length === chunk) {
      parts.push(String.fromCodePoint(...points));
      points = [];
      if (parts.length % chunksAStep === 0) yield at / bytes.length;
    }
  }
  return parts.join('') + String.fromCodePoint(...points);
}

/** Letters turned into a string at once: as many as may be arguments of one call. */
const chunk = 4_096;
const chunksAStep = 8;

function fromUnits(length: number, unit: (at: number) => number): string {
  const parts: string[] = [];
  for (let at = 0; at < Math.floor(length); at += chunk) {
    const units = Array.from({ length: Math.min(chunk, Math.floor(length) - at) }, (_, offset) => unit(at + offset));
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
}
