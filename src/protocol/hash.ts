// A fact's content hash: SHA-256 over the UTF-8 bytes of its exact text, base64url.
// Synchronous on purpose: an IndexedDB transaction does not survive waiting for WebCrypto.

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 43 letters of base64url for a text of any length. */
export function hashOf(text: string): string {
  return base64url(sha256(utf8ToBytes(text)));
}

/** base64url without padding (RFC 4648 section 5). */
export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const left = bytes.length - at;
    text += (alphabet[a >> 2] ?? '') + (alphabet[((a & 3) << 4) | (b >> 4)] ?? '');
    if (left > 1) text += alphabet[((b & 15) << 2) | (c >> 6)] ?? '';
    if (left > 2) text += alphabet[c & 63] ?? '';
  }
  return text;
}

/** The reverse of base64url; null when the text is not base64url. */
export function bytesFromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let written = 0;
  for (const letter of text) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return null;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[written++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}

/**
 * [S21] The digest of a set of facts: their number and the exclusive or of their hashes. The order does not matter, and a fact can be
 * added without the others. `toggleDigest` adds a fact that is not in, and takes out one that is (`change` says which).
 */
export interface Digest {
  readonly count: number;
  readonly xor: string;
}

export const emptyDigest: Digest = { count: 0, xor: 'A'.repeat(43) };

export function toggleDigest(digest: Digest, hashes: readonly string[], change: 1 | -1): Digest {
  const sum = bytesFromBase64url(digest.xor) ?? new Uint8Array(32);
  for (const hash of hashes) {
    const bytes = bytesFromBase64url(hash);
    if (bytes === null) continue;
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) ^ (bytes[at] ?? 0);
  }
  return { count: digest.count + change * hashes.length, xor: base64url(sum) };
}
