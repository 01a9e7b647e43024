// [S4] A push is one transaction: lock the library's sequence, place each fact, store, fold, commit. See protocol/SPEC.md, S1 to S10.

import { subjectKey } from '../../domain/fact.ts';
import { emptyDigest, toggleDigest } from '../../protocol/hash.ts';
import { createBatches } from './batches.ts';
import { insertRows } from './bulk.ts';
import type { Engine, Tx } from './dialects.ts';
import { type ErasureLedger, knownErased } from './erasures.ts';
import { foldNew } from './fold-subjects.ts';
import { type HeldReceipt, mismatchKey, type NewFact, type Placement, placeFacts, type ReadFact, readSent } from './place-facts.ts';
import type { Asking, PushOutcome, Sync } from './storage.ts';
import { isForked } from './incarnations.ts';
import type { HeldTable } from './tables.ts';
import { timeZoneOf } from './scope.ts';

/** Pushes that wait for the same library share a transaction: so many at most, that none waits long for the last. */
const mostTogether = 25;

export function createPush(engine: Engine, ledger: ErasureLedger): Sync['push'] {
  const batches = createBatches<Waiting, PushOutcome>(mostTogether, (waiting) =>
    engine.write((tx) => pushAll(engine, ledger, tx, waiting)),
  );
  return (asking, sent) => batches.add(asking.device.library, { asking, reads: sent.map(readSent) });
}

interface Waiting {
  readonly asking: Asking;
  readonly reads: readonly ReadFact[];
}

/** All of one library. They are placed one after another, as if each had come alone; what is read and written for them is shared. */
async function pushAll(engine: Engine, ledger: ErasureLedger, tx: Tx, waiting: readonly Waiting[]): Promise<readonly PushOutcome[]> {
  const library = waiting[0]?.asking.device.library ?? '';
  const sequence = await lockSequence(tx, library);
  const known = await whatIsKnown(engine, ledger, tx, library, waiting);
  const placements: Placement[] = [];
  let last = sequence;
  for (const { asking, reads } of waiting) {
    const { id, level } = asking.device;
    const receivedAt = asking.now.toISOString();
    const placement = placeFacts(reads, { ...known, library, carrier: id, level, revoked: known.revoked(id), sequence: last, receivedAt });
    for (const { fact, hash, seq } of placement.stored) known.stored.set(fact.id, { hash, seq, receivedAt });
    for (const { from, receipt } of placement.held) known.held.set(from.key, receipt);
    last += placement.stored.length;
    placements.push(placement);
  }
  const stored = placements.flatMap((placement) => placement.stored);
  if (stored.length > 0) {
    await flagClones(engine, tx, library, stored);
    await insertFacts(engine, tx, library, stored);
    const subjects = await foldNew(engine, tx, library, stored);
    await addToDigests(engine, tx, library, stored);
    await leaveQuarantine(engine, tx, library, stored);
    const timeZone = timeZoneOf(library, subjects);
    const columns = { sequence: last, ...(timeZone === null ? {} : { time_zone: timeZone }) };
    await tx.updateTable('library').set(columns).where('id', '=', library).execute();
    await renameDevices(tx, library, stored);
    for (const carrier of new Set(stored.map((one) => one.carrier))) await engine.notifications?.notify(tx, `${library} ${carrier}`);
  }
  await holdAside(engine, tx, library, placements);
  const forked = await forkedAmong(engine, tx, library, waiting);
  return placements.map(({ receipts, stored: own }, at) => ({ receipts, stored: own.length, highest: last, forked: forked[at] === true }));
}

/** [S10] The counter row's lock is taken before anything else and kept until the commit. */
async function lockSequence(tx: Tx, library: string): Promise<number> {
  const row = await tx
    .updateTable('library')
    .set((row) => ({ sequence: row.ref('sequence') }))
    .where('id', '=', library)
    .returning('sequence')
    .executeTakeFirstOrThrow();
  return row.sequence;
}

