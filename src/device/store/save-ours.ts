// One of the two writers of facts: what a person did here. Number, facts, views and counters in ONE strict transaction; when the answer is
// ok they are on the disk, and when it is not, nothing of them is.

import { type Fact, readFact, subjectKey } from '../../domain/fact.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { namedBy } from '../../domain/session.ts';
import { longId } from '../../protocol/ids.ts';
import type { Store } from './db.ts';
import type { Capture, Draft } from './draft.ts';
import { foldSubject, hasView, isSessionSubject, putViews, readViews, type Views } from './fold.ts';
import { historyOf, placedOf } from './history.ts';
import { makeFacts, seenOf } from './make-fact.ts';
import { quickSave } from './quick-save.ts';
import { remember } from './recent.ts';
import type { Self } from './self.ts';
import { write } from './write.ts';

/** Problems: not-enrolled, not-allowed, input-invalid (`field`), and those of storage. */
export async function saveOurs(store: Store, capture: Capture): Promise<Result<readonly Fact[]>> {
  const ids: string[] = []; // kept over a retry: the same facts, not new ones
  const quick = await quickSave(store, capture, ids);
  return quick === null ? saveThoroughly(store, capture, ids) : ok(quick);
}

async function saveThoroughly(store: Store, capture: Capture, ids: string[]): Promise<Result<readonly Fact[]>> {
  const subjects = [...new Set(capture.subjects.map(subjectKey))];
  const all = [...subjects, ...(capture.newSubjects ?? []).map(subjectKey)];
  const sessions = all.some(isSessionSubject) ? (['sessions', 'initials'] as const) : [];
  const records = all.every(isSessionSubject) ? [] : (['records'] as const);
  const written: { before: Self; after: Self; views: Views }[] = [];
  const saved = await write<Views, readonly Fact[]>(store, {
    tables: ['facts', 'copies', 'receipts', ...sessions, ...records, ...(capture.beside?.tables ?? [])],
    remembers: true,
    read: (store) => readViews(store, subjects),
    run: async (self, views, store) => {
      const { identity } = self;
      if (identity === null) return failed('not-enrolled');
      await completeViews(store, self, views, subjects);
      const drafts = capture.plan(seenOf(views, identity));
      if (!drafts.ok) return drafts;
      const known = await alreadySaved(store, [...drafts.value.flatMap((draft) => draft.id ?? []), ...ids]);
      if (known.length > 0) return ok(known);
      for (const [at, draft] of drafts.value.entries()) ids[at] = draft.id ?? ids[at] ?? longId(store.ports.random);
      const targets = await targetsOf(store, drafts.value);
      const made = makeFacts({ store, self, identity, views, targets }, drafts.value, ids);
      if (!made.ok) return made;
      const { rows, facts, touched, self: after } = made.value;
      if (rows.length > 0) {
        await Promise.all([
          store.facts.bulkAdd(rows),
          putViews(store, views, touched),
          store.self.put(after),
          capture.beside?.put(store, rows),
        ]);
        written.push({ before: self, after, views });
      }
      return ok(facts);
    },
  });
  const last = written.at(-1);
  if (saved.ok && last !== undefined) remember(store, last, last.views, all);
  return saved;
}

/** A subject that left the scope has no view although own facts of it may lie here: they count again when somebody goes on with it. */
async function completeViews(store: Store, self: Self, views: Views, subjects: readonly string[]): Promise<void> {
  if (self.place === 0) return;
  const missing = subjects.filter((subject) => !hasView(views, subject));
  const histories = await Promise.all(missing.map((subject) => historyOf(store, subject)));
  for (const [at, subject] of missing.entries()) foldSubject(views, subject, placedOf(histories[at] ?? []));
}

async function alreadySaved(store: Store, ids: readonly string[]): Promise<readonly Fact[]> {
  const rows = await Promise.all(ids.map((id) => store.facts.get({ id })));
  const read = rows.flatMap((row) => (row === undefined ? [] : [readFact(row.text)]));
  return read.flatMap((one) => (one.ok ? [one.value] : []));
}

/** The facts that voids name, as far as this store holds them. */
async function targetsOf(store: Store, drafts: readonly Draft[]): Promise<ReadonlyMap<string, Fact>> {
  const targets = new Map<string, Fact>();
  for (const draft of drafts) {
    const id = namedBy(draft);
    if (id === undefined) continue;
    const [own] = await alreadySaved(store, [id]);
    const target = own ?? (await historyOf(store, subjectKey(draft.subject))).find((entry) => entry.id === id)?.fact;
    if (target) targets.set(id, target);
  }
  return targets;
}
