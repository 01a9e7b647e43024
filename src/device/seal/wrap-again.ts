// One more wrap for keys that a secret opens. The private key is in clear between the two, in one buffer, which is filled with zeros
// whatever happens; nothing is handed out before the new wrap has given back the same key.

import type { KeyWrapFields } from '../../domain/places.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import type { RandomBytes } from '../../protocol/ids.ts';
import { keyIdOf } from './key.ts';
import type { VaultKey, VaultSecret } from './vault.ts';
import { readPassphrase, unwrapKey, wrapKey } from './wrap.ts';

export interface WrapAgain {
  readonly keys: readonly VaultKey[];
  readonly secret: VaultSecret;
  readonly passphrase: string;
  readonly holder: string;
  readonly random: RandomBytes;
}

/** A wrap for each key the secret opens. Problems: sealing-key-missing, passphrase-weak, passphrase-wrong, recovery-key-wrong, seal-unreadable. */
export async function wrapAgain({ keys, secret, passphrase, holder, random }: WrapAgain): Promise<Result<readonly KeyWrapFields[]>> {
  const strong = readPassphrase(passphrase);
  if (!strong.ok) return strong;
  if (keys.length === 0) return failed('sealing-key-missing');
  const made: KeyWrapFields[] = [];
  let wrong: Result<never> = failed('passphrase' in secret ? 'passphrase-wrong' : 'recovery-key-wrong');
  for (const key of keys) {
    const opened = await opens(key, secret);
    if (!opened.ok) {
      wrong = opened;
      continue;
    }
    const privateKey = opened.value;
    try {
      const wrapped = await wrapKey({
        key: { id: key.key, publicKey: key.publicKey, privateKey },
        by: 'passphrase',
        secret: strong.value,
        holder,
        random,
      });
      if (!wrapped.ok) return wrapped;
      const back = await unwrapKey(wrapped.value, strong.value);
      const isSame = back.ok && back.value.length === privateKey.length && back.value.every((byte, at) => byte === privateKey[at]);
      if (back.ok) back.value.fill(0);
      if (!isSame) return failed('seal-unreadable', { key: key.key });
      made.push(wrapped.value);
    } finally {
      privateKey.fill(0);
    }
  }
  return made.length === 0 ? wrong : ok(made);
}

/** The private key's bytes, by the first wrap that fits. A key whose id is not its fingerprint is not opened: somebody exchanged it. */
async function opens(key: VaultKey, secret: VaultSecret): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (keyIdOf(key.publicKey) !== key.key) return failed('seal-key-unknown', { key: key.key });
  const [by, typed] = 'passphrase' in secret ? (['passphrase', secret.passphrase] as const) : (['recovery', secret.recoveryKey] as const);
  let wrong: Result<never> = failed(by === 'passphrase' ? 'passphrase-wrong' : 'recovery-key-wrong');
  for (const wrap of key.wraps.filter((one) => one.by === by && one.key === key.key)) {
    const unwrapped = await unwrapKey(wrap, typed);
    if (unwrapped.ok) return unwrapped;
    wrong = unwrapped;
  }
  return wrong;
}
