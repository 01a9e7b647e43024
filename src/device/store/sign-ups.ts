// Sign-ups of a session, each with its newest envelope. Opening one is the sealing's business.

import * as v from 'valibot';
import type { Fact } from '../../domain/fact.ts';
import { type SealedBox, type SignUpTaken, signUpCorrected, signUpTaken } from '../../domain/sign-up.ts';
import type { Store } from './db.ts';
import { type DeliveryState, wholeLog } from './log.ts';

export interface SignUp {
  readonly fact: Fact;
  readonly body: SignUpTaken;
  readonly sealed: SealedBox;
  /** The fact the newest envelope travelled in: its id is sealed in with it. */
  readonly sealedIn: Fact;
  readonly state: DeliveryState;
  readonly voided: boolean;
}

/** Newest first. */
export async function signUpsOf(store: Store, sessionId: string): Promise<SignUp[]> {
  const log = await wholeLog(store, sessionId);
  const corrections = new Map<string, { readonly fact: Fact; readonly sealed: SealedBox }>();
  for (const { fact } of log) {
    if (fact.kind !== 'sign-up.corrected') continue;
    const { target, sealed } = v.parse(signUpCorrected, fact.body);
    corrections.set(target, { fact, sealed });
  }
  const found = log.flatMap(({ fact, state, voided }): SignUp[] => {
    if (fact.kind !== 'sign-up.taken') return [];
    const body = v.parse(signUpTaken, fact.body);
    const newest = corrections.get(fact.id);
    return [{ fact, body, sealed: newest?.sealed ?? body.sealed, sealedIn: newest?.fact ?? fact, state, voided }];
  });
  return found.reverse();
}
