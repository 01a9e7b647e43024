// MARC-8 as far as its Latin letters go (ANSEL, ANSI/NISO Z39.47), which is what titles and names in American catalogues are written in.
// Accents stand before their letter. Other scripts, which a record repeats in Latin letters anyway, become one mark each.
// Tables: loc.gov/marc/specifications/codetables/ExtendedLatin.html

const spacing: Readonly<Record<number, string>> = Object.fromEntries(
  [...'ŁØĐÞÆŒʹ·♭®±ƠƯʼ', '', ...'ʻłøđþæœʺı£ð', '', ...'ơư', '', '', ...'°ℓ℗©♯¿¡ß€'].map((letter, at) => [0xa1 + at, letter]),
);

const combining: Readonly<Record<number, string>> = Object.fromEntries(
  [
    '0309 0300 0301 0302 0303 0304 0306 0307 0308 030c 030a fe20 fe21 0315 030b 0310',
    '0327 0328 0323 0324 0325 0333 0332 0326 031c 032e fe22 fe23 0000 0000 0313',
  ]
    .join(' ')
    .split(' ')
    .map((point, at) => [0xe0 + at, point === '0000' ? '' : String.fromCharCode(Number.parseInt(point, 16))]),
);

/** Never throws: any bytes are some text. */
export function fromMarc8(bytes: Uint8Array): string {
  const letters: string[] = [];
  let accents = '';
  let foreign = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x1b) {
      const change = escapeAt(bytes, at);
      if (change.foreign && !foreign) letters.push('\ufffd');
      foreign = change.foreign;
      at += change.length - 1;
      continue;
    }
    const isFrame = byte < 0x20; // the marks between subfields end every other script
    if (isFrame) foreign = false;
    if (foreign) continue;
    const accent = combining[byte];
    if (accent !== undefined) accents += accent;
    else {
      const letter = byte < 0x80 ? String.fromCharCode(byte) : (spacing[byte] ?? (byte === 0x88 || byte === 0x89 ? '' : '\ufffd'));
      letters.push(letter, accents);
      accents = '';
    }
  }
  return letters.join('').normalize('NFC');
}

/** Escapes to another script in the left half, and back to ASCII; ANSEL in the right half is where we are. */
function escapeAt(bytes: Uint8Array, at: number): { readonly length: number; readonly foreign: boolean } {
  const [first = 0, second = 0, third = 0] = [bytes[at + 1], bytes[at + 2], bytes[at + 3]].map((byte) => byte ?? 0);
  const letter = String.fromCharCode(first);
  if (letter === 's') return { length: 2, foreign: false };
  if ('gbp'.includes(letter)) return { length: 2, foreign: letter === 'g' };
  if (letter === '$') return { length: String.fromCharCode(second) === ',' ? 4 : 3, foreign: third !== 0 || second !== 0 };
  const isAnsel = '!E'.includes(String.fromCharCode(second));
  const length = isAnsel && String.fromCharCode(second) === '!' ? 4 : 3;
  return { length, foreign: '(,'.includes(letter) && String.fromCharCode(second) !== 'B' && !isAnsel };
}
