// Sealing contact details, and what people write in a survey, for the library (RFC 9180, single shot), and opening them again.
// The envelope is bound to its fact: moved to another fact, library, kind or key it does not open.
// WebCrypto is asynchronous and an IndexedDB transaction does not wait for it: seal first, then save.

import * as v from 'valibot';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { type ContactDetails, contactDetails, type SealedBox } from '../../domain/sign-up.ts';
import { type SurveyWords, surveyWords } from '../../domain/survey-results.ts';
import { base64url, bytesFromBase64url } from '../../protocol/hash.ts';
import { keyIdOf } from './key.ts';
import { openBase } from './open-base.ts';
import { padded, unpadded } from './padding.ts';
import { suite } from './suite.ts';

/** What an envelope is bound to. `fact` is the fact that carries it: for a correction the correction's own id. */
export interface SealContext {
  readonly library: string;
  readonly fact: string;
  readonly kind: 'sign-up.taken' | 'sign-up.corrected' | 'loan.changed' | 'survey.answered';
}

interface Format<Content> {
  /** Names the format: suite, padding and the JSON within. A new format gets a new label. */
  readonly label: string;
  readonly schema: v.GenericSchema<unknown, Content>;
}

const contact: Format<ContactDetails> = { label: 'wayside/contact/1', schema: contactDetails };
const survey: Format<SurveyWords> = { label: 'wayside/survey/1', schema: surveyWords };

type Seal<Content> = (publicKey: string, keyId: string, context: SealContext, content: Content) => Promise<Result<SealedBox>>;
type Open<Content> = (pair: CryptoKeyPair, context: SealContext, sealed: SealedBox) => Promise<Result<Content>>;

/** Problems: seal-key-unknown (the public key is not the one its id names), input-invalid (`field`). */
export const sealContact = sealing(contact);
export const sealSurveyWords = sealing(survey);

/** `pair` is the key that `sealed.key` names. Problem: seal-unreadable, whatever it was: a changed byte, another fact, another key. */
export const openContact = opening(contact);
export const openSurveyWords = opening(survey);

function sealing<Content>({ label, schema }: Format<Content>): Seal<Content> {
  return async (publicKey, keyId, context, content) => {
    const checked = v.safeParse(schema, content);
    if (!checked.success) return failed('input-invalid', { field: v.getDotPath(checked.issues[0]) ?? '' });
    const recipientPublicKey = keyIdOf(publicKey) === keyId ? await importedPublicKey(publicKey) : null;
    if (recipientPublicKey === null) return failed('seal-key-unknown', { key: keyId });
    const plain = padded(utf8(JSON.stringify(checked.output)));
    const { enc, ct } = await suite.seal({ recipientPublicKey, info: utf8(label) }, plain, associatedData(label, context, keyId));
    plain.fill(0);
    return ok({ key: keyId, enc: base64url(new Uint8Array(enc)), box: base64url(new Uint8Array(ct)) });
  };
}

function opening<Content>({ label, schema }: Format<Content>): Open<Content> {
  return async (pair, context, sealed) => {
    const enc = bytesFromBase64url(sealed.enc);
    const box = bytesFromBase64url(sealed.box);
    if (enc === null || box === null) return failed('seal-unreadable', { key: sealed.key });
    try {
      const bytes = await openBase(pair, { enc, box, info: utf8(label), associated: associatedData(label, context, sealed.key) });
      const plain = unpadded(bytes);
      const content = v.safeParse(schema, plain === null ? null : JSON.parse(new TextDecoder().decode(plain)));
      bytes.fill(0);
      return content.success ? ok(content.output) : failed('seal-unreadable', { key: sealed.key });
    } catch {
      return failed('seal-unreadable', { key: sealed.key }); // a reason would help an attacker more than a librarian
    }
  };
}

/** A JSON list of strings: one text for one context, and no two contexts share one. */
function associatedData(label: string, context: SealContext, keyId: string): Uint8Array<ArrayBuffer> {
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
