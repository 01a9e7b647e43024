// What a MARC 21 bibliographic record says of a thing: 245 title, 100/110/700 who made it, 020 ISBN, 024 EAN and UPC, 041 or 008 language,
// leader and 655 what kind, 008 for whom, 852, 952 (Koha) and 949 (Sierra) the labels of copies.

import type { Band } from '../attendance.ts';
import type { ResourceType } from '../places.ts';
import type { MarcField, MarcRecord } from './marc.ts';
import { type BadTitle, codesIn, languageIn, type Title } from './titles.ts';

export function titleOfMarc(record: MarcRecord | null): Title | BadTitle['reason'] {
  if (record === null) return 'unreadable';
  const title = withoutMarks(
    partsOf(record, '245', 'abnp')
      .map((part) => part.trim())
      .join(' '),
  );
  if (title === '') return 'no-title';
  const codes = [...partsOf(record, '020', 'a'), ...published(record)].flatMap(codesIn);
  return {
    title: title.length > 200 ? `${title.slice(0, 199)}…` : title,
    creator: withoutMarks(partsOf(record, '100|110|700|710', 'a')[0] ?? '').slice(0, 300),
    type: typeOf(record),
    topic: null,
    language: languageOf(record),
    bands: bandsOf(record),
    codes: [...new Set(codes)].slice(0, 50),
    barcodes: [...new Set(labels(record).flatMap(codesIn))].slice(0, 150),
  };
}

function published(record: MarcRecord): readonly string[] {
  // First indicator 1: UPC, 3: EAN; others (music numbers, DOIs) are on no label.
  const fields = fieldsOf(record, '024').filter(({ indicators }) => '13'.includes(indicators.charAt(0)));
  return fields.flatMap(({ parts }) => parts.flatMap(([code, value]) => (code === 'a' ? [value] : [])));
}

function labels(record: MarcRecord): readonly string[] {
  return [...partsOf(record, '852', 'p'), ...partsOf(record, '952', 'p'), ...partsOf(record, '949', 'i')].filter((label) =>
    /\d{4}/.test(label),
  );
}

function languageOf(record: MarcRecord): string | null {
  const said = partsOf(record, '041', 'a').flatMap((codes) => codes.match(/[a-z]{3}/g) ?? []);
  const different = [...new Set(said)];
  if (different.length > 1) return 'mul';
  return languageIn(different[0] ?? control(record, '008').slice(35, 38));
}

function typeOf(record: MarcRecord): ResourceType {
  const genres = partsOf(record, '655', 'a').join(' ').toLowerCase();
  const kind = record.leader.charAt(6);
  if (kind === 'o' || kind === 'p' || kind === 'r' || /\bkits?\b/.test(genres)) return 'kit';
  if (kind === 'm') return 'digital_resource';
  return 'book';
}

/** 008/22 of books: for whom it is meant. */
function bandsOf(record: MarcRecord): readonly Band[] {
  if (!'at'.includes(record.leader.charAt(6))) return [];
  const meant: Readonly<Record<string, readonly Band[]>> = {
    a: ['0-5'],
    b: ['6-11'],
    c: ['6-11'],
    d: ['12-18'],
    e: ['19+'],
    g: ['general'],
    j: ['0-5', '6-11'],
  };
  return meant[control(record, '008').charAt(22)] ?? [];
}

function control(record: MarcRecord, tag: string): string {
  return fieldsOf(record, tag)[0]?.parts[0]?.[1] ?? '';
}

function partsOf(record: MarcRecord, tags: string, codes: string): readonly string[] {
  return fieldsOf(record, tags).flatMap(({ parts }) => parts.flatMap(([code, value]) => (codes.includes(code) ? [value] : [])));
}

function fieldsOf({ fields }: MarcRecord, tags: string): readonly MarcField[] {
  const wanted = tags.split('|');
  return wanted.flatMap((tag) => fields.filter((field) => field.tag === tag));
}

/** ISBD puts marks between the parts of a title and behind names; a person's initial keeps its point. */
function withoutMarks(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/\s+([:;=])\s*/g, '$1 ')
    .trim()
    .replace(/\s*[/:;=,]+$/, '');
  return /(\b\p{L}|\.\.)\.$/u.test(plain) ? plain : plain.replace(/\.$/, '').trim();
}
