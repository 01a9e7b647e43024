// One round: everything that waits is delivered, everything new is fetched, a restored server is given back what it misses.
// Each step asks the store what is next, talks once, and saves the answer whole: a round may end anywhere and the next one goes on.

import { failed, ok, type Problem, type Result } from '../../domain/problem.ts';
import { paths } from '../../protocol/paths.ts';
import { pullAnswer } from '../../protocol/pull.ts';
import { offerAnswer, pushAnswer, type Receipt } from '../../protocol/push.ts';
import { mostBytesPerPush, mostFactsPerPush, protocolVersion } from '../../protocol/version.ts';
import type { Store } from '../store/db.ts';
import { finishHealing, nextOffer, saveOffered } from '../store/heal.ts';
import type { Identity } from '../store/identity.ts';
import { type CursorRow, cursorRow, type HealRow, healRow } from '../store/meta.ts';
import { instantOf } from '../store/make-fact.ts';
import { saveTheirs } from '../store/save-theirs.ts';
import { self as readSelf, type Self } from '../store/self.ts';
import { sweepOldFillings } from '../store/sweep.ts';
import { type Batch, type Limits, nextBatch } from './batch.ts';
import { post } from './http.ts';
import type { SyncStatus } from './status.ts';

export interface Round {
  readonly store: Store;
  readonly report: (status: SyncStatus) => void;
}

interface Standing {
  readonly self: Self;
  readonly identity: Identity;
  readonly cursor: CursorRow;
  readonly heal: HealRow | null;
  readonly persisted: boolean | null;
}

/** What is left to do: 'pull' when the server has not been asked for news since the last step. */
type Step = Result<'pull' | 'done'>;

/** The request envelope's share of a push, so that it fits the limit with the facts. */
const envelopeBytes = 2_048;

export async function runRound({ store, report }: Round): Promise<Result<null>> {
  const progress = {
    done: 0,
    total: 0,
    news: 'pull' as 'pull' | 'done',
    limits: { facts: mostFactsPerPush, bytes: mostBytesPerPush - envelopeBytes },
  };
  for (;;) {
    const standing = await standingOf(store);
    if (!standing.ok) return standing;
    const now = standing.value;
    if (now.heal !== null && now.heal.stage !== 'sending') {
      const offered = await offerStep(store, now.heal);
      if (!offered.ok) return offered;
      continue;
    }
    const batch = await nextBatch(store, now.self, progress.limits);
    if (batch.count > 0) {
      progress.total = Math.max(progress.total, progress.done + now.self.waiting + now.self.again);
      report({ state: 'delivering', done: progress.done, total: progress.total });
      const pushed = await pushStep(store, now, batch);
      if (!pushed.ok && pushed.problem.code === 'request-too-large' && batch.count > 1) {
        progress.limits = halved(progress.limits, batch);
        continue;
      }
      if (!pushed.ok) return pushed;
      progress.done += batch.count;
      progress.news = pushed.value;
      continue;
    }
    if (now.heal !== null) {
      const finished = await finishHealing(store, now.heal);
      if (!finished.ok) return finished;
      progress.news = 'pull';
      continue;
    }
    if (progress.news === 'pull') {
      if (now.cursor.cursor?.snapshot !== null) report({ state: 'filling', done: now.cursor.done, total: now.cursor.total });
      const pulled = await pullStep(store, now);
      if (!pulled.ok) return pulled;
      progress.news = pulled.value;
      continue;
    }
    return now.cursor.sweep ? sweepOldFillings(store) : ok(null);
  }
}

async function standingOf(store: Store): Promise<Result<Standing>> {
  const [self, cursor, heal, storage] = await Promise.all([readSelf(store), cursorRow(store), healRow(store), store.meta.get('storage')]);
  if (self.identity === null) return failed('not-enrolled');
  const persisted = storage?.key === 'storage' ? storage.persisted : null;
  return ok({ self, identity: self.identity, cursor, heal, persisted });
}

async function pushStep(store: Store, standing: Standing, batch: Batch): Promise<Step> {
  const body = `${JSON.stringify(requestHead(store, standing, batch)).slice(0, -1)},"facts":${batch.json}}`;
  const answer = await post(store.ports, paths.push, body, pushAnswer);
  if (!answer.ok) {
    const alone = answer.problem.code === 'request-too-large' && batch.count === 1;
    return alone ? holdTooLarge(store, standing, batch) : answer;
  }
  const { receipts, rows, ...notices } = answer.value;
  if (!areReceiptsFor(batch, receipts)) return failed('server-answer-unreadable', { reason: 'receipts' });
  const saved = await saveTheirs(store, { asked: askedOf(standing), sent: batch.sent, receipts, rows, notices });
  return saved.ok ? ok(rows === null || rows.more ? 'pull' : 'done') : saved;
}

