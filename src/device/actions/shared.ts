// What a partner's browser reads [S54]: asked of the server, and the last answer kept, so that the page opens where no network is.

import { failed, ok, type ProblemCode, type Result } from '../../domain/problem.ts';
import { type SharedAnswer, sharedAnswer } from '../../protocol/shared.ts';
import { paths } from '../../protocol/paths.ts';
import type { Store } from '../store/db.ts';
import { self } from '../store/self.ts';
import { write } from '../store/write.ts';
import { get, post } from '../sync/http.ts';
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

/** Problems: those of the network, and what was read before stays; or those of `ended`, and it is deleted. */
export async function askShared(store: Store): Promise<Result<null>> {
  const answer = await get(store.ports, paths.shared, sharedAnswer);
  if (!answer.ok && !ended.includes(answer.problem.code)) return answer;
  const kept = await write(store, {
    tables: ['meta'],
    read: () => Promise.resolve(),
    run: async (_self, _seen, inside) => {
      await (answer.ok ? inside.meta.put({ key: 'shared', shared: answer.value }) : inside.meta.delete('shared'));
      return ok(null);
    },
  });
  return answer.ok ? kept : answer;
}

export function isEnded({ code }: { readonly code: ProblemCode }): boolean {
  return ended.includes(code);
}

/** Ends this browser's access at the server, then nothing of it is kept here. Stop sync before. Problems: those of the network; then all stays. */
export async function leaveShared(store: Store): Promise<Result<null>> {
  const { identity } = await self(store);
  if (identity === null) return failed('not-enrolled');
  const left = await post(store.ports, paths.revoke, JSON.stringify({ device: identity.device }), v.looseObject({}));
  if (!left.ok && !isEnded(left.problem)) return left;
  await store.dexie.delete({ disableAutoOpen: false });
  return ok(null);
}
