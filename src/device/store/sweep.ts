// After filling once more: drops the copies of earlier fillings, subject by subject, and folds these subjects again. What has not come again
// is out of scope or erased; a session or loan out of scope goes as if the server had named it (S16), or its view would stay for ever. Each step is a
// transaction of its own; a crash between two loses nothing.

import { daysKnown, daysOfUnsettled } from '../../domain/days-known.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { fieldValue } from '../../domain/record.ts';
import { addDays, type Day } from '../../domain/shapes.ts';
import { hasUnsettled } from '../../domain/unsettled.ts';
import type { Scope } from '../../protocol/pull.ts';
import { removeSubject } from './apply-rows.ts';
import type { Store } from './db.ts';
import { everyTable } from './every-table.ts';
import { newFolding, writeFolding } from './folding.ts';
import { copiesOf, mergeHistory, ownFactsOf, placedOf } from './history.ts';
import { cursorRow, type Left } from './meta.ts';
import { bumped } from './self.ts';
import { write } from './write.ts';

const subjectsAtOnce = 100;

export async function sweepOldFillings(store: Store): Promise<Result<null>> {
  const { fill, cursor } = await cursorRow(store);
  const keys = await store.copies.toCollection().primaryKeys();
  const old = keys.filter((key) => key[1] < fill);
  const far = cursor === null ? [] : await outsideByDay(store, cursor.scope);
  const subjects = [...new Set([...old.map(([subject]) => subject), ...far])];
  for (let at = 0; at < subjects.length; at += subjectsAtOnce) {
    const part = new Set(subjects.slice(at, at + subjectsAtOnce));
    const swept = await write(store, {
      tables: everyTable,
      read: (store) => cursorRow(store),
      run: async (self, now, store) => {
        if (now.fill !== fill || !now.sweep) return ok(null);
        const folding = newFolding(self);
        await store.copies.bulkDelete(old.filter(([subject]) => part.has(subject)));
        const left: Left[] = [];
        for (const subject of part) {
          if (now.cursor === null || !(await isOutside(store, subject, now.cursor.scope))) folding.again.add(subject);
          else if (await removeSubject(store, folding, subject)) left.push({ subject, after: self.delivered });
        }
        if (left.length > 0) await store.meta.put({ ...now, left: [...(now.left ?? []), ...left] });
        await writeFolding(store, folding);
        return ok(null);
      },
    });
    if (!swept.ok) return swept;
  }
  return write(store, {
    tables: ['meta'],
    read: (store) => cursorRow(store),
    run: async (self, now, store) => {
      if (now.fill === fill) await Promise.all([store.meta.put({ ...now, sweep: false }), store.self.put(bumped(store, self))]);
      return ok(null);
    },
  });
}

/** Candidates: subjects whose day is not in scope. */
async function outsideByDay(store: Store, { from, to }: Scope): Promise<readonly string[]> {
  const byDay = () => store.sessions.where('values.date');
  const [past, future, loans] = await Promise.all([
    byDay().below(from).primaryKeys(),
    byDay().above(to).primaryKeys(),
    store.records.where('type').equals('loan').primaryKeys(),
  ]);
  return [...[...past, ...future].map((id) => `session/${id}`), ...loans];
}

/**
 * What came with this filling is in scope (earlier copies are gone by now). A subject of which the device has its own facts alone does not
 * come as a copy, so its day tells, and for a session whether a sign-up of its own is still to be done. Those without a day are in every
 * scope (S15).
 */
export async function isOutside(store: Store, subject: string, { from, to }: Scope): Promise<boolean> {
  if ((await copiesOf(store, subject)).length > 0) return false;
  const day = await dayOf(store, subject);
  if (day === null || (day >= from && day <= to)) return false;
  if (!subject.startsWith(sessions) || day < addDays(from, daysKnown - daysOfUnsettled)) return true;
  const own = placedOf(mergeHistory(await ownFactsOf(store, subject), new Map(), []));
  return !hasUnsettled(own.map(({ fact }) => fact));
}

const sessions = 'session/';

/** Null: nobody has said one, or it is still out. */
export async function dayOf(store: Store, subject: string): Promise<Day | null> {
  if (subject.startsWith(sessions)) {
    const session = await store.sessions.get(subject.slice(sessions.length));
    return session === undefined || fieldValue(session.fields['date']) === undefined ? null : session.values.date;
  }
  const row = subject.startsWith('loan/') ? await store.records.get(subject) : undefined;
  const day = row === undefined ? undefined : fieldValue(row.record.fields['returnedOn']);
  return typeof day === 'string' ? day : null;
}
