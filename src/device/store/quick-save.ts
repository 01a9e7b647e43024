// The short way of saving, for taps: what this page wrote last is taken for granted, and the writes go out together with the read that proves
// it. When it proves wrong (another tab, the worker), or anything else is not as expected, the transaction is aborted and the long way
// is taken. Plain IndexedDB, not Dexie: a save is then as fast as the disk, which Dexie's transactions are not (docs: save, in the benchmark).

import type { Fact } from '../../domain/fact.ts';
import { subjectKey } from '../../domain/fact.ts';
import { longId } from '../../protocol/ids.ts';
import { type Store, writerVersion } from './db.ts';
import type { Capture } from './draft.ts';
import type { Views } from './fold.ts';
import { type Made, makeFacts, seenOf } from './make-fact.ts';
import { forget, remember } from './recent.ts';
import type { Self } from './self.ts';
import { tellWatchers } from './tell-watchers.ts';

/** null: nothing is known to be saved, take the long way with the same `ids`. */
export async function quickSave(store: Store, capture: Capture, ids: string[]): Promise<readonly Fact[] | null> {
  const recent = store.recent.state;
  if (recent === null || recent.self.identity === null) return null;
  const views: Views = { sessions: new Map(), records: new Map() };
  for (const subject of capture.subjects.map(subjectKey)) {
    const session = recent.sessions.get(subject);
    if (session === undefined) return null;
    views.sessions.set(subject, session);
  }
  const drafts = capture.plan(seenOf(views, recent.self.identity));
  // No drafts may be an answer to a view that is no longer so; a void looks for its target; records are not remembered.
  if (!drafts.ok || drafts.value.length === 0) return null;
  if (drafts.value.some(({ kind, subject }) => kind === 'fact.voided' || subject.type !== 'session')) return null;
  for (const [at, draft] of drafts.value.entries()) ids[at] = draft.id ?? longId(store.ports.random);
  const making = { ports: store.ports, self: recent.self, identity: recent.self.identity, views, targets: new Map() };
  const made = makeFacts(making, drafts.value, ids);
  if (!made.ok) return null;
  // Already now: a second tap while this one is being written builds on it, and fails with it.
  remember(store, recent.self, made.value.self, views, made.value.touched);
  if (await writeAtOnce(store, recent.self, made.value, views)) return made.value.facts;
  forget(store);
  return null;
}

/** Longer than any disk takes; then the long way says what is wrong. */
const longestWrite = 10_000;

async function writeAtOnce(store: Store, before: Self, made: Made, views: Views): Promise<boolean> {
  const transaction = begun(store);
  if (transaction === null) return false;
  const abort = () => {
    try {
      transaction.abort();
    } catch {
      // over already: its own event tells how it ended
    }
  };
  const cancel = store.ports.timer(longestWrite, abort);
  const saved = await new Promise<boolean>((resolve) => {
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => resolve(false);
    try {
      const proof = transaction.objectStore('self').get('self');
      proof.onsuccess = () => {
        const proven = proof.result?.revision === before.revision && proof.result.minWriterVersion <= writerVersion;
        // Everything has been asked for: saying so spares the way back and forth that would end the transaction by itself.
        if (proven) transaction.commit();
        else abort();
      };
      for (const row of made.rows) transaction.objectStore('facts').add(row);
      for (const subject of made.touched) transaction.objectStore('sessions').put(views.sessions.get(subject));
      transaction.objectStore('self').put(made.self);
    } catch {
      abort(); // a request that could not even be made: the long way meets it again and gives it a name
    }
  });
  cancel();
  // Not now but next: who waits for "saved" does not wait for other tabs to be told.
  if (saved) store.ports.timer(0, () => tellWatchers(store, made));
  return saved;
}

function begun(store: Store): IDBTransaction | null {
  if (!store.dexie.isOpen()) return null;
  try {
    return store.dexie.backendDB().transaction(['self', 'facts', 'sessions'], 'readwrite', { durability: 'strict' });
  } catch {
    return null; // the connection is going or gone: the long way opens it again
  }
}
