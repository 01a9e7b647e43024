// Making the library's sealing key: a new pair, wrapped by a passphrase and by a recovery key to print.
// Nothing made here is stored before a rehearsal has opened a sealed sample with both secrets, as the coordinator gave them back.

import type { KeyWrapFields } from '../../domain/places.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import type { ContactDetails } from '../../domain/sign-up.ts';
import { longId, type RandomBytes } from '../../protocol/ids.ts';
import { openContact, type SealContext, sealContact } from './hpke.ts';
import { importedPair, makeSealingKeyPair } from './key.ts';
import { makeRecoveryKey } from './recovery-key.ts';
import { unwrapKey, wrapKey } from './wrap.ts';

export interface PreparedKey {
  readonly keyId: string;
  readonly publicKey: string;
  /** By passphrase, then by recovery key. */
  readonly wraps: readonly KeyWrapFields[];
  /** For the printed sheet, in groups; kept nowhere. */
  readonly recoveryKey: string;
}

/** The private key is forgotten again: from here on only the wraps hold it. Problem: passphrase-weak. */
export async function prepareSealingKey(request: {
  readonly passphrase: string;
  /** Who keeps the two secrets, in words. */
  readonly holder: string;
  readonly random: RandomBytes;
}): Promise<Result<PreparedKey>> {
  const { holder, random } = request;
  const key = await makeSealingKeyPair();
  const recoveryKey = makeRecoveryKey(random);
  const byPassphrase = await wrapKey({ key, by: 'passphrase', secret: request.passphrase, holder, random });
  const byRecovery = await wrapKey({ key, by: 'recovery', secret: recoveryKey, holder, random });
  key.privateKey.fill(0);
  if (!byPassphrase.ok) return byPassphrase;
  if (!byRecovery.ok) return byRecovery;
  return ok({ keyId: key.id, publicKey: key.publicKey, wraps: [byPassphrase.value, byRecovery.value], recoveryKey });
}

/**
 * Seals a made-up sample and opens it through every wrap, with the secrets as they were typed again; the answer is what was opened.
 * Problems: passphrase-wrong, recovery-key-wrong, seal-unreadable, seal-key-unknown.
 */
export async function rehearseSealing(request: {
  readonly prepared: Pick<PreparedKey, 'keyId' | 'publicKey' | 'wraps'>;
  readonly library: string;
  readonly passphrase: string;
  readonly recoveryKey: string;
  readonly random: RandomBytes;
}): Promise<Result<ContactDetails>> {
  const { keyId, publicKey, wraps } = request.prepared;
  const context: SealContext = { library: request.library, fact: longId(request.random), kind: 'sign-up.taken' };
  const sealed = await sealContact(publicKey, keyId, context, sample);
  if (!sealed.ok) return sealed;
  let last: Result<ContactDetails> = failed('seal-unreadable', { key: keyId });
  for (const wrap of wraps) {
    const unwrapped = await unwrapKey(wrap, wrap.by === 'passphrase' ? request.passphrase : request.recoveryKey);
    if (!unwrapped.ok) return unwrapped;
    const opened = await openedWith(publicKey, unwrapped.value, (pair) => openContact(pair, context, sealed.value));
    if (!opened.ok) return opened;
    if (opened.value.name !== sample.name) return failed('seal-unreadable', { key: keyId });
    last = opened;
  }
  return last;
}

const sample: ContactDetails = {
  name: 'Sample Person, Èzili Núñez',
  phone: '305-555-0100',
  email: 'sample@example.org',
  address: '1 Sample Street',
  birthDate: '2016-02-29',
  guardian: { name: 'Sample Guardian', relation: 'parent' },
  cardNumber: '',
  note: 'Made up to rehearse opening a sealed record.',
};

async function openedWith<Value>(
  publicKey: string,
  privateKey: Uint8Array<ArrayBuffer>,
  use: (pair: CryptoKeyPair) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  try {
    return await use(await importedPair(publicKey, privateKey));
  } catch {
    return failed('seal-unreadable'); // what the wrap held is no private key
  } finally {
    privateKey.fill(0);
  }
}
