// Who gets a kiosk back from the public? It is sent nothing about persons (SPEC.md, S15), so that it knows no PIN of anybody's until one is
// chosen for it.

import { staffPins } from '../../../../device/store/kiosk.ts';
import { good, type Line, named, note, type Verdict } from '../line.ts';

type Word = 'known' | 'chosen';

/** `names` of those whose PIN it knows. */
export function pinVerdict(names: readonly string[]): Verdict<Word> {
  return names.length === 0 ? note('chosen') : good('known', { names: named(names) });
}

export const lookAtPin: Line<Word> = async ({ device: { store } }) => pinVerdict((await staffPins(store)).map(({ name }) => name));
