// The ids of what is planned by rule: whoever plans the same day of a series apart, or imports the same file, gives it the same id, so that it
// is there once.

import { bytesFromBase64url, hashOf } from './hash.ts';
import { lettersFrom } from './ids.ts';

/** 60 bits of the source's hash, 12 letters a person can type. */
export function plannedId(source: string): string {
  return lettersFrom(() => (bytesFromBase64url(hashOf(source)) ?? new Uint8Array()).subarray(0, 12), 12);
}

/** Of what an import finds, by the library and where it was found. */
export function importedId(library: string): (source: string) => string {
  return (source) => plannedId(`${library}/${source}`);
}
