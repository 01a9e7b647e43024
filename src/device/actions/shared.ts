// What a partner's browser reads [S54]: asked of the server, and the last answer kept, so that the page opens where no network is.

import { failed, ok, type ProblemCode, type Result } from '../../domain/problem.ts';
import { longId } from '../../protocol/ids.ts';
import { type SharedAnswer, sharedAnswer } from '../../protocol/shared.ts';
import { paths } from '../../protocol/paths.ts';
import type { Store } from '../store/db.ts';
import { self } from '../store/self.ts';
import { write } from '../store/write.ts';
import { post } from '../sync/http.ts';
import * as v from 'valibot';

/** null: nothing has been read so far, or the library has ended it. */
export async function lastShared(store: Store): Promise<SharedAnswer | null> {
  const row = await store.meta.get('shared');
  if (row?.key !== 'shared') return null;
  const read = v.safeParse(sharedAnswer, row.shared);
  return read.success ? read.output : null; // kept by a version that said it in another way: it is asked for again
}

/** After these the library shows this browser nothing any more. */
const ended: readonly ProblemCode[] = ['device-revoked', 'not-enrolled', 'not-allowed', 'not-found'];

/**
 * Problems: those of the network, and what was read before stays; or those of `ended`, and it is deleted. An answer for another enrollment
 * of this store, or older than what is here, changes nothing.
 */
export async function askShared(store: Store): Promise<Result<null>> {
  const { identity } = await self(store);
  if (identity === null) return failed('not-enrolled');
  const question = { device: identity.device, request: longId(store.ports.random) };
  const got = await post(store.ports, paths.shared, JSON.stringify(question), sharedAnswer);
  const isOthers = got.ok && (got.value.request !== question.request || got.value.device !== question.device);
  const answer = isOthers ? failed('server-answer-unreadable', { reason: 'another-request' }) : got;
  if (!answer.ok && !ended.includes(answer.problem.code)) return answer;
  const kept = await write(store, {
    tables: ['meta'],
    read: (store) => lastShared(store),
    run: async (own, before, inside) => {
      if (own.identity?.device !== question.device) return ok(null);
      if (!answer.ok) await inside.meta.delete('shared');
      else if (before === null || before.at <= answer.value.at) await inside.meta.put({ key: 'shared', shared: answer.value });
      return ok(null);
    },
  });
  return answer.ok ? kept : answer;
}

export function isEnded({ code }: { readonly code: ProblemCode }): boolean {
  return ended.includes(code);
}

/**
 * Ends this browser's access at the server, then nothing of it is kept here. Stop sync before. Problems: those of the network, and
 * not-allowed where the store holds what somebody logged; then all stays.
 */
export async function leaveShared(store: Store): Promise<Result<null>> {
  const { identity } = await self(store);
  if (identity === null) return failed('not-enrolled');
  if (identity.level !== 'partner' || (await store.facts.count()) > 0) return failed('not-allowed');
  const left = await post(store.ports, paths.revoke, JSON.stringify({ device: identity.device }), v.looseObject({}));
  if (!left.ok && !isEnded(left.problem)) return left;
  await store.dexie.delete({ disableAutoOpen: false });
  return ok(null);
}
