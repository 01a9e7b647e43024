// How far is this device's clock off? Measured against the server where it answers, else as it was known last.

import { knownClock } from '../../../../device/store/clock.ts';
import { good, type Line, note, todo, type Verdict } from '../line.ts';

export interface ClockSeen {
  /** Server time minus device time in milliseconds. */
  readonly offset: number | null;
  /** Just now, from the server itself. */
  readonly measured: boolean;
  /** Milliseconds since the server's clock was last heard; null when that is not known. */
  readonly age: number | null;
}

type Word = 'right' | 'known' | 'fast' | 'slow' | 'unknown';

const tolerance = 120_000;

export function clockVerdict({ offset, measured, age }: ClockSeen): Verdict<Word> {
  if (offset === null) return note('unknown');
  const seconds = Math.abs(offset) / 1_000;
  if (Math.abs(offset) > tolerance) return todo(offset < 0 ? 'fast' : 'slow', { seconds });
  return measured ? good('right') : good('known', { seconds: Math.max(0, age ?? 0) / 1_000 });
}

export const lookAtClock: Line<Word> = async ({ device, now }) => {
  const begun = device.store.ports.now();
  const hello = await device.access.hello();
  const ended = device.store.ports.now();
  if (hello.ok) return clockVerdict({ offset: Date.parse(hello.value.now) - (begun + ended) / 2, measured: true, age: 0 });
  const known = await knownClock(device.store);
  return clockVerdict({ offset: known.offset, measured: false, age: known.heard === null ? null : now - Date.parse(known.heard) });
};
