// Languages that do not exist, made from one that does: `accented` is 40 % longer and full of accents, so what does not fit and what was
// never translated is seen; `mirrored` is written in Hebrew letters from right to left. Names, numbers and codes stay as they are.

import type { Text } from '../../src/app/text/text.ts';

export interface Leaf {
  readonly path: string;
  readonly said: unknown;
}

/** Every sentence and message of a catalogue, by its path. */
export function leavesOf(said: unknown, path = ''): readonly Leaf[] {
  if (typeof said !== 'object' || said === null) return [{ path, said }];
  return Object.entries(said).flatMap(([key, value]) => leavesOf(value, path === '' ? key : `${path}.${key}`));
}

export function accented(text: Text): Text {
  return { ...spoken(text, longer), language: text.language, direction: 'ltr' };
}

export function mirrored(text: Text): Text {
  return { ...spoken(text, inHebrewLetters), language: text.language, direction: 'rtl' };
}

/** Placed in what a message was told, so that a name within the sentence is still the name. */
const told = /\uE000([^\uE001]*)\uE001/g;

function spoken<Said>(said: Said, speak: (text: string) => string): Said {
  return every(said, speak, '') as Said; // the same shape, sentence by sentence
}

function every(said: unknown, speak: (text: string) => string, path: string): unknown {
  if (typeof said === 'string') return kept(path) ? said : speak(said);
  if (typeof said === 'function') {
    return (...named: readonly unknown[]) => {
      const marked = path.startsWith('formatting.') ? named : named.map((one) => (typeof one === 'string' ? `\uE000${one}\uE001` : one));
      const answer: unknown = said(...marked);
      return typeof answer === 'string' ? outsideOf(answer, speak) : answer;
    };
  }
  if (Array.isArray(said)) return said.map((one) => every(one, speak, path));
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, every(value, speak, path === '' ? key : `${path}.${key}`)]));
}

/** File names, versions of a consent and the languages' own names are data. */
function kept(path: string): boolean {
  return /^words\.language\.|\.consent\.version$|^shell\.appName$|sampleName$|badRowsFile$/.test(path);
}

function outsideOf(sentence: string, speak: (text: string) => string): string {
  const parts = sentence.split(told);
  return parts.map((part, at) => (at % 2 === 1 || part === '' ? part : speak(part))).join('');
}

const accents: Readonly<Record<string, string>> = { a: 'á', c: 'ç', e: 'é', i: 'í', n: 'ñ', o: 'ö', s: 'š', u: 'ü', y: 'ý', z: 'ž' };

function longer(text: string): string {
  if (!/\p{L}/u.test(text)) return text;
  const written = text.replace(/[a-zA-Z]/g, (letter) => {
    const accent = accents[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? accent : accent.toUpperCase();
  });
  // Words as long as German ones, and one that cannot be broken at a space.
  const end = /[\s.,:;?]*$/.exec(written)?.[0] ?? '';
  // Of the words alone: a label that goes on after a colon still begins with what its button shows.
  const words = written.slice(0, written.length - end.length);
  const more = Math.max(1, Math.round(words.length * 0.4));
  return `${words}${
    ' ñandúõ'
      .repeat(Math.ceil(more / 7))
      .slice(0, more)
      .trimEnd() || 'ñ'
  }${end}`;
}

const hebrew = 'אבגדהוזחטיכלמנסעפצקרשתםןףץ';

function inHebrewLetters(text: string): string {
  return text.replace(/[a-zA-Z]/g, (letter) => hebrew[letter.toLowerCase().charCodeAt(0) - 97] ?? letter);
}
