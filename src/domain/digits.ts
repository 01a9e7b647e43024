// Digits as people write them, in any script and in full width.

/** The same text with ASCII digits in the place of any script's. */
export function asciiDigits(written: string): string {
  return written.normalize('NFKC').replace(/(?![0-9])\p{Nd}/gu, asciiDigit);
}

/** Unicode keeps the ten digits of a script side by side, from zero on; the next script's may follow at once. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
