// Initials for a locked roster, of those sign-ups whose initials this device has kept. While it is unlocked, those that were opened are kept
// for later, so that a tablet which took none of them has them after one unlock.

import { useEffect, useState } from 'preact/hooks';
import { openKept, rememberInitials } from '../../../device/actions/initials.ts';
import type { KeptInitials } from '../../../device/store/initials.ts';
import type { SignUp } from '../../../device/store/sign-ups.ts';
import { initialsOf } from '../../../domain/initials.ts';
import { useApp } from '../../context.ts';
import type { Opened } from '../../records/use-vault.ts';

export interface InitialsPlan {
  readonly signUps: readonly SignUp[];
  readonly kept: readonly KeptInitials[];
  readonly opened: Opened;
  readonly unlocked: boolean;
}

/** By the sign-up's fact; none while it is unlocked. */
export function useInitials({ signUps, kept, opened, unlocked }: InitialsPlan): ReadonlyMap<string, string> {
  const { device } = useApp();
  const [shown, setShown] = useState<ReadonlyMap<string, string>>(none);

  useEffect(() => {
    if (unlocked) {
      setShown(none);
      return undefined;
    }
    const state = { left: false };
    openKept(device.store, kept)
      .then((found) => {
        if (!state.left) setShown(found);
      })
      .catch(nothingLost);
    return () => {
      state.left = true;
    };
  }, [kept, unlocked, device]);

  useEffect(() => {
    if (!unlocked || opened.size === 0) return;
    const people = signUps.flatMap(({ fact, sealedIn }) => {
      const contact = opened.get(sealedIn.id);
      return contact?.ok
        ? [{ signUp: fact.id, session: fact.subject.id, from: sealedIn.id, initials: initialsOf(contact.value.name) }]
        : [];
    });
    rememberInitials(device.store, people).catch(nothingLost);
  }, [opened, unlocked, signUps, device]);

  return unlocked ? none : shown;
}

const none: ReadonlyMap<string, string> = new Map();

/** A browser that keeps no keys: the roster shows numbers. */
function nothingLost(): void {}
