// Bytes as the letters a QR code packs tightest (RFC 9285): two bytes are three of 45 letters, five and a half bits each. Readers that give
// text and not bytes, as browsers' own do, then give back exactly what was shown.

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

export function base45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [a = 0, b] = bytes.subarray(at, at + 2);
    const value = b === undefined ? a : a * 256 + b;
    text += letter(value % 45) + letter(Math.floor(value / 45) % 45) + (b === undefined ? '' : letter(Math.floor(value / 2025)));
  }
  return text;
}

/** null when the text is not base45. */
export function bytesFromBase45(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 3 === 1) return null;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const digits = [...text.slice(at, at + 3)].map((one) => alphabet.indexOf(one));
    const [a = 0, b = 0, c = 0] = digits;
    const value = a + b * 45 + c * 2025;
    if (digits.includes(-1) || value > (digits.length === 2 ? 0xff : 0xffff)) return null;
    if (digits.length === 3) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
}

function letter(value: number): string {
  return alphabet[value] ?? '';
}
