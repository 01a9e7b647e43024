// Whether contact details are open just now, and the details themselves while they are. What was opened is forgotten when it locks;
// real input keeps it open.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { SignUp } from '../../device/store/sign-ups.ts';
import type { Result } from '../../domain/problem.ts';
import type { ContactDetails } from '../../domain/sign-up.ts';
import { useApp } from '../context.ts';

export type VaultState = ReturnType<ReturnType<typeof useApp>['device']['seal']['status']>;

export function useVault(): VaultState {
  const { device } = useApp();
  const [status, setStatus] = useState(() => device.seal.status());
  useEffect(() => device.seal.subscribe(setStatus), [device]);

  const unlocked = status.state === 'unlocked';
  useEffect(() => {
    if (!unlocked) return undefined;
    const touch = () => device.seal.touch();
    // Timers sleep with the tablet: whoever wakes it is asked for the passphrase again before anything shows.
    const look = () => setStatus(device.seal.status());
    addEventListener('pointerdown', touch, { passive: true });
    addEventListener('keydown', touch);
    document.addEventListener('visibilitychange', look);
    return () => {
      removeEventListener('pointerdown', touch);
      removeEventListener('keydown', touch);
      document.removeEventListener('visibilitychange', look);
    };
  }, [unlocked, device]);
  return status;
}

export type Opened = ReadonlyMap<string, Result<ContactDetails>>;

const nothing: Opened = new Map();

/** Opened details by the id of the fact their newest envelope travelled in. */
export function useOpened(signUps: readonly Pick<SignUp, 'sealed' | 'sealedIn'>[], vault: VaultState): Opened {
  const { device } = useApp();
  const [opened, setOpened] = useState<Opened>(new Map());
  const known = useRef<Map<string, Result<ContactDetails>>>(new Map());
  const unlocked = vault.state === 'unlocked';

  useEffect(() => {
    if (!unlocked) {
      known.current = new Map();
      setOpened(new Map());
      return undefined;
    }
    const stopping = new AbortController();
    void openAll(stopping.signal);
    return () => stopping.abort();
  }, [unlocked, signUps]);

  async function openAll(stopped: AbortSignal): Promise<void> {
    const missing = signUps.filter(({ sealedIn }) => !known.current.has(sealedIn.id));
    const { current } = known;
    // The list may have changed just as the last of them was opened: known by now, and not shown yet.
    if (missing.length === 0) return setOpened((shown) => (shown.size === current.size ? shown : new Map(current)));
    const note = (answers: readonly Result<ContactDetails>[], done: number) => {
      if (stopped.aborted) return;
      for (const [at, result] of answers.entries()) {
        const id = missing[done - answers.length + at]?.sealedIn.id;
        if (id !== undefined) current.set(id, result);
      }
    };
    const answer = await device.seal.openMany(missing, { stop: stopped, onBatch: note });
    if (stopped.aborted) return;
    if (!answer.ok)
      note(
        missing.map(() => answer),
        missing.length,
      );
    setOpened(new Map(current));
  }

  return unlocked ? opened : nothing;
}
