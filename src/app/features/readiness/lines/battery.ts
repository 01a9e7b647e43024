// Will it last? Only some browsers tell; elsewhere a person looks.

import { good, type Line, note, todo, type Verdict } from '../line.ts';

export interface BatterySeen {
  /** From 0 to 1. */
  readonly level: number;
  readonly charging: boolean;
}

type Word = 'full' | 'charging' | 'low' | 'unknown';

/** Half of it is an afternoon on most tablets. */
const low = 0.5;

export function batteryVerdict(seen: BatterySeen | null): Verdict<Word> {
  if (seen === null) return note('unknown');
  const count = Math.round(seen.level * 100);
  if (seen.level >= low) return good('full', { count });
  return seen.charging ? note('charging', { count }) : todo('low', { count });
}

declare global {
  interface Navigator {
    readonly getBattery?: () => Promise<BatterySeen>;
  }
}

export const lookAtBattery: Line<Word> = async () => {
  try {
    const battery = await navigator.getBattery?.();
    return batteryVerdict(battery === undefined ? null : { level: battery.level, charging: battery.charging });
  } catch {
    return batteryVerdict(null); // forbidden by a policy: as good as missing
  }
};
