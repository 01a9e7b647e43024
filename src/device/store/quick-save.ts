// The short way of saving, for taps: the views this page wrote last are taken for granted, and no read is waited for. Anything that is not
// as expected (another tab wrote, a token was used before, the disk refuses) is left to the long way.

import type { Fact } from '../../domain/fact.ts';
import { subjectKey } from '../../domain/fact.ts';
import { namedBy } from '../../domain/session.ts';
import { longId } from '../../protocol/ids.ts';
import type { Store } from './db.ts';
import type { Capture } from './draft.ts';
import type { Views } from './fold.ts';
import { makeFacts, seenOf } from './make-fact.ts';
import { forget, remember } from './recent.ts';
import { writeAtOnce } from './write-at-once.ts';

/** null: nothing is known to be saved, take the long way with the same `ids`. */
export async function quickSave(store: Store, capture: Capture, ids: string[]): Promise<readonly Fact[] | null> {
  const recent = store.recent.state;
  if (recent === null || recent.self.identity === null || capture.beside !== undefined) return null;
  const views: Views = { sessions: new Map(), records: new Map() };
  for (const subject of capture.subjects.map(subjectKey)) {
    const session = recent.sessions.get(subject);
    if (session === undefined) return null;
    views.sessions.set(subject, session);
  }
  const drafts = capture.plan(seenOf(views, recent.self.identity));
  // No drafts may be an answer to a view that is no longer so; a void looks for its target; records are not remembered.
  if (!drafts.ok || drafts.value.length === 0) return null;
  if (drafts.value.some((draft) => namedBy(draft) !== undefined || draft.subject.type !== 'session')) return null;
  for (const [at, draft] of drafts.value.entries()) ids[at] = draft.id ?? longId(store.ports.random);
  const making = { store, self: recent.self, identity: recent.self.identity, views, targets: new Map() };
  const made = makeFacts(making, drafts.value, ids);
  if (!made.ok) return null;
  const { rows, facts, touched, self } = made.value;
  // Already now: a second tap while this one is being written builds on it, and fails with it.
  remember(store, { before: recent.self, after: self }, views, touched);
  if (await writeAtOnce(store, recent.self, { self, facts: rows, sessions: [...views.sessions.values()] })) return facts;
  forget(store);
  return null;
}
