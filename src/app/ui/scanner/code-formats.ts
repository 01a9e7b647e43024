// The kinds of codes a library meets, by the names browsers give them: books, library labels, shop goods, cards, our own screens.

export type CodeFormat = 'qr_code' | 'ean_13' | 'ean_8' | 'upc_a' | 'upc_e' | 'code_128' | 'code_39' | 'codabar' | 'itf';

/** Whatever is asked for, all of these are read: the wrong thing held up is said to be that, not looked at in silence. Library cards are codabar,
 * code 39, code 128, ITF or a QR code. */
export const printedCodes: readonly CodeFormat[] = [
  'ean_13',
  'ean_8',
  'upc_a',
  'upc_e',
  'code_128',
  'code_39',
  'codabar',
  'itf',
  'qr_code',
];

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
