// The id of a session that a series plans: whoever plans the same day apart gives it the same id, so that it is there once.

import { bytesFromBase64url, hashOf } from './hash.ts';
import { lettersFrom } from './ids.ts';

/** 60 bits of the source's hash, 12 letters a person can type. */
export function plannedId(source: string): string {
  return lettersFrom(() => (bytesFromBase64url(hashOf(source)) ?? new Uint8Array()).subarray(0, 12), 12);
}
