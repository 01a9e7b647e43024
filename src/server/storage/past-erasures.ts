// Erasures there have been, as the audit tells them, and how far each device is known to have heard of them (S36).

import { sql } from 'kysely';
import { serverDeviceOf } from './counted.ts';
import type { Engine } from './dialects.ts';
import type { Erased, Erasing, Erasures, PastErasure } from './storage.ts';

/** An answer may have been lost: all of these are erased, nothing of them is here, and the first erasure is the answer. */
export async function sameErasure({ db, among }: Engine, { library, ids }: Pick<Erasing, 'library' | 'ids'>): Promise<Erased | null> {
  const rows = await db.selectFrom('erasure').select(['fact', 'seq']).where('library', '=', library).where(among('fact', ids)).execute();
  const there = await db.selectFrom('fact').select('id').where('library', '=', library).where(among('id', ids)).limit(1).execute();
  const [first] = rows;
  if (first === undefined || there.length > 0 || rows.length < new Set(ids).size || rows.some(({ seq }) => seq !== first.seq)) return null;
  const audit = await db.selectFrom('audit').selectAll().where('library', '=', library).where('seq', '=', first.seq).executeTakeFirst();
  if (audit === undefined) return null;
  const all = await db.selectFrom('erasure').select('fact').where('library', '=', library).where('seq', '=', first.seq).execute();
  return {
    sequence: first.seq,
    last: first.seq,
    at: audit.at,
    ids: all.map(({ fact }) => fact),
    stored: [],
    signUps: audit.sign_ups,
  };
}

const most = 500;

export async function listErasures({ db, among }: Engine, library: string): ReturnType<Erasures['list']> {
  const { epoch } = await db.selectFrom('server').select('epoch').executeTakeFirstOrThrow();
  const lines = await db
    .selectFrom('audit')
    .selectAll()
    .where('library', '=', library)
    .where('act', 'not in', ['sign-ups.purged', 'loans.purged', 'words.purged'])
    .orderBy('seq', 'desc')
    .limit(most)
    .execute();
  const oldest = lines.at(-1)?.seq ?? 0;
  const rows = await db
    .selectFrom('erasure')
    .select(['fact', 'seq'])
    .where('library', '=', library)
    .where('seq', '>=', oldest)
    .orderBy('fact')
    .execute();
  const idsBySeq = Map.groupBy(rows, (row) => row.seq);
  const devices = await db.selectFrom('device').selectAll().where('library', '=', library).orderBy('name').orderBy('id').execute();
  const ids = lines.map(({ actor }) => idIn(actor));
  const accounts = await sql<{ id: string; name: string }>`select id, name from auth_user where ${among('id', ids)}`.execute(db);
  const names = new Map([...devices, ...accounts.rows].map(({ id, name }) => [id, name]));
  return {
    erasures: lines.map(
      ({ seq, act, at, actor, sign_ups }): PastErasure => ({
        sequence: seq,
        act,
        at,
        actor,
        name: names.get(idIn(actor)) ?? null,
        ids: (idsBySeq.get(seq) ?? []).map(({ fact }) => fact),
        signUps: sign_ups,
      }),
    ),
    devices: devices
      // A partner's browser never held a sign-up that it could have to let go.
      .filter(({ id, level }) => id !== serverDeviceOf(library) && level !== 'partner')
      .map((row) => ({
        id: row.id,
        name: row.name,
        level: row.level,
        revoked: row.revoked_at !== null,
        lastSeenAt: row.last_seen_at,
        pulled: row.pulled_epoch === epoch ? row.pulled_seq : null,
      })),
  };
}

export async function kindsOf({ db, among }: Engine, library: string, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await db.selectFrom('fact').select('kind').distinct().where('library', '=', library).where(among('id', ids)).execute();
  return rows.map(({ kind }) => kind);
}

function idIn(actor: string): string {
  return actor.slice(actor.indexOf(' ') + 1);
}
