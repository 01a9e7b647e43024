// [S6] Quarantine: what the server holds aside, with its bytes and a reason, until it can be taken. Nothing here delays anything.

import type { QuarantineAnswer } from '../../protocol/access.ts';
import { insertRows } from './bulk.ts';
import type { Db, Engine, Tx } from './dialects.ts';
import { type HeldReceipt, mismatchKey, type Placement, type ReadFact } from './place-facts.ts';
import type { HeldTable } from './tables.ts';

type HeldBefore = Pick<HeldReceipt, 'code' | 'field' | 'receivedAt'>;

/** The first answers to what is held already, by its key: under its own hash, and under a wrong one. */
export async function heldBefore(engine: Engine, tx: Tx, library: string, reads: readonly ReadFact[]): Promise<Map<string, HeldBefore>> {
  const keys = new Set(reads.flatMap(keysOf));
  const rows = await tx
    .selectFrom('held')
    .select(['key', 'code', 'field', 'received_at'])
    .where('library', '=', library)
    .where(engine.among('key', keys))
    .execute();
  return new Map(rows.map(({ key, code, field, received_at }) => [key, { code, field, receivedAt: received_at }]));
}

/** What these placements hold aside, and with a taken id [S2] a copy of the fact that has it. */
export async function holdAside(engine: Engine, tx: Tx, library: string, placements: readonly Placement[]): Promise<void> {
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

/** Under which keys a fact may be held. */
export function keysOf({ hash }: Pick<ReadFact, 'hash'>): readonly string[] {
  return [hash, mismatchKey(hash)];
}

/** [S6] What was held and can be taken by now leaves quarantine. */
export async function leaveQuarantine(engine: Engine, tx: Tx, library: string, keys: ReadonlySet<string>): Promise<void> {
  if (keys.size === 0) return;
  await tx.deleteFrom('held').where('library', '=', library).where(engine.among('key', keys)).execute();
}

const pageSize = 1_000;

/** For the coordinator's list: a thousand, the newest first, from `after` on (an earlier answer's `next`; null for the first). */
export async function listHeld(db: Db, library: string, after: string | null): Promise<QuarantineAnswer> {
  const [receivedAt, key] = after === null ? [] : [after.slice(0, after.indexOf('/')), after.slice(after.indexOf('/') + 1)];
  const rows = await db
    .selectFrom('held')
    .select(['key', 'id', 'device', 'code', 'field', 'kind', 'received_at', 'bytes'])
    .where('library', '=', library)
    .$if(receivedAt !== undefined, (query) =>
      query.where((row) =>
        row.or([
          row('received_at', '<', receivedAt ?? ''),
          row.and([row('received_at', '=', receivedAt ?? ''), row('key', '>', key ?? '')]),
        ]),
      ),
    )
    .orderBy('received_at', 'desc')
    .orderBy('key')
    .limit(pageSize + 1)
    .execute();
  const held = rows.slice(0, pageSize).map(({ received_at, ...row }) => ({ ...row, receivedAt: received_at }));
  const last = rows.length > pageSize ? held.at(-1) : undefined;
  return { held, count: await countHeld(db, library), next: last === undefined ? null : `${last.receivedAt}/${last.key}` };
}

export async function countHeld(db: Db, library: string): Promise<number> {
  const { count } = await db
    .selectFrom('held')
    .select((row) => row.fn.countAll().as('count'))
    .where('library', '=', library)
    .executeTakeFirstOrThrow();
  return Number(count);
}
