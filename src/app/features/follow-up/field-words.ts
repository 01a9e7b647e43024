// What the fields of an envelope are called, and what they say, where several are compared.

import type { Text } from '../../text/text.ts';
import { type MergedField, saidOf, type Saying } from './merging.ts';

export function fieldLabel(field: MergedField, { followUp, signUps }: Text): string {
  switch (field) {
    case 'firstName':
    case 'lastName':
    case 'school':
    case 'missing':
    case 'signature':
      return followUp[field];
    default:
      return signUps.one[field];
  }
}

export function fieldShown(one: Saying, field: MergedField, { followUp, formatting }: Text): string {
  const value = saidOf(one, field);
  if (value === '') return followUp.empty;
  if (field === 'birthDate') return formatting.dayWithYear(value);
  return field === 'signature' ? followUp.signatureOf : value;
}
