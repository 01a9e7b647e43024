// MARC 21 records, as ISO 2709 bytes or as MARCXML. Record by record: one that cannot be read is told by its place and spoils no other.
// Only the form is read here; what the fields mean is in marc-titles.ts.

import { fromUtf8 } from './csv-bytes.ts';
import { fromMarc8 } from './marc8.ts';

export interface MarcField {
  readonly tag: string;
  readonly indicators: string;
  /** Code and value, in their order; a control field has one, with the code ''. */
  readonly parts: readonly (readonly [code: string, value: string])[];
}

export interface MarcRecord {
  readonly leader: string;
  readonly fields: readonly MarcField[];
}

const endOfRecord = 0x1d;
const endOfField = 0x1e;

/** A leader begins with its record's length and says "22" for two indicators and two-letter codes. */
export function isMarc(bytes: Uint8Array): boolean {
  const start = bytes.findIndex((byte) => byte > 0x20);
  return /^\d{5}.{5}22\d{5}/.test(ascii(bytes, Math.max(0, start), 24));
}

export function isMarcXml(text: string): boolean {
  return /^\s*(<\?xml|<!--|<)/.test(text) && /<(?:\w+:)?(collection|record)\b/.test(text.slice(0, 5_000));
}

/** One for each record; null for one that cannot be read. */
export function* marcRecords(bytes: Uint8Array): Generator<MarcRecord | null> {
  for (let at = 0; at < bytes.length; ) {
    // Line ends that an editor or a mail put between records belong to none.
    if ((bytes[at] ?? 0) <= 0x20 || bytes[at] === 0x1a) {
      at += 1;
      continue;
    }
    // The end mark, not the length: lengths are wrong in files that were converted.
    const end = bytes.indexOf(endOfRecord, at);
    const record = bytes.subarray(at, end < 0 ? bytes.length : end);
    yield readRecord(record);
    at += record.length + 1;
  }
}

function readRecord(bytes: Uint8Array): MarcRecord | null {
  const leader = ascii(bytes, 0, 24);
  const base = Number(leader.slice(12, 17));
  const directoryEnd = bytes.indexOf(endOfField, 24);
  if (!Number.isInteger(base) || base < 25 || base > bytes.length || directoryEnd < 24 || directoryEnd >= base) return null;
  const fields: MarcField[] = [];
  for (let entry = 24; entry + 12 <= directoryEnd; entry += 12) {
    const numbers = /^(\d{4})(\d{5})$/.exec(ascii(bytes, entry + 3, 9));
    if (numbers === null) return null;
    const from = base + Number(numbers[2]);
    const end = bytes.indexOf(endOfField, from);
    const to = Math.min(from + Number(numbers[1]) - 1, end < 0 ? bytes.length : end);
    if (from > bytes.length || to < from) return null;
    fields.push(fieldOf(ascii(bytes, entry, 3), textOf(bytes.subarray(from, to))));
  }
  return fields.length === 0 ? null : { leader, fields };
}

/** UTF-8 wherever the bytes are UTF-8, whatever the leader claims: MARC-8 with accents is never well-formed UTF-8. */
function textOf(bytes: Uint8Array): string {
  return (bytes.includes(0x1b) ? null : fromUtf8(bytes))?.normalize('NFC') ?? fromMarc8(bytes);
}

function fieldOf(tag: string, text: string): MarcField {
  if (tag.startsWith('00')) return { tag, indicators: '', parts: [['', text]] };
  const [indicators = '', ...parts] = text.split('\u001f');
  return { tag, indicators, parts: parts.map((part) => [part.slice(0, 1), part.slice(1)] as const) };
}

/** MARCXML, with or without a namespace's prefix. */
export function* marcXmlRecords(xml: string): Generator<MarcRecord | null> {
  const clean = xml.replace(/<!--[\s\S]*?-->/g, '');
  for (const [, inside = ''] of clean.matchAll(/<(?:\w+:)?record\b[^>]*>([\s\S]*?)(?=<\/?(?:\w+:)?(?:record|collection)\b|$)/g)) {
    const leader = /<(?:\w+:)?leader\b[^>]*>([\s\S]*?)<\//.exec(inside)?.[1] ?? '';
    const fields = [...inside.matchAll(/<(?:\w+:)?(controlfield|datafield)\b([^>]*)>([\s\S]*?)<\/(?:\w+:)?\1\s*>/g)].map(
      ([, kind, attributes = '', content = '']): MarcField => {
        const tag = attribute(attributes, 'tag');
        if (kind === 'controlfield') return { tag, indicators: '', parts: [['', unescaped(content)]] };
        const subfields = content.matchAll(/<(?:\w+:)?subfield\b([^>]*)>([\s\S]*?)<\/(?:\w+:)?subfield\s*>/g);
        const parts = [...subfields].map(([, of = '', value = '']) => [attribute(of, 'code'), unescaped(value)] as const);
        return { tag, indicators: `${attribute(attributes, 'ind1') || ' '}${attribute(attributes, 'ind2') || ' '}`, parts };
      },
    );
    yield fields.length === 0 ? null : { leader: unescaped(leader), fields };
  }
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? '';
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inside: string) => inside.replace(/&/g, '&amp;'))
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .normalize('NFC');
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