async function whatIsKnown(engine: Engine, ledger: ErasureLedger, tx: Tx, library: string, waiting: readonly Waiting[]) {
  const reads = waiting.flatMap((one) => one.reads);
  const ids = new Set(reads.map(({ id }) => id));
  const makers = new Set([
    ...waiting.map(({ asking }) => asking.device.id),
    ...reads.flatMap(({ read }) => (read.ok ? [read.value.device] : [])),
  ]);
  const devices = await tx
    .selectFrom('device')
    .select(['id', 'level', 'revoked_at'])
    .where('library', '=', library)
    .where(engine.among('id', makers))
    .execute();
  const stored = await tx
    .selectFrom('fact')
    .select(['id', 'hash', 'seq', 'received_at'])
    .where('library', '=', library)
    .where(engine.among('id', ids))
    .execute();
  const held = await tx
    .selectFrom('held')
    .select(['key', 'code', 'field', 'received_at'])
    .where('library', '=', library)
    .where(engine.among('key', new Set(reads.map(({ key }) => key))))
    .execute();
  const erased = await knownErased(engine, ledger, tx, library, [...ids]);
  return {
    revoked: (id: string) => devices.find((device) => device.id === id)?.revoked_at !== null,
    levels: new Map(devices.map(({ id, level }) => [id, level])),
    stored: new Map(stored.map(({ id, hash, seq, received_at }) => [id, { hash, seq, receivedAt: received_at }])),
    held: new Map<string, Pick<HeldReceipt, 'code' | 'field' | 'receivedAt'>>(
      held.map(({ key, code, field, received_at }) => [key, { code, field, receivedAt: received_at }]),
    ),
    erased: (id: string) => erased.has(id),
  };
}

/** [S7] The same number of the same incarnation under another id: a clone or an old copy writes too. */
async function flagClones(engine: Engine, tx: Tx, library: string, stored: readonly NewFact[]): Promise<void> {
  const now = stored[0]?.receivedAt ?? null;
  const byMaker = Map.groupBy(stored, makerOf);
  const before = await tx
    .selectFrom('fact')
    .select('incarnation')
    .distinct()
    .where('library', '=', library)
    .where(engine.among('maker', byMaker.keys()))
    .execute();
  const here = [...byMaker.values()].filter((facts) => facts.length > 1).flatMap((facts) => facts.map(({ fact }) => fact.incarnation));
  const cloned = [...new Set([...before.map((row) => row.incarnation), ...here])];
  for (const { fact } of stored)
    if (cloned.includes(fact.incarnation)) await registerIncarnation(tx, library, fact.incarnation, fact.device);
  if (cloned.length === 0) return;
  await tx
    .updateTable('incarnation')
    .set({ forked_at: now })
    .where('library', '=', library)
    .where(engine.among('id', cloned))
    .where('forked_at', 'is', null)
    .execute();
  const makers = tx.selectFrom('incarnation').select('device').where('library', '=', library).where(engine.among('id', cloned));
  await tx.updateTable('device').set({ forked_at: now }).where('library', '=', library).where('id', 'in', makers).execute();
}

async function registerIncarnation(tx: Tx, library: string, id: string, device: string): Promise<void> {
  await tx
    .insertInto('incarnation')
    .values({ library, id, device, forked_at: null, digest_xor: emptyDigest.xor })
    .onConflict((conflict) => conflict.columns(['library', 'id']).doNothing())
    .execute();
}

async function insertFacts(engine: Engine, tx: Tx, library: string, stored: readonly NewFact[]): Promise<void> {
  const rows = stored.map(({ fact, text, hash, seq, carrier, receivedAt }) => ({
    library,
    seq,
    id: fact.id,
    subject: subjectKey(fact.subject),
    incarnation: fact.incarnation,
    maker: makerOf({ fact }),
    device: fact.device,
    carrier,
    kind: fact.kind,
    hash,
    received_at: receivedAt,
    text,
  }));
  await insertRows(engine, tx, 'fact', rows);
}

