// A row that is written, read back and deleted through the one door to writing: proof that this device stores what it is given.

import { failed, ok, type Result } from '../../domain/problem.ts';
import { longId } from '../../protocol/ids.ts';
import type { Store } from './db.ts';
import { read } from './read.ts';
import { write } from './write.ts';

/** Problems: those of storage; storage-unavailable when what was written is not what is read. */
export async function canary(store: Store): Promise<Result<null>> {
  const song = longId(store.ports.random);
  const none = () => Promise.resolve();
  const written = await write(store, {
    tables: ['meta'],
    read: none,
    run: async (_self, _seen, inside) => {
      await inside.meta.put({ key: 'canary', song });
      return ok(null);
    },
  });
  if (!written.ok) return written;
  const heard = await read(store, () => store.meta.get('canary'));
  const deleted = await write(store, {
    tables: ['meta'],
    read: none,
    run: async (_self, _seen, inside) => {
      await inside.meta.delete('canary');
      return ok(null);
    },
  });
  if (!heard.ok) return heard;
  if (heard.value?.key !== 'canary' || heard.value.song !== song) return failed('storage-unavailable');
  return deleted;
}