/** [S5] Receipts are for what was sent, each for its own bytes, or they are for nothing. */
function areReceiptsFor(batch: Batch, receipts: readonly Receipt[]): boolean {
  const hashes = [...batch.sent.again, ...batch.sent.own].map((row) => row.hash);
  return receipts.length === hashes.length && receipts.every((receipt, at) => receipt.hash === hashes[at]);
}

/** [S3] Alone and still too large for something on the way: a person is shown it, the others go on. */
async function holdTooLarge(store: Store, standing: Standing, batch: Batch): Promise<Step> {
  const [row] = [...batch.sent.again, ...batch.sent.own];
  if (row === undefined) return ok('pull');
  const receipt: Receipt = { state: 'held', hash: row.hash, code: 'fact-too-large', field: null, receivedAt: instantOf(store.ports.now()) };
  const saved = await saveTheirs(store, { asked: askedOf(standing), sent: batch.sent, receipts: [receipt], rows: null, notices: null });
  return saved.ok ? ok('pull') : saved;
}

async function pullStep(store: Store, standing: Standing): Promise<Step> {
  const answer = await post(store.ports, paths.pull, JSON.stringify(requestHead(store, standing, null)), pullAnswer);
  if (!answer.ok) return answer;
  const { rows, ...notices } = answer.value;
  const saved = await saveTheirs(store, { asked: askedOf(standing), sent: { again: [], own: [] }, receipts: [], rows, notices });
  if (!saved.ok) return saved;
  return ok(rows?.more === true || (await hasMore(store, standing)) ? 'pull' : 'done');
}

/** After a pull: the store may have been told to offer, or to fill again from nothing. */
async function hasMore(store: Store, standing: Standing): Promise<boolean> {
  const [cursor, heal] = await Promise.all([cursorRow(store), healRow(store)]);
  return heal !== null || (cursor.cursor === null && cursor.fill !== standing.cursor.fill);
}

async function offerStep(store: Store, heal: HealRow): Promise<Result<null>> {
  const offer = await nextOffer(store, heal);
  if (offer.facts.length === 0) return saveOffered(store, heal, offer, { missing: [], erased: [] });
  const body = JSON.stringify({ protocol: protocolVersion, ids: offer.facts.map((fact) => fact.id) });
  const answer = await post(store.ports, paths.offer, body, offerAnswer);
  if (!answer.ok) return answer;
  const { server } = answer.value;
  // Restored once more in between: what was offered so far was offered to another state of it. The next pull or push begins anew.
  if (server.id !== heal.server.id || server.epoch !== heal.server.epoch) {
    return saveTheirs(store, {
      asked: { incarnation: '', cursor: null },
      sent: { again: [], own: [] },
      receipts: [],
      rows: null,
      notices: { ...answer.value, newIncarnation: null },
    });
  }
  return saveOffered(store, heal, offer, answer.value);
}

function requestHead(store: Store, { self, identity, cursor, heal, persisted }: Standing, batch: Batch | null) {
  const waiting = self.waiting + self.again;
  // As it will be once the server has taken this request; if it never arrives, nobody reads it.
  const unsent = Math.max(0, waiting - (batch?.count ?? 0));
  return {
    protocol: protocolVersion,
    incarnation: identity.incarnation,
    cursor: cursor.cursor,
    health: {
      app: store.ports.appVersion,
      at: instantOf(store.ports.now()),
      unsent,
      oldestUnsentAt: unsent === 0 ? null : (batch?.oldestAt ?? null),
      attention: self.attention,
      persisted,
    },
    digest: waiting === 0 && heal === null ? self.digest : null,
  };
}

function askedOf({ identity, cursor }: Standing) {
  return { incarnation: identity.incarnation, cursor: cursor.cursor };
}

/** [S3] Half of what was refused, by count and by size. */
function halved(limits: Limits, batch: Batch): Limits {
  return { facts: Math.max(1, Math.floor(Math.min(limits.facts, batch.count) / 2)), bytes: Math.max(1, Math.floor(batch.json.length / 2)) };
}

/** True when asking again soon cannot help: a person has to do something. */
export function isForPerson(problem: Problem): boolean {
  return problem.code === 'not-enrolled' || problem.code === 'protocol-unsupported' || problem.code === 'storage-newer';
}
