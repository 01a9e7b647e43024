// [S28][S32][S37] Ledgers and database are brought to know the same, at every start and around a restore: either may have been put back from
// a copy, and with several machines on one PostgreSQL an act is in the ledger of the one that did it, and in the database.

import type { Engine } from './dialects.ts';
import { erase } from './erase.ts';
import { type Ledgers, ofTheServer } from './ledgers.ts';
import { addTransportKeys, transportKeysIn } from './transport-keys.ts';

/** What the database knows, into the ledgers. */
export async function learnFromDatabase({ db }: Engine, { erasures, revocations, transportKeys }: Ledgers): Promise<void> {
  for (const { public_key, private_key, made_at } of await db.selectFrom('transport_key').selectAll().execute())
    transportKeys.add(ofTheServer, [`${public_key}.${private_key}`], made_at);
  const erased = await db.selectFrom('erasure').select(['library', 'fact', 'erased_at']).execute();
  for (const { library, fact, erased_at } of erased) erasures.add(library, [fact], erased_at);
  const revoked = await db.selectFrom('device').select(['library', 'id', 'revoked_at']).where('revoked_at', 'is not', null).execute();
  for (const { library, id, revoked_at } of revoked) revocations.add(library, [id], revoked_at ?? '');
}

/** What the ledgers know, into the database. Answers the devices' names that it had not known as revoked. */
export async function applyLedgers(engine: Engine, ledgers: Ledgers, now: Date): Promise<readonly string[]> {
  const names: string[] = [];
  await addTransportKeys(engine, transportKeysIn(ledgers));
  for (const { id: library } of await engine.db.selectFrom('library').select('id').execute()) {
    await eraseAgain(engine, ledgers, library, now);
    names.push(...(await revokeAgain(engine, ledgers, library)));
  }
  return names;
}

export async function eraseAgain(engine: Engine, { erasures }: Pick<Ledgers, 'erasures'>, library: string, now: Date): Promise<void> {
  const rows = await engine.db.selectFrom('erasure').select('fact').where('library', '=', library).execute();
  const known = new Set(rows.map(({ fact }) => fact));
  const missing = [...erasures.all(library).keys()].filter((fact) => !known.has(fact));
  if (missing.length === 0) return;
  const erasing = { library, ids: missing, now, act: 'erased.again', actor: 'server' } as const;
  await engine.write((tx) => erase(engine, tx, erasures, erasing));
  await engine.scrub();
}

async function revokeAgain({ db, among }: Engine, { revocations }: Ledgers, library: string): Promise<readonly string[]> {
  const all = revocations.all(library);
  if (all.size === 0) return [];
  const rows = await db
    .selectFrom('device')
    .select(['id', 'name'])
    .where('library', '=', library)
    .where(among('id', all.keys()))
    .where('revoked_at', 'is', null)
    .execute();
  for (const { id } of rows)
    await db
      .updateTable('device')
      .set({ revoked_at: all.get(id) ?? null })
      .where('library', '=', library)
      .where('id', '=', id)
      .execute();
  return rows.map(({ name }) => name);
}
