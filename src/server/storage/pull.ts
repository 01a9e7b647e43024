// [S11] to [S21]: what a device lacks, read from one consistent snapshot. Filling (S13) is in fill.ts.
// A page is small in three steps: what the moving days brought in or out, then what is new in scope, then sessions whose date moved.

import type { Selectable } from 'kysely';
import { factsPerPage } from '../../protocol/version.ts';
import type { Cursor, Rows } from '../../protocol/pull.ts';
import { emptyDigest } from '../../protocol/hash.ts';
import type { Engine, Tx } from './dialects.ts';
import { isForked } from './incarnations.ts';
import { isOfThisPast, markAt } from './mark.ts';
import { beginFilling, fillPage, goneOf } from './fill.ts';
import { datedTypes, hasDayIn, inScope, isWithinDays, scopeOn } from './scope.ts';
import { type FactRow, factColumns, moved, placedFact, type Snapshot } from './snapshot.ts';
import type { IncarnationTable } from './tables.ts';
import type { Asking, PullOutcome, Reading, Sync } from './storage.ts';

export function createPull(engine: Engine): Sync['pull'] {
  return (asking, reading) => engine.read((tx) => pull(engine, tx, asking, reading));
}

async function pull(engine: Engine, tx: Tx, asking: Asking, { cursor, digest, page }: Reading): Promise<PullOutcome> {
  const { device, incarnation } = asking;
  const library = await tx
    .selectFrom('library')
    .innerJoin('server', (join) => join.onTrue())
    .select(['server.id', 'server.epoch', 'library.sequence', 'library.safe', 'library.time_zone'])
    .where('library.id', '=', device.library)
    .executeTakeFirstOrThrow();
  const known = await tx
    .selectFrom('incarnation')
    .select(['device', 'forked_at', 'last_seq', 'digest_count', 'digest_xor'])
    .where('library', '=', device.library)
    .where('id', '=', incarnation)
    .executeTakeFirst();
  if (isForked(known, device.id)) return { rows: null, offer: false, forked: true };
  const scope = scopeOn(asking.now, library.time_zone);
  const server = { id: library.id, epoch: library.epoch };
  const { sequence: highest, safe } = library;
  const snapshot: Snapshot = { engine, tx, device, incarnation, server, highest, safe, scope, page: Math.min(page, factsPerPage) };
  if (cursor === null) return { rows: await fillPage(snapshot, await beginFilling(snapshot), []), offer: false, forked: false };
  // [S19][S20] A cursor of another epoch, or ahead of this server: nothing here fits to what the device has.
  if (cursor.server !== server.id || cursor.epoch !== server.epoch || cursor.seq > library.sequence)
    return { rows: null, offer: true, forked: false };
  // [S52] The same number, and yet another past.
  if (!(await isOfThisPast(tx, device.library, cursor))) return { rows: null, offer: true, forked: false };
  if (cursor.snapshot !== null) return { rows: await fillPage(snapshot, cursor, []), offer: false, forked: false };
  const rows = await pullPage(snapshot, cursor);
  const compared = rows.erased.length === 0 ? compareDigest(known, cursor, digest) : { offer: false, forked: false };
  return { rows, ...compared };
}

