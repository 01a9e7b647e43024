// What a line of Ready to leave is: it looks at the device, and says in one word of its own what it saw. Looking touches the browser;
// the verdict is a pure function of what was seen, and is tested with everything that can be wrong.

import type { Device } from '../../../device/device.ts';
import type { Day } from '../../../domain/shapes.ts';

/** 'good': proven. 'todo': something is to be done. 'note': this browser cannot tell; a person looks. */
export type LineState = 'good' | 'todo' | 'note';

export interface Said {
  readonly count: number;
  readonly other: number;
  readonly names: string;
  /** A span of time in seconds, told in words. */
  readonly seconds: number;
  readonly bytes: number;
}

export interface Verdict<Word extends string = string> {
  readonly state: LineState;
  /** Which sentence of the line is true. */
  readonly word: Word;
  readonly said?: Partial<Said>;
  /** Resources whose files one tap keeps on this device. */
  readonly keep?: readonly string[];
}

export interface Looking {
  readonly device: Device;
  readonly now: number;
  /** By the library's clock. */
  readonly today: Day;
}

export type Line<Word extends string = string> = (looking: Looking) => Promise<Verdict<Word>>;

export function good<Word extends string>(word: Word, said?: Partial<Said>): Verdict<Word> {
  return { state: 'good', word, ...(said === undefined ? {} : { said }) };
}

export function todo<Word extends string>(word: Word, said?: Partial<Said>): Verdict<Word> {
  return { state: 'todo', word, ...(said === undefined ? {} : { said }) };
}

export function note<Word extends string>(word: Word, said?: Partial<Said>): Verdict<Word> {
  return { state: 'note', word, ...(said === undefined ? {} : { said }) };
}

/** A few names, and how many more. */
export function named(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown}, +${names.length - most}` : shown;
}
