// Wrapping the private key: PBKDF2-SHA-256 over a secret a person keeps, then AES-256-GCM. Wraps travel and are stored in clear;
// a wrap is as strong as its secret, which is why a short passphrase is refused here and not only in a form.

import type { KeyWrapFields } from '../../domain/places.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { base64url, bytesFromBase64url } from '../../protocol/hash.ts';
import type { RandomBytes } from '../../protocol/ids.ts';
import type { SealingKey } from './key.ts';
import { readRecoveryKey } from './recovery-key.ts';

/** OWASP's figure for PBKDF2-HMAC-SHA-256; about a second on a cheap tablet. */
const iterations = 600_000;
const leastLetters = 14;
const leastWords = 4;
/** 'aaaaaaaaaaaaaa' is long and worth nothing. */
const leastDifferent = 6;

/**
 * A new passphrase as it will be used: 14 letters or 4 words (of 10 letters in all), at least 6 of them different; look-alike
 * encodings (NFKC) and runs of blanks do not matter. Problem: passphrase-weak, `reason` too-short or too-plain.
 */
export function readPassphrase(text: string): Result<string> {
  const passphrase = normalized(text);
  const letters = [...passphrase];
  const words = passphrase.split(' ').length >= leastWords && letters.length >= 10 + leastWords - 1;
  if (letters.length < leastLetters && !words) return failed('passphrase-weak', { reason: 'too-short', least: leastLetters });
  if (new Set(letters).size < leastDifferent) return failed('passphrase-weak', { reason: 'too-plain', least: leastDifferent });
  return ok(passphrase);
}

/** Problems: passphrase-weak, recovery-key-wrong (not one of ours). */
export async function wrapKey(request: {
  readonly key: SealingKey;
  readonly by: KeyWrapFields['by'];
  readonly secret: string;
  /** Who keeps the secret, in words. */
  readonly holder: string;
  readonly random: RandomBytes;
}): Promise<Result<KeyWrapFields>> {
  const { key, by, holder, random } = request;
  const secret = by === 'passphrase' ? readPassphrase(request.secret) : readRecoveryKey(request.secret);
  if (!secret.ok) return secret;
  const salt = Uint8Array.from(random(16));
  const iv = Uint8Array.from(random(12));
  const wrapping = await wrappingKey(secret.value, salt, iterations);
  const box = await crypto.subtle.encrypt(gcm(iv, key.id, by), wrapping, key.privateKey);
  return ok({
    key: key.id,
    by,
    kdf: 'PBKDF2-SHA256',
    iterations,
    salt: base64url(salt),
    iv: base64url(iv),
    box: base64url(new Uint8Array(box)),
    holder,
  });
}

/** The private key's 32 bytes, to be filled with zeros after use. Problems: passphrase-wrong, recovery-key-wrong, seal-unreadable. */
export async function unwrapKey(wrap: KeyWrapFields, secret: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const typed = wrap.by === 'passphrase' ? ok(normalized(secret)) : readRecoveryKey(secret);
  if (!typed.ok) return typed;
  const salt = bytesFromBase64url(wrap.salt);
  const iv = bytesFromBase64url(wrap.iv);
  const box = bytesFromBase64url(wrap.box);
  if (salt === null || iv === null || box === null) return failed('seal-unreadable', { key: wrap.key });
  try {
    const wrapping = await wrappingKey(typed.value, salt, wrap.iterations);
    return ok(new Uint8Array(await crypto.subtle.decrypt(gcm(iv, wrap.key, wrap.by), wrapping, box)));
  } catch {
    return failed(wrap.by === 'passphrase' ? 'passphrase-wrong' : 'recovery-key-wrong'); // GCM cannot tell a wrong secret from a changed wrap
  }
}

function normalized(passphrase: string): string {
  return passphrase.normalize('NFKC').trim().replace(/\s+/g, ' ');
}

async function wrappingKey(secret: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const readable = false;
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'PBKDF2', readable, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, readable, ['encrypt', 'decrypt']);
}

/** Bound to the key it opens and to the sort of secret: a wrap cannot be passed off as another key's. */
function gcm(iv: Uint8Array<ArrayBuffer>, key: string, by: KeyWrapFields['by']): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(JSON.stringify(['wayside/key-wrap/1', key, by])) };
}
