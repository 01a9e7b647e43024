// What is wrong with a passphrase as typed twice, and how strong it is. The rule itself is the seal's own; here it gets words.

import { readPassphrase } from '../../../../device/seal/wrap.ts';
import type { Text } from '../../../text/text.ts';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';

export type Strength = 'empty' | 'too-short' | 'too-plain' | 'fair' | 'strong';

/** Long enough that guessing offline is hopeless even where the words were not chosen by chance. */
const strongLetters = 22;
const strongWords = 5;

export function strengthOf(passphrase: string): Strength {
  if (passphrase.trim() === '') return 'empty';
  const read = readPassphrase(passphrase);
  if (!read.ok) return read.problem.detail?.['reason'] === 'too-plain' ? 'too-plain' : 'too-short';
  const isStrong = [...read.value].length >= strongLetters || read.value.split(' ').length >= strongWords;
  return isStrong ? 'strong' : 'fair';
}

export function passphraseProblems(
  typed: { readonly passphrase: string; readonly again: string; readonly holder: string },
  words: Text['sealing']['missing'],
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const strength = strengthOf(typed.passphrase);
  if (strength === 'empty') problems.push({ field: 'passphrase', message: words.passphrase });
  if (strength === 'too-short') problems.push({ field: 'passphrase', message: words.tooShort });
  if (strength === 'too-plain') problems.push({ field: 'passphrase', message: words.tooPlain });
  if (!sameText(typed.passphrase, typed.again)) problems.push({ field: 'again', message: words.again });
  if (typed.holder.trim() === '') problems.push({ field: 'holder', message: words.holder });
  return problems;
}

/** The same as the seal will see it: look-alike encodings and runs of blanks do not matter. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  return plain(a) === plain(b);
}
