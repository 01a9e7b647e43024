// A list of titles, from whatever file: what each row or record says of one thing, and which cannot be used. The same thing twice in a file
// (two copies of one ISBN) is one title with both labels.

import type { Band } from '../attendance.ts';
import { readItemCode } from '../item-code.ts';
import type { ResourceTopic, ResourceType } from '../places.ts';
import type { Steps } from '../steps.ts';

export interface Title {
  readonly title: string;
  readonly creator: string;
  readonly type: ResourceType;
  readonly topic: ResourceTopic | null;
  readonly language: string | null;
  readonly bands: readonly Band[];
  /** ISBN, EAN, UPC, in their one spelling. */
  readonly codes: readonly string[];
  /** Labels of copies. */
  readonly barcodes: readonly string[];
}

export interface BadTitle {
  /** Of a table: the line. Of MARC: which record, the first is 1. */
  readonly line: number;
  readonly reason: 'no-title' | 'too-long' | 'columns' | 'unreadable';
}

export interface TitleList {
  readonly titles: readonly Title[];
  readonly bad: readonly BadTitle[];
}

/** By what a later import finds it again: a published code, else a label, else its words. */
export function sourceOfTitle({ title, creator, codes, barcodes }: Title): string {
  const words = plainWords(`${title} ${creator}`).replace(/ /g, '-').slice(0, 200);
  return codes[0] !== undefined ? `code/${codes[0]}` : barcodes[0] !== undefined ? `label/${barcodes[0]}` : `title/${words}`;
}

/** A resource has at most 200 codes, labels of further copies among them; a library with more copies of one title labels no more of them here. */
const mostCodes = 100;

/** Looked at from one step to the next. */
export const titlesAStep = 200;

/** One for each source, as the first says it, with the codes and labels of all. */
export function* withoutRepeats(titles: readonly Title[]): Steps<ReadonlyMap<string, Title>> {
  const bySource = new Map<string, Title>();
  for (const [at, title] of titles.entries()) {
    if (at % titlesAStep === 0) yield at / titles.length;
    const source = sourceOfTitle(title);
    const first = bySource.get(source);
    if (first === undefined) bySource.set(source, title);
    else
      bySource.set(source, {
        ...first,
        codes: [...new Set([...first.codes, ...title.codes])].slice(0, mostCodes),
        barcodes: [...new Set([...first.barcodes, ...title.barcodes])].slice(0, mostCodes),
      });
  }
  return bySource;
}

/** Codes as people and records write them: several in a cell, hyphens, '(paperback)' behind an ISBN. */
export function codesIn(cell: string): string[] {
  return cell
    .split(/[;,|]/)
    .map((part) => readItemCode(part.replace(/\(.*$/, '').replace(/:.*$/, '').trim()).code)
    .filter((code) => code !== '' && code.length <= 100);
}

/** As above, of what publishers print on things. What people write where there is none ('N/A', zeros) would make all such titles one. */
export function publishedCodesIn(cell: string): string[] {
  return codesIn(cell).filter((code) => readItemCode(code).kind !== 'label' && !/^(978)?0+\d?$/.test(code));
}

const languageWords: Readonly<Record<string, string>> = {
  eng: 'en',
  english: 'en',
  ingles: 'en',
  spa: 'es',
  spanish: 'es',
  espanol: 'es',
  castellano: 'es',
  hat: 'ht',
  'haitian creole': 'ht',
  'criollo haitiano': 'ht',
  kreyol: 'ht',
  'kreyol ayisyen': 'ht',
  creole: 'ht',
  fre: 'fr',
  fra: 'fr',
  french: 'fr',
  frances: 'fr',
  por: 'pt',
  portuguese: 'pt',
  portugues: 'pt',
  chi: 'zh',
  zho: 'zh',
  chinese: 'zh',
  chino: 'zh',
  ara: 'ar',
  arabic: 'ar',
  rus: 'ru',
  russian: 'ru',
  vie: 'vi',
  vietnamese: 'vi',
  ger: 'de',
  deu: 'de',
  ita: 'it',
  jpn: 'ja',
  kor: 'ko',
  tgl: 'tl',
  bilingual: 'mul',
  bilingue: 'mul',
};

/** null for what says nothing, or nothing that is known. */
export function languageIn(cell: string): string | null {
  const word = plainWords(cell);
  if (word === '' || word === 'und' || word === 'zxx') return null;
  return languageWords[word] ?? (/^[a-z]{2,3}$/.test(word) ? word : null);
}

/** Small letters without accents and signs. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
