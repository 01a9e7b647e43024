// Opening one HPKE envelope (RFC 9180, base mode, single shot) with as few of the browser's asynchronous calls as there can be: ten
// thousand envelopes are opened in one go, and each call costs more than the little hashing between them. Sealing is the library's
// (suite.ts); the tests hold both, a second library and the RFC's own vector against this.

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

export interface BaseEnvelope {
  readonly enc: Uint8Array<ArrayBuffer>;
  readonly box: Uint8Array<ArrayBuffer>;
  readonly info: Uint8Array;
  readonly associated: Uint8Array<ArrayBuffer>;
}

/** Section 7.3. Ours is AES-256-GCM; the RFC's vector for this KEM and KDF has the shorter key. */
export interface Aead {
  readonly id: number;
  readonly keyBytes: number;
}

export const aes256Gcm: Aead = { id: 2, keyBytes: 32 };

/** Throws whatever is wrong: a point off the curve, another key, a changed byte. */
export async function openBase(pair: CryptoKeyPair, envelope: BaseEnvelope, aead: Aead = aes256Gcm): Promise<Uint8Array<ArrayBuffer>> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const [theirs, ours] = await Promise.all([crypto.subtle.importKey('raw', envelope.enc, curve, false, []), pointOf(pair)]);
  const agreed = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, pair.privateKey, 256));
  // Section 4.1, ExtractAndExpand.
  const shared = expand(kem, extract(kem, empty, 'eae_prk', agreed), 'shared_secret', bytes(envelope.enc, ours), 32);
  // Section 5.1, KeySchedule: mode 0, no pre-shared key.
  const { suite, context } = scheduleOf(aead, envelope.info);
  const secret = extract(suite, shared, 'secret', empty);
  const key = await crypto.subtle.importKey('raw', expand(suite, secret, 'key', context, aead.keyBytes), 'AES-GCM', false, ['decrypt']);
  const how = { name: 'AES-GCM', iv: expand(suite, secret, 'base_nonce', context, 12), additionalData: envelope.associated };
  for (const used of [agreed, shared, secret]) used.fill(0);
  return new Uint8Array(await crypto.subtle.decrypt(how, key, envelope.box));
}

const empty = new Uint8Array();
const text = (ascii: string) => Uint8Array.from(ascii, (letter) => letter.charCodeAt(0));
const kem = bytes(text('KEM'), number(0x0010));
const version = text('HPKE-v1');

/** What all envelopes of one format have in common. */
interface Schedule {
  readonly suite: Uint8Array;
  readonly context: Uint8Array;
}

const schedules = new Map<string, Schedule>();

function scheduleOf(aead: Aead, info: Uint8Array): Schedule {
  const name = `${aead.id} ${info.join()}`;
  const known = schedules.get(name);
  if (known !== undefined) return known;
  const suite = bytes(text('HPKE'), number(0x0010), number(0x0001), number(aead.id));
  const context = bytes(Uint8Array.of(0), extract(suite, empty, 'psk_id_hash', empty), extract(suite, empty, 'info_hash', info));
  schedules.set(name, { suite, context });
  return { suite, context };
}

const points = new WeakMap<CryptoKey, Uint8Array>();

async function pointOf({ publicKey }: CryptoKeyPair): Promise<Uint8Array> {
  const known = points.get(publicKey) ?? new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  points.set(publicKey, known);
  return known;
}

/** Section 4, LabeledExtract. */
function extract(suite: Uint8Array, salt: Uint8Array, label: string, material: Uint8Array): Uint8Array {
  return hmac(sha256, salt, bytes(version, suite, text(label), material));
}

/** Section 4, LabeledExpand, for at most one block of the hash. */
function expand(suite: Uint8Array, secret: Uint8Array, label: string, info: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const block = hmac(sha256, secret, bytes(number(length), version, suite, text(label), info, Uint8Array.of(1)));
  return Uint8Array.from(block.subarray(0, length));
}

/** Two bytes, the higher first. */
function number(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value & 255);
}

function bytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
