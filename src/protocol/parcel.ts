// A parcel: facts that another device carries to the server without being able to read or change them. Its head is in clear and says whose
// they are; the facts are sealed to the server's transport key; the maker's signature is over all of it. See SPEC.md, S37 to S44.
// Only the layout is here: sealing is the device's (device/seal/parcel.ts), opening the server's (server/parcels.ts).

import * as v from 'valibot';
import { levels } from '../domain/may.ts';
import { instant, recordId } from '../domain/shapes.ts';
import { base64url, hashOf } from './hash.ts';
import { receipt } from './push.ts';
import { mostFactsPerPush } from './version.ts';

/** An uncompressed P-256 point. */
const publicKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{87}$/));
const proof = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

export const parcelHead = v.looseObject({
  library: recordId,
  device: recordId,
  incarnation: recordId,
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(mostFactsPerPush)),
  /** By the maker's clock. */
  made: instant,
  /** How the facts were pressed before they were sealed. */
  packed: v.picklist(['gzip', 'none']),
  /** The server's key they are sealed to. */
  transport: recordId,
  /** The maker's public key, its level, and the server's word that both are this device's. */
  key: publicKey,
  level: v.picklist(levels),
  proof,
});
export type ParcelHead = v.InferOutput<typeof parcelHead>;

export interface Parcel {
  readonly head: ParcelHead;
  /** As it stands: what the seal is bound to. */
  readonly headBytes: Uint8Array<ArrayBuffer>;
  readonly enc: Uint8Array<ArrayBuffer>;
  readonly box: Uint8Array<ArrayBuffer>;
  /** What `signature` is over. */
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** All of it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Names the format: layout, suite, curve, and the JSON within. A new one gets a new label and a new mark. */
export const parcelLabel = 'wayside/parcel/1';
const mark = Uint8Array.from('WSP1', (letter) => letter.charCodeAt(0));
const lengths = 6;
const headAt = mark.length + lengths;
const encBytes = 65;
const signatureBytes = 64;

/** One parcel's bytes of facts before pressing; with the head it fits a request in every encoding (S3). */
export const mostBytesPerParcel = 900_000;

/** Mark, length of it all, length of the head, head, enc, box: what is to be signed. */
export function layOut(headBytes: Uint8Array, enc: Uint8Array, box: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headAt + headBytes.length + enc.length + box.length);
  const view = new DataView(bytes.buffer);
  bytes.set(mark);
  view.setUint32(mark.length, bytes.length + signatureBytes);
  view.setUint16(mark.length + 4, headBytes.length);
  let at = headAt;
  for (const part of [headBytes, enc, box]) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function looksLikeParcels(bytes: Uint8Array): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** The parcels that lie one behind another. `damaged`: what follows the last whole one is none, or is cut. */
export function readParcels(bytes: Uint8Array): { readonly parcels: readonly Parcel[]; readonly damaged: boolean } {
  const parcels: Parcel[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const size = looksLikeParcels(rest) && rest.length >= headAt ? viewOf(rest).getUint32(mark.length) : 0;
    const parcel = size >= headAt && size <= rest.length ? readParcel(Uint8Array.from(rest.subarray(0, size))) : null;
    if (parcel === null) return { parcels, damaged: true };
    parcels.push(parcel);
    rest = rest.subarray(size);
  }
  return { parcels, damaged: false };
}

function readParcel(bytes: Uint8Array<ArrayBuffer>): Parcel | null {
  const encAt = headAt + viewOf(bytes).getUint16(mark.length + 4);
  const boxAt = encAt + encBytes;
  const end = bytes.length - signatureBytes;
  if (boxAt >= end) return null;
  const headBytes = bytes.slice(headAt, encAt);
  const head = v.safeParse(parcelHead, parsed(headBytes));
  if (!head.success) return null;
  const [enc, box, signed, signature] = [bytes.slice(encAt, boxAt), bytes.slice(boxAt, end), bytes.slice(0, end), bytes.slice(end)];
  return { head: head.output, headBytes, enc, box, signed, signature, bytes };
}

/** By which a carrier knows a parcel it has. */
export function parcelId({ signature }: Pick<Parcel, 'signature'>): string {
  return base64url(signature).slice(0, 22);
}

/** The id of a transport key: its fingerprint. */
export function transportKeyId(point: string): string {
  return hashOf(point).slice(0, 22);
}

/** What is proven of a maker's key. */
export function provenWords(maker: Pick<ParcelHead, 'library' | 'device' | 'level' | 'key'>): string {
  return JSON.stringify(['wayside/maker/1', maker.library, maker.device, maker.level, maker.key]);
}

/** [S38] A device shows its public key and is told the server's. */
export const parcelKeysRequest = v.looseObject({ protocol: v.number(), library: recordId, key: publicKey, request: v.optional(recordId) });
export const parcelKeysAnswer = v.looseObject({
  server: v.object({ id: recordId, epoch: recordId }),
  transport: v.object({ id: recordId, key: publicKey }),
  level: v.picklist(levels),
  proof,
  request: v.optional(recordId),
});

/** [S41] `parcel` is base64url of one parcel's bytes. */
export const parcelRequest = v.looseObject({
  protocol: v.number(),
  library: recordId,
  parcel: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/)),
  request: v.optional(recordId),
});
export const parcelAnswer = v.looseObject({
  server: v.object({ id: recordId, epoch: recordId }),
  /** One for each fact within, in their order. */
  receipts: v.array(receipt),
  request: v.optional(recordId),
});
export type ParcelAnswer = v.InferOutput<typeof parcelAnswer>;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(String.fromCharCode(...bytes));
  } catch {
    return undefined; // no schema takes it: the parcel is damaged
  }
}
