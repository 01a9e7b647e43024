// Search as people type it: without capitals, without accents, any order of words. "cafe MAPLE" finds "Café at Maple Court".

export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en-US');
}

/** True when every word of `search` begins or continues somewhere in `text` (already folded). */
export function matches(foldedText: string, search: string): boolean {
  return folded(search)
    .split(/\s+/)
    .every((word) => foldedText.includes(word));
}
