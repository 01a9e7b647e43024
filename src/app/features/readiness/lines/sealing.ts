// Can a sign-up be sealed? A made-up one is, to the library's key, after the key has been compared with the fingerprint that is its name.

import { keyIdOf } from '../../../../device/seal/key.ts';
import { sealContact } from '../../../../device/seal/hpke.ts';
import { identity } from '../../../../device/store/identity.ts';
import { sealingKey } from '../../../../device/store/records.ts';
import { longId } from '../../../../protocol/ids.ts';
import { good, type Line, todo, type Verdict } from '../line.ts';

export interface SealingSeen {
  readonly key: { readonly id: string; readonly publicKey: string } | null;
  /** A made-up record went into an envelope of that key. */
  readonly sealed: boolean;
}

type Word = 'sealed' | 'missing' | 'swapped' | 'failed';

export function sealingVerdict({ key, sealed }: SealingSeen): Verdict<Word> {
  if (key === null) return todo('missing');
  if (keyIdOf(key.publicKey) !== key.id) return todo('swapped');
  return sealed ? good('sealed', { names: key.id.slice(0, 8) }) : todo('failed');
}

const madeUp = {
  name: 'Wayside',
  phone: '',
  email: '',
  address: '',
  birthDate: null,
  guardian: null,
  cardNumber: '',
  note: '',
};

export const lookAtSealing: Line<Word> = async ({ device: { store } }) => {
  const [key, who] = await Promise.all([sealingKey(store), identity(store)]);
  if (key === null) return sealingVerdict({ key, sealed: false });
  const context = { library: who?.library ?? '', fact: longId(store.ports.random), kind: 'sign-up.taken' } as const;
  const made = await sealContact(key.publicKey, key.id, context, madeUp);
  return sealingVerdict({ key, sealed: made.ok && made.value.key === key.id && made.value.box.length > 0 });
};
