// [S38] to [S41] A parcel checked and opened: that its maker is a device of this server, that its signature is this maker's, that what is
// sealed belongs to its head. What becomes of the facts within is the push's business, which is not told that somebody carried them.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import * as v from 'valibot';
import { failed, ok, type Result } from '../domain/problem.ts';
import { base64url, bytesFromBase64url, hashOf } from '../protocol/hash.ts';
import { type Parcel, type ParcelHead, parcelLabel, provenWords, readParcels } from '../protocol/parcel.ts';
import type { SentFact } from '../protocol/push.ts';
import { mostFactsPerPush } from '../protocol/version.ts';
import type { TransportKey, TransportKeys } from './storage/storage.ts';

/** What a parcel of the largest allowed size may become; more is somebody's trap. */
const mostUnpressed = 8_388_608;

const texts = v.pipe(v.array(v.string()), v.maxLength(mostFactsPerPush));
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const signing = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** [S38] The server's word that a key, a level and a device belong together. It can be given again by whoever has the transport key. */
export function proofOf({ privateKey }: Pick<TransportKey, 'privateKey'>, maker: Pick<ParcelHead, 'library' | 'device' | 'level' | 'key'>) {
  const secret = createHmac('sha256', 'wayside/proof/1').update(privateKey).digest();
  return createHmac('sha256', secret).update(provenWords(maker)).digest('base64url');
}

export interface OpenedParcel {
  readonly head: ParcelHead;
  readonly facts: readonly SentFact[];
}

/** Problems: parcel-unreadable, parcel-other-library, parcel-key-unknown, parcel-maker-unknown, parcel-altered. */
export async function openParcel(keys: TransportKeys, library: string, sent: string): Promise<Result<OpenedParcel>> {
  const { parcels, damaged } = readParcels(bytesFromBase64url(sent) ?? new Uint8Array());
  const [parcel] = parcels;
  if (parcel === undefined || damaged || parcels.length > 1) return failed('parcel-unreadable');
  const { head } = parcel;
  if (head.library !== library) return failed('parcel-other-library');
  const key = await keys.byId(head.transport);
  if (key === null) return failed('parcel-key-unknown', { key: head.transport });
  if (!isSame(proofOf(key, head), head.proof)) return failed('parcel-maker-unknown');
  if (!(await isSigned(parcel))) return failed('parcel-altered');
  const facts = await unsealed(key, parcel);
  if (facts?.length !== head.count) return failed('parcel-altered');
  return ok({ head, facts: facts.map((text) => ({ hash: hashOf(text), text })) });
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function isSigned({ head, signed, signature }: Parcel): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', bytesFromBase64url(head.key) ?? new Uint8Array(), signing, KeyMayBe.exported, [
      'verify',
    ]);
    return await crypto.subtle.verify(signing, key, signature, signed);
  } catch {
    return false; // not a point on the curve
  }
}

async function unsealed(key: TransportKey, { head, headBytes, enc, box }: Parcel): Promise<readonly string[] | null> {
  try {
    const info = new TextEncoder().encode(parcelLabel);
    const pressed = new Uint8Array(await suite.open({ recipientKey: await pairOf(key), enc, info }, box, headBytes));
    const plain = head.packed === 'gzip' ? await promisify(gunzip)(pressed, { maxOutputLength: mostUnpressed }) : pressed;
    const read = v.safeParse(texts, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)));
    return read.success ? read.output : null;
  } catch {
    return null; // whatever it was, the maker did not make it so
  }
}

type Pair = Parameters<typeof suite.open>[0]['recipientKey'];

async function pairOf({ publicKey, privateKey }: TransportKey): Promise<Pair> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const point = bytesFromBase64url(publicKey) ?? new Uint8Array();
  const open = { kty: 'EC', crv: 'P-256', x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) };
  return {
    publicKey: await crypto.subtle.importKey('raw', point, curve, KeyMayBe.exported, []),
    privateKey: await crypto.subtle.importKey('jwk', { ...open, d: privateKey }, curve, KeyMayBe.onlyUsed, ['deriveBits']),
  };
}

/** WebCrypto's `extractable`, named. */
const KeyMayBe = { exported: true, onlyUsed: false };
