// [S33] [S56] What is left of a sign-up or a survey's answer that is erased: a fact that counts it and names nobody, made by the server's own device.
// Its id follows from the erased one's: made once more, after a restore, it is the same fact, and counts once.

import type { Fact, FactBody, FactKind } from '../../domain/fact.ts';
import { factVersion } from '../../domain/fact.ts';
import { signUpTaken } from '../../domain/sign-up.ts';
import { surveyAnswered } from '../../domain/survey.ts';
import { bytesFromBase64url, hashOf } from '../../protocol/hash.ts';
import * as v from 'valibot';
import type { NewFact } from './place-facts.ts';

/** The device that the server itself writes as. */
export function serverDeviceOf(library: string): string {
  return `server-${library}`;
}

/** What goes on counting instead of a fact that is erased; null: nothing does. `receivedAt` of the erased one; `seq` and `at` are the new fact's own. */
export function countedInstead(erased: Fact, receivedAt: string, seq: number, at: string): NewFact | null {
  switch (erased.kind) {
    case 'sign-up.taken': {
      const { for: kind, language, ageBand, consent } = v.parse(signUpTaken, erased.body);
      const body: FactBody<'sign-up.counted'> = { for: kind, language, ageBand, consentBy: consent.by, takenAt: receivedAt };
      return serverFact(erased, 'sign-up.counted', body, seq, at);
    }
    case 'survey.answered':
      return serverFact(erased, 'survey.answered', { ...v.parse(surveyAnswered, erased.body), sealed: null }, seq, at);
    default:
      return null;
  }
}

function serverFact<Kind extends FactKind>(erased: Fact, kind: Kind, body: FactBody<Kind>, seq: number, receivedAt: string): NewFact {
  const device = serverDeviceOf(erased.library);
  const fact: Fact = {
    id: countedId(erased.id),
    library: erased.library,
    device,
    // Not that of the server's commands, which count on from their last number: these are numbered by chance, so that none meets another.
    incarnation: 'counted',
    number: numberOf(erased.id),
    kind,
    version: factVersion,
    subject: erased.subject,
    body,
    at: erased.at,
    clockOffset: 0,
    staff: null,
    app: 'server',
  };
  const text = JSON.stringify(fact);
  return { fact, text, hash: hashOf(text), seq, carrier: device, receivedAt };
}

/** The kinds of facts that something is left of. */
export const countedKinds: readonly string[] = ['sign-up.taken', 'survey.answered'];

export function countedId(erased: string): string {
  return digestOf(erased).slice(0, 22);
}

function numberOf(taken: string): number {
  const bytes = bytesFromBase64url(digestOf(taken).slice(22, 30)) ?? new Uint8Array();
  return 1 + bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

function digestOf(taken: string): string {
  return hashOf(`wayside/sign-up.counted/1 ${taken}`);
}
