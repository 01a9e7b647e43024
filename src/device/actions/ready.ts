// The last finding of Ready to leave: kept here, and said in the device's own record, so that the coordinator sees it for every device.

import { failed, ok, type Result } from '../../domain/problem.ts';
import type { Ready } from '../../domain/ready.ts';
import type { Store } from '../store/db.ts';
import { editOf } from '../store/draft.ts';
import { read } from '../store/read.ts';
import { self } from '../store/self.ts';
import { write } from '../store/write.ts';
import { type ActionContext, capture } from './capture.ts';

export async function lastReady(store: Store): Promise<Ready | null> {
  const row = await store.meta.get('ready');
  return row?.key === 'ready' ? row.ready : null;
}

/** Told again within this time, the same finding is no news to anybody. */
const newsAfter = 3_600_000;

export async function recordReady(context: ActionContext, ready: Ready): Promise<Result<null>> {
  const { store } = context;
  const found = await read(store, () => Promise.all([self(store), lastReady(store)]));
  if (!found.ok) return found;
  const [{ identity }, before] = found.value;
  if (identity === null) return failed('not-enrolled');
  const kept = await write(store, {
    tables: ['meta'],
    read: () => Promise.resolve(),
    run: async (_self, _seen, inside) => {
      await inside.meta.put({ key: 'ready', ready });
      return ok(null);
    },
  });
  const isSame = before !== null && before.until === ready.until && before.open.join() === ready.open.join();
  if (!kept.ok || (isSame && Date.parse(ready.at) - Date.parse(before.at) < newsAfter)) return kept;
  const subject = { type: 'device', id: identity.device } as const;
  const said = await capture(context, {
    subjects: [subject],
    plan: (seen) => ok(editOf(seen.record('device', subject.id), subject, { ready })),
  });
  return said.ok ? ok(null) : said;
}