/** [S21] What the server holds of each incarnation, kept as it grows. */
async function addToDigests(engine: Engine, tx: Tx, library: string, stored: readonly NewFact[]): Promise<void> {
  const byIncarnation = Map.groupBy(stored, ({ fact }) => fact.incarnation);
  const before = await tx
    .selectFrom('incarnation')
    .selectAll()
    .where('library', '=', library)
    .where(engine.among('id', byIncarnation.keys()))
    .execute();
  const rows = [...byIncarnation].map(([id, facts]) => {
    const was = before.find((row) => row.id === id);
    const digest = was === undefined ? emptyDigest : { count: was.digest_count, xor: was.digest_xor };
    const { count, xor } = toggleDigest(
      digest,
      facts.map(({ hash }) => hash),
      1,
    );
    const device = was?.device ?? facts[0]?.fact.device ?? '';
    return {
      library,
      id,
      device,
      forked_at: was?.forked_at ?? null,
      last_seq: facts.at(-1)?.seq ?? 0,
      digest_count: count,
      digest_xor: xor,
    };
  });
  await insertRows(engine, tx, 'incarnation', rows, { replace: ['library', 'id'] });
}

/** [S6] What was held and can be taken by now leaves quarantine. */
async function leaveQuarantine(engine: Engine, tx: Tx, library: string, stored: readonly NewFact[]): Promise<void> {
  const keys = stored.flatMap(({ hash }) => [hash, mismatchKey(hash)]);
  await tx.deleteFrom('held').where('library', '=', library).where(engine.among('key', keys)).execute();
}

/** The list of devices shows the name a device gives itself. */
async function renameDevices(tx: Tx, library: string, stored: readonly NewFact[]): Promise<void> {
  for (const { fact } of stored) {
    if (fact.kind !== 'device.changed') continue;
    const set = fact.body['set'];
    const name = typeof set === 'object' && set !== null && 'name' in set ? set.name : undefined;
    if (typeof name !== 'string') continue;
    const plain = name.replaceAll('\0', '').trim().slice(0, 200);
    if (plain !== '')
      await tx.updateTable('device').set({ name: plain }).where('library', '=', library).where('id', '=', fact.subject.id).execute();
  }
}

async function holdAside(engine: Engine, tx: Tx, library: string, placements: readonly Placement[]): Promise<void> {
  const held = placements.flatMap((placement) => placement.held);
  if (held.length === 0) return;
  const taken = new Map(placements.flatMap((placement) => placement.taken.map((id) => [id, placement.held[0]?.receipt.receivedAt ?? ''])));
  const firsts =
    taken.size === 0
      ? []
      : await tx
          .selectFrom('fact')
          .select(['id', 'hash', 'kind', 'device', 'text'])
          .where('library', '=', library)
          .where(engine.among('id', taken.keys()))
          .execute();
  const rows: HeldTable[] = [
    ...held.map(({ from, receipt, carrier }) => ({
      library,
      key: from.key,
      id: from.id,
      device: carrier,
      code: receipt.code,
      field: receipt.field?.replaceAll('\0', '').toWellFormed() ?? null,
      kind: from.kind,
      received_at: receipt.receivedAt,
      bytes: Buffer.byteLength(from.sent.text),
      sent: JSON.stringify(from.sent.text),
    })),
    ...firsts.map(({ id, hash, kind, device, text }) => ({
      library,
      key: hash,
      id,
      device,
      code: 'fact-id-taken' as const,
      field: null,
      kind,
      received_at: taken.get(id) ?? '',
      bytes: Buffer.byteLength(text),
      sent: JSON.stringify(text),
    })),
  ];
  await insertRows(engine, tx, 'held', rows, { keep: ['library', 'key'] });
}

/** [S7] For each push, whether its incarnation is shared with a clone, or is another device's. */
async function forkedAmong(engine: Engine, tx: Tx, library: string, waiting: readonly Waiting[]): Promise<readonly boolean[]> {
  const ids = new Set(waiting.map(({ asking }) => asking.incarnation));
  const rows = await tx
    .selectFrom('incarnation')
    .select(['id', 'device', 'forked_at'])
    .where('library', '=', library)
    .where(engine.among('id', ids))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return waiting.map(({ asking }) => isForked(byId.get(asking.incarnation), asking.device.id));
}

function makerOf({ fact }: Pick<NewFact, 'fact'>): string {
  return `${fact.incarnation}/${fact.number}`;
}
