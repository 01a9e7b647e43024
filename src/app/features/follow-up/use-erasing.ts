// Erasing several sign-ups of one person. The server does all in one go or none; where it refuses them together, they are asked for one
// by one, so that one that it cannot take does not keep the others. Lives above the sign-up that is shown: that one goes as well.

import { useState } from 'preact/hooks';
import { failed, type Problem, type Result } from '../../../domain/problem.ts';
import type { Erasure } from '../../../protocol/erase.ts';
import { useApp } from '../../context.ts';

/** A sign-up to be erased, and its name while the desk is open. */
export interface ToErase {
  readonly id: string;
  readonly name: string;
}

export interface NotErased extends ToErase {
  readonly problem: Problem;
}

export interface Erasing {
  readonly busy: boolean;
  /** What the last try did not confirm; none: all of it went, or nothing was tried. */
  readonly left: readonly NotErased[];
  readonly erase: (signUps: readonly ToErase[]) => Promise<void>;
  readonly forget: () => void;
}

export function useErasing(onErased: (made: Erasure) => void): Erasing {
  const { device } = useApp();
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState<readonly NotErased[]>([]);

  async function erase(signUps: readonly ToErase[]): Promise<void> {
    if (busy || signUps.length === 0) return;
    setBusy(true);
    // What is on this device only is not known to the server, and would not go on counting there. Without a network the next step says so.
    await device.sync.deliverNow();
    const { made, left: others } = await eraseAll(signUps, device.access.eraseSignUps);
    for (const one of made) onErased(one);
    setLeft(others);
    setBusy(false);
    if (made.length > 0) void device.sync.deliverNow(); // what this device holds goes now, or with the next delivery
  }

  return { busy, left, erase, forget: () => setLeft([]) };
}

type Ask = (ids: readonly string[]) => Promise<Result<Erasure>>;

async function eraseAll(signUps: readonly ToErase[], ask: Ask) {
  const whole = await ask(signUps.map(({ id }) => id));
  if (whole.ok) return { made: [whole.value], left: [] };
  if (signUps.length === 1 || !ofOne.includes(whole.problem.code)) return { made: [], left: signUps.map((one) => ({ ...one, ...whole })) };
  const made: Erasure[] = [];
  const left: NotErased[] = [];
  let stopped: Problem | null = null;
  for (const one of signUps) {
    const answer: Result<Erasure> = stopped === null ? await ask([one.id]) : failed(stopped.code);
    if (answer.ok) made.push(answer.value);
    else {
      left.push({ ...one, problem: answer.problem });
      if (!ofOne.includes(answer.problem.code)) stopped = answer.problem;
    }
  }
  return { made, left };
}

/** Refusals that may be about one of several; any other is about the asking. */
const ofOne: readonly Problem['code'][] = ['request-invalid', 'server-failed'];
