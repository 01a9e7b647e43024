// The kinds of codes a library meets, by the names browsers give them: books, library labels, shop goods, cards, our own screens.

export type CodeFormat = 'qr_code' | 'ean_13' | 'ean_8' | 'upc_a' | 'upc_e' | 'code_128' | 'code_39' | 'codabar' | 'itf';

export const itemCodes: readonly CodeFormat[] = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'code_39', 'codabar', 'itf', 'qr_code'];

/** Library cards: most are codabar or code 39, some code 128 or ITF, a few a QR code. */
export const cardCodes: readonly CodeFormat[] = ['codabar', 'code_39', 'code_128', 'itf', 'qr_code'];

/** What screens of this app show. */
export const screenCodes: readonly CodeFormat[] = ['qr_code'];

export interface FoundCode {
  readonly text: string;
  readonly format: CodeFormat;
}

/** Codes without a check of their own: a scratch or a hand in the way makes another number of them. They are believed when read twice. */
const weak: readonly CodeFormat[] = ['codabar', 'code_39', 'itf'];

export function isWeak({ format }: FoundCode): boolean {
  return weak.includes(format);
}

/** As it is printed under the bars: codabar's start and stop letters and code 39's stars belong to the bars, not to the number. */
export function plainCode(code: string): string {
  const trimmed = code.trim();
  return /^[A-D][\d$:/.+-]{3,}[A-D]$/i.test(trimmed) || /^\*[^*]+\*$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}