async function pullPage(snapshot: Snapshot, cursor: Cursor): Promise<Rows> {
  const { tx, device, highest, scope, page } = snapshot;
  const days = await movedDays(snapshot, cursor);
  const refill = async () =>
    fillPage(snapshot, await beginFilling(snapshot), [...days.left, ...(await moved(snapshot, cursor.seq, highest)).left]);
  if (days.facts.length > page) return refill();

  const room = page - days.facts.length;
  const news = await tx
    .selectFrom('fact')
    .innerJoin('subject', (join) => join.onRef('subject.library', '=', 'fact.library').onRef('subject.key', '=', 'fact.subject'))
    .select(factColumns)
    .where('fact.library', '=', device.library)
    .where('fact.seq', '>', cursor.seq)
    .where('fact.seq', '<=', highest)
    .where('fact.incarnation', '<>', snapshot.incarnation)
    .where(inScope(device.level, scope))
    .orderBy('fact.seq')
    .limit(room + 1)
    .execute();
  const upTo = news.length > room ? (news[room - 1]?.seq ?? cursor.seq) : highest;
  const dates = await moved(snapshot, cursor.seq, upTo);
  const bySeq = new Map([...days.facts, ...news.slice(0, room), ...dates.facts].map((fact) => [fact.seq, fact]));
  if (bySeq.size > page) return refill();

  const erased =
    upTo === cursor.seq
      ? []
      : await tx
          .selectFrom('erasure')
          .select('fact')
          .where('library', '=', device.library)
          .where('seq', '>', cursor.seq)
          .where('seq', '<=', upTo)
          .execute();
  const facts = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  const mark = await markAt(tx, device.library, upTo);
  return {
    cursor: { server: snapshot.server.id, epoch: snapshot.server.epoch, seq: upTo, scope, mark, snapshot: null },
    highest,
    more: upTo < highest,
    safe: snapshot.safe,
    facts: facts.map(placedFact),
    ...goneOf([...days.left, ...dates.left]),
    erased: erased.map((row) => row.fact),
    total: null,
  };
}

/** [S16] The days moved on: sessions that entered the scope come whole as they were at the cursor, those that left are named. */
async function movedDays(
  snapshot: Snapshot,
  cursor: Cursor,
): Promise<{ readonly facts: readonly FactRow[]; readonly left: readonly string[] }> {
  const { tx, device, scope, page } = snapshot;
  const before = cursor.scope;
  if (!seesSessions(snapshot) || (before.from === scope.from && before.to === scope.to)) return { facts: [], left: [] };
  const dated = tx
    .selectFrom('subject')
    .where('subject.library', '=', device.library)
    .where('subject.type', 'in', datedTypes)
    .where('subject.date_seq', '<=', cursor.seq);
  const left = await dated
    .where((row) => hasDayIn(row, before))
    .where((row) => row.not(hasDayIn(row, scope)))
    .select('subject.key')
    .execute();
  // What is kept only since the cursor was not here before, though its day came into the scope in the meantime as well.
  const entered = dated
    .where((row) => hasDayIn(row, scope))
    .where((row) =>
      row.not(row.or([isWithinDays(row, before), row.and([hasDayIn(row, before), row('subject.kept_seq', '<=', cursor.seq)])])),
    )
    .select('subject.key');
  const facts = await tx
    .selectFrom('fact')
    .select(factColumns)
    .where('fact.library', '=', device.library)
    .where('fact.subject', 'in', entered)
    .where('fact.seq', '<=', cursor.seq)
    .orderBy('fact.seq')
    .limit(page + 1)
    .execute();
  return { facts, left: left.map(({ key }) => key) };
}

/**
 * [S21] Each side computes its own digest. Compared only when the cursor is past all this incarnation has stored: before that, a push of
 * another tab may still be on its way back. A device that then has fewer than the server is an old copy of itself, and begins anew (S7).
 */
function compareDigest(
  ours: Pick<Selectable<IncarnationTable>, 'last_seq' | 'digest_count' | 'digest_xor'> | undefined,
  cursor: Cursor,
  digest: Reading['digest'],
): { readonly offer: boolean; readonly forked: boolean } {
  if (digest === null || (ours !== undefined && ours.last_seq > cursor.seq)) return { offer: false, forked: false };
  const count = ours?.digest_count ?? 0;
  const differs = digest.count !== count || digest.xor !== (ours?.digest_xor ?? emptyDigest.xor);
  return { offer: differs, forked: differs && digest.count < count };
}

function seesSessions({ device }: Snapshot): boolean {
  return device.level === 'coordinator' || device.level === 'staff';
}
