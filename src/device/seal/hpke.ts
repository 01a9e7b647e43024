// Sealing contact details for the library (RFC 9180, single shot) and opening them again.
// The envelope is bound to its fact: moved to another fact, library, kind or key it does not open.
// WebCrypto is asynchronous and an IndexedDB transaction does not wait for it: seal first, then save.

import * as v from 'valibot';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { type ContactDetails, contactDetails, type SealedBox } from '../../domain/sign-up.ts';
import { base64url, bytesFromBase64url } from '../../protocol/hash.ts';
import { keyIdOf } from './key.ts';
import { openBase } from './open-base.ts';
import { padded, unpadded } from './padding.ts';
import { suite } from './suite.ts';

/** What an envelope is bound to. `fact` is the fact that carries it: for a correction the correction's own id. */
export interface SealContext {
  readonly library: string;
  readonly fact: string;
  readonly kind: 'sign-up.taken' | 'sign-up.corrected' | 'loan.changed';
}

/** Names the format: suite, padding and the JSON within. A new format gets a new label. */
const label = 'wayside/contact/1';

/** Problems: seal-key-unknown (the public key is not the one its id names), input-invalid (`field`). */
export async function sealContact(
  publicKey: string,
  keyId: string,
  context: SealContext,
  contact: ContactDetails,
): Promise<Result<SealedBox>> {
  const checked = v.safeParse(contactDetails, contact);
  if (!checked.success) return failed('input-invalid', { field: v.getDotPath(checked.issues[0]) ?? '' });
  const recipientPublicKey = keyIdOf(publicKey) === keyId ? await importedPublicKey(publicKey) : null;
  if (recipientPublicKey === null) return failed('seal-key-unknown', { key: keyId });
  const plain = padded(utf8(JSON.stringify(checked.output)));
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: utf8(label) }, plain, associatedData(context, keyId));
  plain.fill(0);
  return ok({ key: keyId, enc: base64url(new Uint8Array(enc)), box: base64url(new Uint8Array(ct)) });
}

/** `pair` is the key that `sealed.key` names. Problem: seal-unreadable, whatever it was: a changed byte, another fact, another key. */
export async function openContact(pair: CryptoKeyPair, context: SealContext, sealed: SealedBox): Promise<Result<ContactDetails>> {
  const enc = bytesFromBase64url(sealed.enc);
  const box = bytesFromBase64url(sealed.box);
  if (enc === null || box === null) return failed('seal-unreadable', { key: sealed.key });
  try {
    const bytes = await openBase(pair, { enc, box, info: utf8(label), associated: associatedData(context, sealed.key) });
    const plain = unpadded(bytes);
    const contact = v.safeParse(contactDetails, plain === null ? null : JSON.parse(new TextDecoder().decode(plain)));
    bytes.fill(0);
    return contact.success ? ok(contact.output) : failed('seal-unreadable', { key: sealed.key });
  } catch {
    return failed('seal-unreadable', { key: sealed.key }); // a reason would help an attacker more than a librarian
  }
}

/** A JSON list of strings: one text for one context, and no two contexts share one. */
function associatedData(context: SealContext, keyId: string): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify([label, context.library, context.fact, context.kind, keyId]));
}

async function importedPublicKey(publicKey: string): Promise<CryptoKey | null> {
  try {
    return await suite.kem.deserializePublicKey(bytesFromBase64url(publicKey) ?? new Uint8Array());
  } catch {
    return null; // not a point on the curve
  }
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
