// Sessions and loans that left the scope while facts of this device waited: they stay in sight until these are delivered, and then go, as the
// server has said (S16). What is left of them would else be shown as if it were all, and none of it be let go of (S22).

import * as v from 'valibot';
import { readFact } from '../../domain/fact.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { hasUnsettled } from '../../domain/unsettled.ts';
import type { Scope } from '../../protocol/pull.ts';
import { removeSubject } from './apply-rows.ts';
import type { Store } from './db.ts';
import { everyTable } from './every-table.ts';
import { newFolding, writeFolding } from './folding.ts';
import { copiesOf, ownFactsOf } from './history.ts';
import { cursorRow, type Left } from './meta.ts';
import { dayOf, isOutside } from './sweep.ts';
import { write } from './write.ts';

/** Lets go of those of which nothing waits any more. */
export async function dropLeft(store: Store): Promise<Result<null>> {
  return write(store, {
    tables: everyTable,
    read: (store) => cursorRow(store),
    run: async (self, row, store) => {
      const folding = newFolding(self);
      const still: Left[] = [];
      for (const left of row.left ?? []) {
        const own = await ownFactsOf(store, left.subject);
        if (own.some(({ order }) => order > self.delivered)) still.push(left);
        else if (row.cursor !== null && (await isOut(store, left, row.cursor.scope))) await removeSubject(store, folding, left.subject);
      }
      await store.meta.put({ ...row, left: still });
      await writeFolding(store, folding);
      return ok(null);
    },
  });
}

/**
 * What came into the scope again has come whole, with what others said of it. Only of what is this device's own alone nothing comes: there
 * its own later words tell, about the day or of a sign-up that is still to be done.
 */
async function isOut(store: Store, { subject, after }: Left, scope: Scope): Promise<boolean> {
  if ((await copiesOf(store, subject)).length > 0) return false;
  const later = (await ownFactsOf(store, subject)).flatMap(({ order, text }) => {
    const read = readFact(text);
    return order > after && read.ok ? [read.value] : [];
  });
  if (!later.some(({ body }) => v.is(ofTheDay, body)) && !hasUnsettled(later)) return true;
  if (subject.startsWith('session/') && (await dayOf(store, subject)) === null) return true;
  return isOutside(store, subject, scope);
}

const ofTheDay = v.object({ set: v.union([v.object({ date: v.unknown() }), v.object({ returnedOn: v.unknown() })]) });
