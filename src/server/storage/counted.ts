// [S33] What is left of a sign-up whose details are erased: a fact that counts it and names nobody, made by the server's own device.
// Its id follows from the sign-up's: made once more, after a restore, it is the same fact, and counts once.

import type { Fact, FactBody } from '../../domain/fact.ts';
import { factVersion } from '../../domain/fact.ts';
import { signUpTaken } from '../../domain/sign-up.ts';
import { bytesFromBase64url, hashOf } from '../../protocol/hash.ts';
import * as v from 'valibot';
import type { NewFact } from './place-facts.ts';

/** The device that the server itself writes as. */
export function serverDeviceOf(library: string): string {
  return `server-${library}`;
}

/** `takenAt`: when the server received the sign-up. `seq` is the new fact's own. */
export function countedFact(taken: Fact, takenAt: string, seq: number, receivedAt: string): NewFact {
  const { for: kind, language, ageBand, consent } = v.parse(signUpTaken, taken.body);
  const body: FactBody<'sign-up.counted'> = { for: kind, language, ageBand, consentBy: consent.by, takenAt };
  const device = serverDeviceOf(taken.library);
  const fact: Fact = {
    id: countedId(taken.id),
    library: taken.library,
    device,
    // Not that of the server's commands, which count on from their last number: these are numbered by chance, so that none meets another.
    incarnation: 'counted',
    number: numberOf(taken.id),
    kind: 'sign-up.counted',
    version: factVersion,
    subject: taken.subject,
    body,
    at: taken.at,
    clockOffset: 0,
    staff: null,
    app: 'server',
  };
  const text = JSON.stringify(fact);
  return { fact, text, hash: hashOf(text), seq, carrier: device, receivedAt };
}

export function countedId(taken: string): string {
  return digestOf(taken).slice(0, 22);
}

function numberOf(taken: string): number {
  const bytes = bytesFromBase64url(digestOf(taken).slice(22, 30)) ?? new Uint8Array();
  return 1 + bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

function digestOf(taken: string): string {
  return hashOf(`wayside/sign-up.counted/1 ${taken}`);
}
