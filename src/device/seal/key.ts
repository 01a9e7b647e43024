// The library's sealing key: a P-256 key pair named by the fingerprint of its public half, so that a swapped key cannot keep the name.
// Whoever uses a public key compares `keyIdOf` with the id it came under; the server is not trusted with that.

import { sha256 } from '@noble/hashes/sha2.js';
import { base64url, bytesFromBase64url } from '../../protocol/hash.ts';
import { suite } from './suite.ts';

/** `privateKey` is the 32-byte scalar, in memory only: it is wrapped, then filled with zeros. */
export interface SealingKey {
  readonly id: string;
  readonly publicKey: string;
  readonly privateKey: Uint8Array<ArrayBuffer>;
}

/** Letters of base64url kept of the fingerprint: 132 bits, as many as any other id of ours. */
const fingerprintLetters = 22;

/**
 * Made by WebCrypto's own generator, not from injected randomness: deriving a pair from a seed needs the public key computed from the
 * private one, which Firefox cannot export and HPKE libraries then guess the sign of.
 */
export async function makeSealingKeyPair(): Promise<SealingKey> {
  const pair = await suite.kem.generateKeyPair();
  const point = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey));
  const privateKey = new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey));
  return { id: fingerprint(point), publicKey: base64url(point), privateKey };
}

/** The id a public key must have; null when the text is not the base64url of an uncompressed P-256 point. */
export function keyIdOf(publicKey: string): string | null {
  const point = bytesFromBase64url(publicKey);
  return point !== null && point.length === 65 && point[0] === 4 ? fingerprint(point) : null;
}

/** An opened key for use: the private half cannot be read back from it, only used. Throws when the bytes are no such key. */
export async function importedPair(publicKey: string, privateKey: Uint8Array): Promise<CryptoKeyPair> {
  const point = bytesFromBase64url(publicKey) ?? new Uint8Array();
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const open = { kty: 'EC', crv: 'P-256', x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) };
  return {
    publicKey: await crypto.subtle.importKey('raw', point, curve, KeyMayBe.exported, []),
    privateKey: await crypto.subtle.importKey('jwk', { ...open, d: base64url(privateKey) }, curve, KeyMayBe.onlyUsed, ['deriveBits']),
  };
}

/** WebCrypto's `extractable`, named. */
const KeyMayBe = { exported: true, onlyUsed: false };

function fingerprint(point: Uint8Array): string {
  return base64url(sha256(point)).slice(0, fingerprintLetters);
}
