// How alike two written names are: without accents, capitals, apostrophes, hyphens and order, with one letter off, with a part left out.
// Names of every script and of one word are names; nothing here assumes a first and a last one.

export interface WrittenName {
  /** Words as compared, in the order of the alphabet. */
  readonly words: readonly string[];
  /** All words in one, as they stand. */
  readonly whole: string;
  /** All letters in the order of the alphabet: the same for every order and every joining of the words. */
  readonly letters: string;
}

/** From the same to the least alike; null: two names. */
export type NameLikeness = 'same' | 'order' | 'spelling' | 'part' | 'short-form';

export function readName(name: string): WrittenName {
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ`´]/gu, '')
    .toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [plain.trim()];
  const whole = words.join('');
  return { words: words.toSorted(), whole, letters: [...whole].toSorted().join('') };
}

export function nameLikeness(a: WrittenName, b: WrittenName): NameLikeness | null {
  if (a.whole === b.whole) return 'same';
  if (isSame(a.words, b.words) || isTurned(a.whole, b.whole)) return 'order';
  const [onlyA, onlyB] = [without(a.words, b.words), without(b.words, a.words)];
  const isShared = onlyA.length < a.words.length;
  const [one, other] = [onlyA[0] ?? '', onlyB[0] ?? ''];
  if (onlyA.length === 1 && onlyB.length === 1 && isOneOff(one, other)) return 'spelling';
  if (a.words.length !== b.words.length && isOneOff(a.whole, b.whole)) return 'spelling';
  const fewer = Math.min(a.words.length, b.words.length);
  if (fewer >= 2 && (onlyA.length === 0 || onlyB.length === 0)) return 'part';
  if (onlyA.length === 1 && onlyB.length === 1 && (isShared || a.words.length === 1) && isShortForm(one, other)) return 'short-form';
  return null;
}

/** One letter more, less, other, or two changed about: Ana and Anna. Of very short words that is another word: Ana and Ada, Lu and Lua. */
function isOneOff(a: string, b: string): boolean {
  const least = a.length === b.length ? 4 : 3;
  return Math.min(a.length, b.length) >= least && editDistance(a, b, 1) <= 1;
}

/** 'Rob' and 'Robert', 'J' and 'Jean', 'Wideline' and 'Widlyn'. */
function isShortForm(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short !== '' && (long.startsWith(short) || (short.length >= 5 && editDistance(a, b, 2) <= 2));
}

/** 'jeanbaptistewideline' and 'widelinejeanbaptiste', however the words were joined. */
function isTurned(a: string, b: string): boolean {
  return a.length === b.length && a !== '' && (a + a).includes(b);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}

/** The words of `a` that `b` lacks; each word of `b` takes one away. */
function without(a: readonly string[], b: readonly string[]): readonly string[] {
  const left = [...b];
  return a.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Damerau's distance (letters added, left out, replaced, two neighbors changed about); more than `most` is told as `most + 1`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isEqual = a[i - 1] === b[j - 1];
      let least = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (isEqual ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (older[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    older = old;
    old = row;
  }
  return Math.min(old[b.length] ?? 0, most + 1);
}
