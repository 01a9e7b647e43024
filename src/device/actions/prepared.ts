// [S57] A class that a partner prepares on its own page: each child is sealed in this browser and sent. Nothing of it is written here, neither
// in clear nor sealed: what must be sent again, because no answer came, whoever called keeps in memory.

import { type Fact, factVersion, readFact } from '../../domain/fact.ts';
import { failed, ok, type Problem, type Result } from '../../domain/problem.ts';
import { hashOf } from '../../protocol/hash.ts';
import { longId } from '../../protocol/ids.ts';
import { paths } from '../../protocol/paths.ts';
import { preparedAnswer } from '../../protocol/prepared.ts';
import type { SentFact } from '../../protocol/push.ts';
import type { Store } from '../store/db.ts';
import { instantOf } from '../store/make-fact.ts';
import { self } from '../store/self.ts';
import { post } from '../sync/http.ts';
import { askShared, lastShared } from './shared.ts';
import type { NewSignUp } from './sign-ups.ts';

/**
 * The facts of a list, sealed to the key that the server names now. Their ids are the sign-ups' `token`s. Problems: those of `askShared`,
 * class-closed (the page offers it no more), seal-key-unknown (the key is not the one its id names), input-invalid (`field`).
 */
export async function sealClass(store: Store, session: string, signUps: readonly NewSignUp[]): Promise<Result<readonly SentFact[]>> {
  const asked = await askShared(store);
  if (!asked.ok) return asked;
  const [answer, own] = await Promise.all([lastShared(store), self(store)]);
  const { identity, clockOffset } = own;
  if (identity === null) return failed('not-enrolled');
  const preparing = answer?.preparing;
  const isOffered = answer?.sessions.some(({ id, prepared }) => id === session && prepared !== undefined) === true;
  if (preparing === undefined || !isOffered) return failed('class-closed');
  const { random, now, appVersion } = store.ports;
  const { sealContact } = await import('../seal/hpke.ts');
  // The server keeps a digest of each incarnation, which this browser's own could not match: it holds no facts (S21).
  const incarnation = longId(random);
  const sent: SentFact[] = [];
  for (const { contact, token, ...body } of signUps) {
    const { library, device } = identity;
    const id = token ?? longId(random);
    const sealed = await sealContact(
      preparing.sealTo.publicKey,
      preparing.sealTo.id,
      { library, fact: id, kind: 'sign-up.taken' },
      contact,
    );
    if (!sealed.ok) return sealed;
    const fact: Fact = {
      id,
      library,
      device,
      incarnation,
      number: sent.length + 1,
      kind: 'sign-up.taken',
      version: factVersion,
      subject: { type: 'session', id: session },
      body: { ...body, preparedBy: preparing.partner, sealed: sealed.value },
      at: instantOf(now()),
      clockOffset,
      staff: null,
      app: appVersion,
    };
    const text = JSON.stringify(fact);
    const read = readFact(text);
    if (!read.ok) return failed('input-invalid', read.problem.detail);
    sent.push({ hash: hashOf(text), text });
  }
  return ok(sent);
}

/** Sent twice, it is done once. Problems: those of the network (see `mayHaveArrived`), and the server's refusals, after which nothing was done. */
export async function sendClass(store: Store, session: string, facts: readonly SentFact[]): Promise<Result<{ readonly prepared: number }>> {
  const { identity } = await self(store);
  if (identity === null) return failed('not-enrolled');
  const asking = { device: identity.device, request: longId(store.ports.random) };
  const got = await post(store.ports, paths.prepared, JSON.stringify({ ...asking, session, facts }), preparedAnswer);
  if (!got.ok) return got;
  const isOthers = got.value.request !== asking.request || got.value.device !== asking.device;
  return isOthers ? failed('server-answer-unreadable', { reason: 'another-request' }) : ok({ prepared: got.value.prepared });
}

/**
 * No answer, or one that leaves open whether it was done: only the same bytes may be sent again. `before`: so it was at an earlier try; then
 * only a refusal that the server makes after it has looked for these very facts says that they are not there.
 */
export function mayHaveArrived({ code }: Problem, before = false): boolean {
  return (
    ['server-unreachable', 'server-answer-unreadable', 'server-busy', 'server-failed'].includes(code) ||
    (before && !['class-closed', 'class-full', 'sealing-key-changed'].includes(code))
  );
}
