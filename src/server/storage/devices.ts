// Enrolled devices, the codes they enroll with, and what the server holds aside from them.

import { sql } from 'kysely';
import { failed, ok } from '../../domain/problem.ts';
import { emptyDigest } from '../../protocol/hash.ts';
import { serverDeviceOf } from './counted.ts';
import type { Engine, Tx } from './dialects.ts';
import type { HealthKeeper } from './health.ts';
import type { Ledgers } from './ledgers.ts';
import { gapsIn } from './gaps.ts';
import { countHeld, listHeld } from './quarantine.ts';
import type { Device, Devices, Enrolled, Enrolling } from './storage.ts';
import type { DeviceTable } from './tables.ts';

export function createDevices(engine: Engine, { revocations }: Pick<Ledgers, 'revocations'>, health: HealthKeeper): Devices {
  const { db, write } = engine;
  return {
    bySecret: async (secretHash) => {
      const row = await db
        .selectFrom('device_secret')
        .innerJoin('device', 'device.id', 'device_secret.device')
        .selectAll('device')
        .where('device_secret.hash', '=', secretHash)
        .executeTakeFirst();
      return row === undefined ? null : deviceOf(row);
    },
    byId: async (library, device) => {
      const row = await db.selectFrom('device').selectAll().where('library', '=', library).where('id', '=', device).executeTakeFirst();
      return row === undefined ? null : deviceOf(row);
    },
    wasRevoked: (library, device) => revocations.among(library, [device]).length > 0,
    list: async (library) => {
      await health.flush();
      const rows = await db
        .selectFrom('device')
        .selectAll()
        .where('library', '=', library)
        .where('id', '<>', serverDeviceOf(library))
        .orderBy('enrolled_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        level: row.level,
        partner: row.partner,
        enrolledAt: row.enrolled_at,
        revokedAt: row.revoked_at,
        lastSeenAt: row.last_seen_at,
        app: row.app,
        unsent: row.unsent,
        oldestUnsentAt: row.oldest_unsent_at,
        attention: row.attention,
        persisted: row.persisted === null ? null : row.persisted === 1,
        clockOffset: row.clock_offset,
        forkedAt: row.forked_at,
      }));
    },
    seen: health.note,
    revoke: async (library, device, now) => {
      // Nobody holds it, and without it no command could write again.
      if (device === serverDeviceOf(library)) return false;
      const row = await db
        .updateTable('device')
        .set({ revoked_at: sql<string>`coalesce(revoked_at, ${now.toISOString()})` })
        .where('library', '=', library)
        .where('id', '=', device)
        .returning('revoked_at')
        .executeTakeFirst();
      if (row === undefined) return false;
      revocations.add(library, [device], row.revoked_at ?? now.toISOString());
      return true;
    },
    invite: ({ library, level, partner, codeHash, account, expiresAt, now }) =>
      write(async (tx) => {
        await tx
          .deleteFrom('invite')
          .where('expires_at', '<', new Date(now.getTime() - keptAfterExpiry).toISOString())
          .execute();
        if (partner !== null) {
          await tx.deleteFrom('invite').where('library', '=', library).where('partner', '=', partner).where('device', 'is', null).execute();
        }
        await tx
          .insertInto('invite')
          .values({
            library,
            level,
            code_hash: codeHash,
            account,
            partner,
            expires_at: expiresAt.toISOString(),
            attempt: null,
            device: null,
            incarnation: null,
          })
          .onConflict((conflict) => conflict.column('code_hash').doNothing())
          .execute();
      }),
    enroll: (codeHash, enrolling) => write((tx) => enroll(tx, codeHash, enrolling)),
    held: (library, after) => listHeld(db, library, after),
    countHeld: (library) => countHeld(db, library),
    gaps: (library) => gapsIn(engine, library),
  };
}

/** So long a code that ran out is told from one that never was. */
const keptAfterExpiry = 86_400_000;

async function enroll(tx: Tx, codeHash: string, enrolling: Enrolling) {
  // Taking the row's lock first: two devices with one code follow each other.
  const invite = await tx
    .updateTable('invite')
    .set((row) => ({ attempt: row.fn.coalesce('attempt', row.val(enrolling.attempt)) }))
    .where('code_hash', '=', codeHash)
    .returningAll()
    .executeTakeFirst();
  if (invite === undefined) return failed('code-unknown');
  if (invite.expires_at <= enrolling.now.toISOString()) return failed('code-expired');
  if (invite.attempt !== enrolling.attempt) return failed('code-used');
  if (invite.device !== null && invite.incarnation !== null) {
    const again = await tx.selectFrom('device').selectAll().where('id', '=', invite.device).executeTakeFirstOrThrow();
    if (again.revoked_at !== null) return failed('code-used');
    await addSecret(tx, again.library, again.id, enrolling);
    return ok({ device: deviceOf(again), incarnation: invite.incarnation });
  }
  const { library, level, account, partner } = invite;
  const enrolled = await addDevice(tx, { library, level, account, partner }, enrolling);
  await tx
    .updateTable('invite')
    .set({ device: enrolled.device.id, incarnation: enrolled.incarnation })
    .where('code_hash', '=', codeHash)
    .execute();
  return ok(enrolled);
}

/** A new device with its first incarnation and secret. */
export async function addDevice(
  tx: Tx,
  { library, level, account, partner }: Pick<DeviceTable, 'library' | 'level' | 'account' | 'partner'>,
  enrolling: Enrolling,
): Promise<Enrolled> {
  const { fresh, deviceName, now } = enrolling;
  const row: DeviceTable = {
    id: fresh.device,
    library,
    name: deviceName,
    level,
    account,
    partner,
    enrolled_at: now.toISOString(),
    revoked_at: null,
    last_seen_at: null,
    app: null,
    unsent: null,
    oldest_unsent_at: null,
    attention: null,
    persisted: null,
    clock_offset: null,
    forked_at: null,
    pulled_seq: null,
    pulled_epoch: null,
  };
  await tx.insertInto('device').values(row).execute();
  await tx
    .insertInto('incarnation')
    .values({ library, id: fresh.incarnation, device: fresh.device, forked_at: null, digest_xor: emptyDigest.xor })
    .execute();
  await addSecret(tx, library, fresh.device, enrolling);
  return { device: deviceOf(row), incarnation: fresh.incarnation };
}

async function addSecret(tx: Tx, library: string, device: string, { secretHash, now }: Enrolling): Promise<void> {
  if (secretHash === null) return;
  await tx.insertInto('device_secret').values({ hash: secretHash, library, device, made_at: now.toISOString() }).execute();
}

function deviceOf({ id, library, name, level, partner, revoked_at }: DeviceTable): Device {
  return { id, library, name, level, partner, revoked: revoked_at !== null };
}
