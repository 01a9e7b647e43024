// [S37] The server's transport keys: in the database (and so in backups), and in a ledger beside it that a restore leaves alone. While one of
// the two is there, a file that a lost tablet left behind still opens. None is ever deleted.

import { webcrypto } from 'node:crypto';
import { base64url } from '../../protocol/hash.ts';
import { transportKeyId } from '../../protocol/parcel.ts';
import type { Engine } from './dialects.ts';
import { type Ledgers, ofTheServer } from './ledgers.ts';
import type { TransportKey, TransportKeys } from './storage.ts';
import type { TransportKeyTable } from './tables.ts';

export function createTransportKeys({ db }: Engine): TransportKeys {
  return {
    current: async () =>
      keyOf(await db.selectFrom('transport_key').selectAll().orderBy('made_at').orderBy('id').limit(1).executeTakeFirstOrThrow()),
    byId: async (id) => {
      const row = await db.selectFrom('transport_key').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : keyOf(row);
    },
  };
}

/** At each start: makes the first one. In the ledger before anybody is told of it. */
export async function ensureTransportKey(engine: Engine, ledgers: Ledgers, now: Date): Promise<void> {
  const there = await engine.db.selectFrom('transport_key').select('id').limit(1).executeTakeFirst();
  if (there !== undefined) return;
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, KeyMayBe.exported, ['deriveBits']);
  const publicKey = base64url(new Uint8Array(await webcrypto.subtle.exportKey('raw', pair.publicKey)));
  const { d } = await webcrypto.subtle.exportKey('jwk', pair.privateKey);
  if (d === undefined) throw new Error('a P-256 key has a private half');
  ledgers.transportKeys.add(ofTheServer, [`${publicKey}.${d}`], now.toISOString());
  await addTransportKeys(engine, transportKeysIn(ledgers));
}

export function transportKeysIn({ transportKeys }: Pick<Ledgers, 'transportKeys'>): readonly TransportKeyTable[] {
  return [...transportKeys.all(ofTheServer)].map(([key, made_at]) => {
    const [public_key = '', private_key = ''] = key.split('.');
    return { id: transportKeyId(public_key), public_key, private_key, made_at };
  });
}

export async function addTransportKeys({ db }: Engine, rows: readonly TransportKeyTable[]): Promise<void> {
  for (const row of rows) {
    await db
      .insertInto('transport_key')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}

function keyOf({ id, public_key, private_key }: TransportKeyTable): TransportKey {
  return { id, publicKey: public_key, privateKey: private_key };
}

/** WebCrypto's `extractable`, named. */
const KeyMayBe = { exported: true };
