// Hand-outs of a session.

import * as v from 'valibot';
import type { Fact } from '../../domain/fact.ts';
import { type HandOutBody, type HandOutWay, handOutBody, handOutWays } from '../../domain/hand-out.ts';
import type { Store } from './db.ts';
import { type DeliveryState, wholeLog } from './log.ts';

export interface HandOut {
  readonly fact: Fact;
  readonly way: HandOutWay;
  readonly body: HandOutBody;
  readonly state: DeliveryState;
  readonly voided: boolean;
}

/** Newest first. */
export async function handOutsOf(store: Store, sessionId: string): Promise<HandOut[]> {
  const log = await wholeLog(store, sessionId);
  const found = log.flatMap(({ fact, state, voided }): HandOut[] => {
    const way = handOutWays.find((one) => fact.kind === `hand-out.${one}`);
    return way === undefined ? [] : [{ fact, way, body: v.parse(handOutBody, fact.body), state, voided }];
  });
  return found.reverse();
}
