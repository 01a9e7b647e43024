// Which cards are linked to which sign-ups, as far as this device knows and only while unlocked: a number stands inside envelopes, in
// those of sign-ups for a card and in those that were corrected after the sign-up was taken.

import { useMemo } from 'preact/hooks';
import { allSignUps, type SignUp } from '../../device/store/sign-ups.ts';
import { useApp } from '../context.ts';
import { useLive } from '../live.ts';
import { useOpened, type VaultState } from './use-vault.ts';

/** Card number -> the facts of the sign-ups that have it. */
export type LinkedCards = ReadonlyMap<string, readonly string[]>;

const none: readonly SignUp[] = [];

export function useLinkedCards(vault: VaultState): LinkedCards {
  const { device } = useApp();
  const unlocked = vault.state === 'unlocked';
  const live = useLive(async () => (unlocked ? (await allSignUps(device.store)).filter(mayHaveCard) : none), [device, unlocked]);
  const signUps = live.state === 'ready' ? live.value : none;
  const opened = useOpened(signUps, vault);
  return useMemo(() => {
    const linked = new Map<string, string[]>();
    for (const { fact, sealedIn } of signUps) {
      const contact = opened.get(sealedIn.id);
      const number = contact?.ok ? contact.value.cardNumber : '';
      if (number !== '') linked.set(number, [...(linked.get(number) ?? []), fact.id]);
    }
    return linked;
  }, [signUps, opened]);
}

function mayHaveCard({ voided, body, sealedIn, fact }: SignUp): boolean {
  return !voided && (body.for === 'card' || sealedIn.id !== fact.id);
}
