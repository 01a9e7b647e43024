// The libraries of this server, set-up of the first, and who coordinates which.

import type { Engine, Tx } from './dialects.ts';
import { addDevice } from './devices.ts';
import { serverDeviceOf } from './counted.ts';
import type { Enrolled, Enrolling, Libraries } from './storage.ts';
import { sql } from 'kysely';

export function createLibraries({ db, write }: Engine): Libraries {
  return {
    list: async () => {
      const rows = await db.selectFrom('library').selectAll().orderBy('made_at').orderBy('id').execute();
      const records = await db.selectFrom('subject').select(['library', 'key', 'view']).where('type', '=', 'library').execute();
      return rows.map(({ id, sequence, safe, time_zone }) => {
        const record = records.find((one) => one.library === id && one.key === `library/${id}`);
        const name: unknown = record === undefined ? null : JSON.parse(record.view)?.fields?.name?.current?.value;
        return { id, sequence, safe, timeZone: time_zone, name: typeof name === 'string' ? name : id };
      });
    },
    setUp: (library, account, enrolling) => write((tx) => setUp(tx, library, account, enrolling)),
    add: async (id, now) => {
      await db.insertInto('library').values({ id, made_at: now.toISOString() }).execute();
    },
    member: async (account) => {
      const row = await db.selectFrom('member').select(['account', 'library', 'level']).where('account', '=', account).executeTakeFirst();
      return row ?? null;
    },
    serverDevice: (library, now) => write((tx) => serverDevice(tx, library, now)),
    publishSafe: async (library, sequence) => {
      await db.updateTable('library').set({ safe: sequence }).where('id', '=', library).where('safe', '<', sequence).execute();
    },
  };
}

async function setUp(tx: Tx, library: string, account: string, enrolling: Enrolling) {
  // The server's only row is the lock: two set-ups at once follow each other.
  await sql`update server set epoch = epoch`.execute(tx);
  const first = await tx.selectFrom('library').select('id').limit(1).executeTakeFirst();
  if (first !== undefined) return null;
  const made_at = enrolling.now.toISOString();
  await tx.insertInto('library').values({ id: library, made_at }).execute();
  await tx.insertInto('member').values({ account, library, level: 'coordinator', made_at }).execute();
  return addDevice(tx, { library, level: 'coordinator', account, partner: null }, enrolling);
}

/** One a library, with an incarnation an epoch: after a restore its numbers begin again. */
async function serverDevice(tx: Tx, library: string, now: Date): Promise<Enrolled & { readonly lastNumber: number }> {
  await sql`update library set sequence = sequence where id = ${library}`.execute(tx); // one command at a time
  const { epoch } = await tx.selectFrom('server').select('epoch').executeTakeFirstOrThrow();
  const device = { id: serverDeviceOf(library), library, name: 'server', level: 'coordinator', partner: null, revoked: false } as const;
  const incarnation = `server-${epoch}`;
  const known = await tx.selectFrom('device').select('id').where('id', '=', device.id).executeTakeFirst();
  const enrolling = { attempt: '', deviceName: device.name, now, fresh: { device: device.id, incarnation }, secretHash: null };
  if (known === undefined) await addDevice(tx, { library, level: device.level, account: null, partner: null }, enrolling);
  const last = await tx
    .selectFrom('fact')
    .select('maker')
    .where('library', '=', library)
    .where('maker', '>', `${incarnation}/`)
    .where('maker', '<', `${incarnation}0`) // '0' comes after '/'
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { device, incarnation, lastNumber: Number(last?.maker.split('/')[1] ?? 0) };
}
