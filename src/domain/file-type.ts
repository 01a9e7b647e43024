// What a file is, its first bytes say, never its name; and how what it is is shown.

/** How a file is shown. */
export const fileKinds = ['pdf', 'image', 'audio', 'video', 'page', 'text'] as const;
export type FileKind = (typeof fileKinds)[number];

const kindByType: Readonly<Record<string, FileKind>> = {
  'application/pdf': 'pdf',
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/gif': 'image',
  'image/webp': 'image',
  'image/avif': 'image',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'audio/ogg': 'audio',
  'audio/wav': 'audio',
  'audio/flac': 'audio',
  'video/mp4': 'video',
  'video/webm': 'video',
  'text/html': 'page',
  'text/plain': 'text',
};

/** null: nothing this version can show. */
export function kindOfFile(mime: string): FileKind | null {
  return Object.hasOwn(kindByType, mime) ? (kindByType[mime] ?? null) : null;
}

/** As many bytes of a file's beginning as `typeOfFile` looks at. */
export const bytesForType = 1_024;

/**
 * The media type by the first bytes (WHATWG MIME Sniffing, and the formats' own signatures); null for what is not one of ours.
 * SVG is left out: it is a program as much as a picture.
 */
export function typeOfFile(beginning: Uint8Array): string | null {
  const bytes = beginning.subarray(0, bytesForType);
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const starts = (signature: string, at = 0) => letters.startsWith(signature, at);
  if (letters.includes('%PDF-')) return 'application/pdf'; // Acrobat and all others allow up to 1,024 bytes before it
  if (starts('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (starts('\xff\xd8\xff')) return 'image/jpeg';
  if (starts('GIF87a') || starts('GIF89a')) return 'image/gif';
  if (starts('RIFF')) return starts('WEBP', 8) ? 'image/webp' : starts('WAVE', 8) ? 'audio/wav' : null;
  if (starts('ftyp', 4)) return typeOfBrand(letters.slice(8, 12));
  if (starts('\x1a\x45\xdf\xa3')) return letters.includes('webm') ? 'video/webm' : null;
  if (starts('OggS')) return 'audio/ogg';
  if (starts('fLaC')) return 'audio/flac';
  if (starts('ID3') || /^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/.test(letters)) return 'audio/mpeg';
  return typeOfText(bytes);
}

function typeOfBrand(brand: string): string | null {
  if (brand === 'avif') return 'image/avif';
  if (brand === 'M4A ' || brand === 'M4B ') return 'audio/mp4';
  return brand === 'heic' || brand === 'heix' || brand === 'mif1' ? null : 'video/mp4'; // browsers do not show HEIC
}

function typeOfText(bytes: Uint8Array): string | null {
  const plain = bytes.subarray(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
  if (plain.length === 0 || plain.some((byte) => byte === 0x7f || (byte < 0x20 && !textControls.has(byte)))) return null;
  const text = Array.from(plain, (byte) => String.fromCharCode(byte)).join('');
  if (/^\s*<(svg|\?xml)/i.test(text)) return null;
  return /^\s*<(!doctype html|html|head|!--)/i.test(text) ? 'text/html' : 'text/plain';
}

/** Tab, line feed, form feed, carriage return. */
const textControls = new Set([0x09, 0x0a, 0x0c, 0x0d]);
