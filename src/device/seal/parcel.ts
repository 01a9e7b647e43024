// Making a parcel (SPEC.md, S39): facts pressed, sealed to the server's transport key, signed with this device's own. And looking at one
// that somebody else made: who carries it can tell whether it is whole, and nothing more.

import { base64url, bytesFromBase64url } from '../../protocol/hash.ts';
import { joined, layOut, type Parcel, type ParcelHead, parcelLabel } from '../../protocol/parcel.ts';
import type { ParcelKeysRow } from '../store/meta.ts';
import { suite } from './suite.ts';

const curve = { name: 'ECDSA', namedCurve: 'P-256' };
const signing = { name: 'ECDSA', hash: 'SHA-256' };

/** The private half stays in the browser's keeping: it can be used and not be read. */
export function makeSigningPair(): Promise<CryptoKeyPair> {
  const readable = false;
  return crypto.subtle.generateKey(curve, readable, ['sign', 'verify']);
}

export async function publicKeyOf({ publicKey }: CryptoKeyPair): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
}

export interface Contents {
  readonly library: string;
  readonly device: string;
  readonly incarnation: string;
  /** ISO instant. */
  readonly made: string;
  /** Exact texts of facts. */
  readonly texts: readonly string[];
}

export async function sealParcel(
  { pair, publicKey, transport, level, proof }: ParcelKeysRow,
  contents: Contents,
): Promise<Uint8Array<ArrayBuffer>> {
  const { library, device, incarnation, made, texts } = contents;
  const { packed, bytes } = await pressed(new TextEncoder().encode(JSON.stringify(texts)));
  const head: ParcelHead = {
    library,
    device,
    incarnation,
    count: texts.length,
    made,
    packed,
    transport: transport.id,
    key: publicKey,
    level,
    proof,
  };
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const recipientPublicKey = await suite.kem.deserializePublicKey(bytesFromBase64url(transport.key) ?? new Uint8Array());
  const info = new TextEncoder().encode(parcelLabel);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, bytes, headBytes);
  const signed = layOut(headBytes, new Uint8Array(enc), new Uint8Array(ct));
  return joined([signed, new Uint8Array(await crypto.subtle.sign(signing, pair.privateKey, signed))]);
}

/** As its maker made it, as far as that can be told without the server: whether the key is a device's of the library is for the server to say. */
export async function isAsMade({ head, signed, signature }: Parcel): Promise<boolean> {
  try {
    const readable = true;
    const key = await crypto.subtle.importKey('raw', bytesFromBase64url(head.key) ?? new Uint8Array(), curve, readable, ['verify']);
    return await crypto.subtle.verify(signing, key, signature, signed);
  } catch {
    return false; // not a point on the curve
  }
}

/** A browser of 2021 has no CompressionStream: then it is larger, and that is all. */
async function pressed(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly packed: ParcelHead['packed']; readonly bytes: Uint8Array<ArrayBuffer> }> {
  if (!('CompressionStream' in globalThis)) return { packed: 'none', bytes };
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return { packed: 'gzip', bytes: new Uint8Array(await new Response(stream).arrayBuffer()) };
}
