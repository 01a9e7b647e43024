// [S4] A push is one transaction: lock the library's sequence, place each fact, store, fold, commit. See protocol/SPEC.md, S1 to S10.

import { createBatches } from './batches.ts';
import { insertRows } from './bulk.ts';
import { serverDeviceOf } from './counted.ts';
import type { Engine, Tx } from './dialects.ts';
import { knownErased } from './erasures.ts';
import { foldNew } from './fold-subjects.ts';
import { insertFacts, lockSequence } from './insert-facts.ts';
import type { Ledgers } from './ledgers.ts';
import { type NewFact, type Placement, placeFacts, type ReadFact, readSent, targetOf } from './place-facts.ts';
import { heldBefore, holdAside, keysOf, leaveQuarantine } from './quarantine.ts';
import type { Asking, PushOutcome, Sync } from './storage.ts';
import { addToDigests, flagClones, forkedAmong, makerOf } from './incarnations.ts';
import { timeZoneOf } from './scope.ts';

/**
 * Pushes that wait for the same library share a transaction: so much at most, that nobody else waits long for it. What the indexes by random
 * ids cost is written once a transaction, so that fifty tablets together cost a third of what each would alone.
 */
const together = { items: 50, weight: 5_000, weightOf: ({ reads }: Waiting) => reads.length };

export function createPush(engine: Engine, ledgers: Ledgers): Sync['push'] {
  const batches = createBatches<Waiting, PushOutcome>(together, (waiting) => engine.write((tx) => pushAll(engine, ledgers, tx, waiting)));
  return (asking, sent) => batches.add(asking.device.library, { asking, reads: sent.map(readSent), prepares: false });
}

interface Waiting {
  readonly asking: Pick<Asking, 'device' | 'incarnation' | 'now'>;
  readonly reads: readonly ReadFact[];
  /** [S57] */
  readonly prepares: boolean;
}

/** All of one library. They are placed one after another, as if each had come alone; what is read and written for them is shared. */
export async function pushAll(engine: Engine, ledgers: Ledgers, tx: Tx, waiting: readonly Waiting[]): Promise<readonly PushOutcome[]> {
  const library = waiting[0]?.asking.device.library ?? '';
  const sequence = await lockSequence(tx, library);
  const known = await whatIsKnown(engine, ledgers, tx, library, waiting);
  const placements: Placement[] = [];
  const leaving = new Set<string>();
  let last = sequence;
  for (const { asking, reads, prepares } of waiting) {
    const { id, level } = asking.device;
    const receivedAt = asking.now.toISOString();
    const whose = { library, carrier: id, level, prepares, revoked: known.revoked(id) };
    const placement = placeFacts(reads, { ...known, ...whose, sequence: last, receivedAt });
    for (const { fact, hash, seq } of placement.stored) known.stored.set(fact.id, { hash, seq, receivedAt });
    // Held by this very batch, it may be: another device brought what the one before it may not.
    for (const key of placement.stored.flatMap(keysOf)) if (known.held.delete(key)) leaving.add(key);
    for (const { from, receipt } of placement.held) {
      known.held.set(from.key, receipt);
      leaving.delete(from.key);
    }
    last += placement.stored.length;
    placements.push(placement);
  }
  const stored = placements.flatMap((placement) => placement.stored);
  if (stored.length > 0) {
    await flagClones(engine, tx, library, stored);
    await insertFacts(engine, tx, library, stored);
    const subjects = await foldNew(engine, tx, library, stored);
    await addToDigests(engine, tx, library, stored);
    const timeZone = timeZoneOf(library, subjects);
    const columns = { sequence: last, ...(timeZone === null ? {} : { time_zone: timeZone }) };
    await tx.updateTable('library').set(columns).where('id', '=', library).execute();
    await renameDevices(tx, library, stored);
    for (const carrier of new Set(stored.map((one) => one.carrier))) await engine.notifications?.notify(tx, `${library} ${carrier}`);
  }
  last = await rememberErased(engine, ledgers, tx, library, { placements, last, at: waiting[0]?.asking.now.toISOString() ?? '' });
  await holdAside(engine, tx, library, placements);
  await leaveQuarantine(engine, tx, library, leaving);
  const forked = await forkedAmong(
    engine,
    tx,
    library,
    waiting.map(({ asking }) => asking),
  );
  return placements.map(({ receipts, stored: own }, at) => ({ receipts, stored: own.length, highest: last, forked: forked[at] === true }));
}

/** [S34] Takes a number of its own, as an erasure does: the rows of one number are one act (past-erasures.ts). Answers the last number. */
async function rememberErased(
  engine: Engine,
  { erasures }: Ledgers,
  tx: Tx,
  library: string,
  { placements, last, at }: { readonly placements: readonly Placement[]; readonly last: number; readonly at: string },
): Promise<number> {
  const makers = new Map(placements.flatMap(({ erased }) => erased.map((fact) => [fact.id, makerOf({ fact })])));
  if (makers.size === 0) return last;
  erasures.add(library, [...makers.keys()], at);
  const rows = [...makers].map(([fact, maker]) => ({ library, fact, seq: last + 1, erased_at: at, maker }));
  await insertRows(engine, tx, 'erasure', rows, { keep: ['library', 'fact'] });
  await tx
    .updateTable('library')
    .set({ sequence: last + 1 })
    .where('id', '=', library)
    .execute();
  return last + 1;
}

async function whatIsKnown(engine: Engine, ledgers: Ledgers, tx: Tx, library: string, waiting: readonly Waiting[]) {
  const reads = waiting.flatMap((one) => one.reads);
  const ids = new Set(reads.map(({ id }) => id));
  const targets = reads.flatMap((one) => targetOf(one) ?? []);
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
  const held = await heldBefore(engine, tx, library, reads);
  const erased = await knownErased(engine, ledgers, tx, library, [...ids, ...targets]);
  return {
    // The server's own device could once be revoked from the list of devices; what was done so is not obeyed.
    revoked: (id: string) => id !== serverDeviceOf(library) && devices.find((device) => device.id === id)?.revoked_at !== null,
    levels: new Map(devices.map(({ id, level }) => [id, level])),
    stored: new Map(stored.map(({ id, hash, seq, received_at }) => [id, { hash, seq, receivedAt: received_at }])),
    held,
    erased: (id: string) => erased.has(id),
  };
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
