// To whom something was lent last, so that a family's next thing is one tap. In memory, of this one panel, and nowhere else: it goes with
// the panel, which every other screen and the kiosk replace, and when nothing is handed out for a while.

import { useEffect, useState } from 'preact/hooks';
import type { LoanFields } from '../../../domain/loan.ts';
import { useApp } from '../../context.ts';

export interface Recipient extends Pick<LoanFields, 'to' | 'site'> {
  /** '' for another way. */
  readonly card: string;
}

/** Milliseconds. */
export const keptFor = 300_000;

/** `lastHandOut` changes with every one. */
export function useLastRecipient(lastHandOut: string | undefined) {
  const { device } = useApp();
  const [last, setLast] = useState<Recipient | null>(null);
  useEffect(() => (last === null ? undefined : device.store.ports.timer(keptFor, () => setLast(null))), [device, last, lastHandOut]);
  return { last, keep: setLast, forget: () => setLast(null) };
}
