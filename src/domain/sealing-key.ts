// Which of a library's sealing keys new sign-ups are sealed to: the same on devices, and on the server, which tells a partner's page.

import type { SealingKeyFields } from './places.ts';
import type { EditableRecord } from './record.ts';

export interface KeyRecord extends EditableRecord {
  readonly values: SealingKeyFields;
}

/** `id` is the fingerprint of `publicKey`: whoever seals compares the two. */
export interface SealTo {
  readonly id: string;
  readonly publicKey: string;
}

/** Of keys that are complete and not retired the one the server heard of last; null while the library has none. */
export function keyInUse(keys: readonly KeyRecord[]): SealTo | null {
  const usable = keys.filter(({ values }) => !values.retired);
  const newest = usable.toSorted((a, b) => seqOf(b) - seqOf(a))[0];
  return newest === undefined ? null : { id: newest.id, publicKey: newest.values.publicKey };
}

function seqOf(key: EditableRecord): number {
  return key.fields['publicKey']?.current?.seq ?? Number.MAX_SAFE_INTEGER;
}
