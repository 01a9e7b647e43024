// Words as they are compared in an import: what a file writes is seldom written as the library writes it.

/** Small letters without accents, one kind of blank. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
}
