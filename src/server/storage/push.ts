// [S4] A push is one transaction: lock the library's sequence, place each fact, store, fold, commit. See protocol/SPEC.md, S1 to S10.

import { subjectKey } from '../../domain/fact.ts';
import { emptyDigest, toggleDigest } from '../../protocol/hash.ts';
import { createBatches } from './batches.ts';
import { insertRows } from './bulk.ts';
import type { Engine, Tx } from './dialects.ts';
import { type ErasureLedger, knownErased } from './erasures.ts';
import { foldNew } from './fold-subjects.ts';
import { type Known, type NewFact, type NewHeld, placeFacts, type ReadFact, readSent } from './place-facts.ts';
import type { Asking, PushOutcome, Sync } from './storage.ts';
import { healthColumns, isForked } from './devices.ts';
import type { HeldTable } from './tables.ts';
import { timeZoneOf } from './scope.ts';

/** Pushes that wait for the same library share a transaction: so many at most, that none waits long for the last. */
const mostTogether = 25;

export function createPush(engine: Engine, ledger: ErasureLedger): Sync['push'] {
  const batches = createBatches<Waiting, PushOutcome>(mostTogether, (waiting) =>
    engine.write(async (tx) => {
      const outcomes: PushOutcome[] = [];
      for (const { asking, reads } of waiting) outcomes.push(await push(engine, ledger, tx, asking, reads));
      return outcomes;
    }),
  );
  return (asking, sent) => batches.add(asking.device.library, { asking, reads: sent.map(readSent) });
}

interface Waiting {
  readonly asking: Asking;
  readonly reads: readonly ReadFact[];
}

async function push(engine: Engine, ledger: ErasureLedger, tx: Tx, asking: Asking, reads: readonly ReadFact[]): Promise<PushOutcome> {
  const { device, incarnation } = asking;
  const { library } = device;
  const receivedAt = asking.now.toISOString();
  const sequence = await lockSequence(tx, library);
  const known = await whatIsKnown(engine, ledger, tx, asking, reads, sequence);
  const { receipts, stored, held, taken } = placeFacts(reads, known);

  if (stored.length > 0) {
    await flagClones(engine, tx, library, stored, receivedAt);
    await insertFacts(engine, tx, asking, stored);
    const subjects = await foldNew(engine, tx, library, stored, receivedAt);
    await addToDigests(engine, tx, library, stored);
    await leaveQuarantine(engine, tx, library, stored);
    const timeZone = timeZoneOf(library, subjects);
    await tx
      .updateTable('library')
      .set({ sequence: sequence + stored.length, ...(timeZone === null ? {} : { time_zone: timeZone }) })
      .where('id', '=', library)
      .execute();
    await renameDevices(tx, library, stored);
    await engine.notifications?.notify(tx, `${library} ${device.id}`);
  }
  await holdAside(engine, tx, asking, held, taken);
  await tx.updateTable('device').set(healthColumns(asking)).where('id', '=', device.id).execute();
  return { receipts, stored: stored.length, forked: await isForked(tx, library, device.id, incarnation) };
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

async function whatIsKnown(
  engine: Engine,
  ledger: ErasureLedger,
  tx: Tx,
  { device, now }: Asking,
  reads: readonly ReadFact[],
  sequence: number,
): Promise<Known> {
  const { library } = device;
  const ids = [...new Set(reads.map(({ id }) => id))];
  const makers = [...new Set(reads.flatMap(({ read }) => (read.ok ? [read.value.device] : [])))];
  const row = await tx.selectFrom('device').select('revoked_at').where('id', '=', device.id).executeTakeFirst();
  const stored =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('fact')
          .select(['id', 'hash', 'seq', 'received_at'])
          .where('library', '=', library)
          .where(engine.among('id', ids))
          .execute();
  const held = await heldBefore(engine, tx, library, reads);
  const devices =
    makers.length === 0
      ? []
      : await tx.selectFrom('device').select(['id', 'level']).where('library', '=', library).where(engine.among('id', makers)).execute();
  const erased = await knownErased(engine, ledger, tx, library, ids);
  return {
    library,
    revoked: row?.revoked_at !== null,
    level: device.level,
    levels: new Map(devices.map(({ id, level }) => [id, level])),
    stored: new Map(stored.map(({ id, hash, seq, received_at }) => [id, { hash, seq, receivedAt: received_at }])),
    held: new Map(held.map(({ key, code, field, received_at }) => [key, { code, field, receivedAt: received_at }])),
    erased: (id) => erased.has(id),
    sequence,
    receivedAt: now.toISOString(),
  };
}

async function heldBefore(engine: Engine, tx: Tx, library: string, reads: readonly ReadFact[]) {
  const keys = reads.map(({ key }) => key);
  if (keys.length === 0) return [];
  return tx
    .selectFrom('held')
    .select(['key', 'code', 'field', 'received_at'])
    .where('library', '=', library)
    .where(engine.among('key', keys))
    .execute();
}

/** [S7] The same number of the same incarnation under another id: a clone or an old copy writes too. */
async function flagClones(engine: Engine, tx: Tx, library: string, stored: readonly NewFact[], now: string): Promise<void> {
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

async function insertFacts(engine: Engine, tx: Tx, { device, now }: Asking, stored: readonly NewFact[]): Promise<void> {
  const rows = stored.map(({ fact, text, hash, seq }) => ({
    library: device.library,
    seq,
    id: fact.id,
    subject: subjectKey(fact.subject),
    incarnation: fact.incarnation,
    maker: makerOf({ fact }),
    device: fact.device,
    carrier: device.id,
    kind: fact.kind,
    hash,
    received_at: now.toISOString(),
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
  const keys = stored.map(({ hash }) => hash);
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

async function holdAside(engine: Engine, tx: Tx, asking: Asking, held: readonly NewHeld[], taken: readonly string[]): Promise<void> {
  const { library } = asking.device;
  const firsts =
    taken.length === 0
      ? []
      : await tx
          .selectFrom('fact')
          .select(['id', 'hash', 'kind', 'device', 'text'])
          .where('library', '=', library)
          .where(engine.among('id', taken))
          .execute();
  const rows: HeldTable[] = [
    ...held.map(({ from, receipt }) => ({
      library,
      key: from.key,
      id: from.id,
      device: asking.device.id,
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
      received_at: asking.now.toISOString(),
      bytes: Buffer.byteLength(text),
      sent: JSON.stringify(text),
    })),
  ];
  await insertRows(engine, tx, 'held', rows, { keep: ['library', 'key'] });
}

function makerOf({ fact }: Pick<NewFact, 'fact'>): string {
  return `${fact.incarnation}/${fact.number}`;
}
