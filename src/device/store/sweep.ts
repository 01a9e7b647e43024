// After filling once more: drops the copies of earlier fillings, subject by subject, and folds these subjects again. What has not come again
// is out of scope or erased; a session or loan out of scope goes as if the server had named it (S16), or its view would stay for ever. Each step is a
// transaction of its own; a crash between two loses nothing.

import { ok, type Result } from '../../domain/problem.ts';
import { fieldValue } from '../../domain/record.ts';
import type { Scope } from '../../protocol/pull.ts';
import { removeSubject } from './apply-rows.ts';
import { everyTable, type Store } from './db.ts';
import { newFolding, writeFolding } from './folding.ts';
import { cursorRow } from './meta.ts';
import { bumped } from './self.ts';
import { write } from './write.ts';

const subjectsAtOnce = 100;

export async function sweepOldFillings(store: Store): Promise<Result<null>> {
  const { fill, cursor } = await cursorRow(store);
  const keys = await store.copies.toCollection().primaryKeys();
  const old = keys.filter((key) => key[1] < fill);
  const came = new Set(keys.filter((key) => key[1] >= fill).map(([subject]) => subject));
  const outside = new Set((cursor === null ? [] : await outsideOf(store, cursor.scope)).filter((subject) => !came.has(subject)));
  const subjects = [...new Set([...old.map(([subject]) => subject), ...outside])];
  for (let at = 0; at < subjects.length; at += subjectsAtOnce) {
    const part = new Set(subjects.slice(at, at + subjectsAtOnce));
    const swept = await write(store, {
      tables: everyTable,
      read: (store) => cursorRow(store),
      run: async (self, now, store) => {
        if (now.fill !== fill || !now.sweep) return ok(null);
        const folding = newFolding(self);
        await store.copies.bulkDelete(old.filter(([subject]) => part.has(subject)));
        for (const subject of part) {
          if (outside.has(subject)) await removeSubject(store, folding, subject);
          else folding.again.add(subject);
        }
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

/** Their own facts do not come as copies, so the day alone tells. Those without a day are in every scope (S15). */
async function outsideOf(store: Store, { from, to }: Scope): Promise<readonly string[]> {
  const byDay = () => store.sessions.where('values.date');
  const [past, future, loans] = await Promise.all([
    byDay().below(from).primaryKeys(),
    byDay().above(to).primaryKeys(),
    store.records.where('type').equals('loan').toArray(),
  ]);
  const back = loans.filter(({ record }) => {
    const day = fieldValue(record.fields['returnedOn']);
    return typeof day === 'string' && (day < from || day > to);
  });
  return [...[...past, ...future].map((id) => `session/${id}`), ...back.map(({ key }) => key)];
}
