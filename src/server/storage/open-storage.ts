// Opens the storage: engine, migrations, server identity, ledgers; and puts the parts together behind the port.

import { longId, type RandomBytes } from '../../protocol/ids.ts';
import { createDevices } from './devices.ts';
import { type Engine, openPostgres, openSqlite } from './dialects.ts';
import { createFiles } from './files.ts';
import { createErase } from './erase.ts';
import { createHealthKeeper } from './health.ts';
import { readHistories } from './history.ts';
import { openLedgers } from './ledgers.ts';
import { createLibraries } from './libraries.ts';
import { type Migration, migrate } from './migrate.ts';
import { createOffer } from './offer.ts';
import { readShared } from './shared.ts';
import { createPull } from './pull.ts';
import { createPurge } from './purge.ts';
import { createPrepare } from './prepared.ts';
import { createPush } from './push.ts';
import { kindsOf, listErasures, sameErasure } from './past-erasures.ts';
import { applyLedgers, learnFromDatabase } from './reconcile.ts';
import type { Device, Erased, Erasing, PushOutcome, Storage } from './storage.ts';
import { createTransportKeys, ensureTransportKey } from './transport-keys.ts';
import { openWatermark } from './watermark.ts';

export interface StorageOptions {
  /** Exists and can be written; the SQLite file and the ledgers are in it. */
  readonly folder: string;
  readonly databaseUrl: string | null;
  readonly now: () => number;
  readonly random: RandomBytes;
  readonly warn: (message: string) => void;
  /** Those of this program when not given. */
  readonly migrations?: readonly Migration[] | undefined;
}

/** The engine is handed out beside the storage for what works on the whole database: accounts, backup, doctor. */
export async function openStorage({
  folder,
  databaseUrl,
  now,
  random,
  warn,
  migrations,
}: StorageOptions): Promise<{ readonly storage: Storage; readonly engine: Engine }> {
  const engine = databaseUrl === null ? openSqlite(folder) : openPostgres(databaseUrl, warn);
  const at = () => new Date(now());
  await migrate(engine, at().toISOString(), migrations);
  await engine.db
    .insertInto('server')
    .values({ one: 1, id: longId(random), epoch: longId(random), secret: longId(random) + longId(random), made_at: at().toISOString() })
    .onConflict((conflict) => conflict.column('one').doNothing())
    .execute();
  const watermark = await openWatermark(engine, folder, random, warn);
  const ledgers = openLedgers(folder);
  await applyLedgers(engine, ledgers, at());
  await learnFromDatabase(engine, ledgers);
  await ensureTransportKey(engine, ledgers, at());

  const heard: Parameters<Storage['onCommitted']>[0][] = [];
  const tell = (library: string, device: string) => {
    for (const one of heard) one.committed(library, device);
  };
  const listening = await engine.notifications?.listen(
    (payload) => {
      const [library = '', device = ''] = payload.split(' ');
      tell(library, device);
    },
    () => {
      for (const one of heard) one.missed();
    },
  );
  const push = createPush(engine, ledgers);
  const prepare = createPrepare(engine, ledgers);
  const took = ({ library, id }: Device, { stored, highest }: Pick<PushOutcome, 'stored' | 'highest'>) => {
    if (stored === 0) return;
    watermark.rise(library, highest);
    if (listening === undefined) tell(library, id);
  };
  const health = createHealthKeeper(engine, warn);
  const eraseFacts = createErase(engine, ledgers);
  const erased = (library: string, { last }: Erased) => {
    watermark.rise(library, last);
    if (listening === undefined) tell(library, '');
  };
  const erase = async (erasing: Erasing): Promise<Erased> => {
    const one = (await sameErasure(engine, erasing)) ?? (await eraseFacts(erasing));
    erased(erasing.library, one);
    await engine.scrub();
    return one;
  };
  const purge = createPurge(engine, ledgers, erased);
  const storage: Storage = {
    identity: () => engine.db.selectFrom('server').select(['id', 'epoch']).executeTakeFirstOrThrow(),
    sync: {
      push: async (asking, sent) => {
        const outcome = await push(asking, sent);
        took(asking.device, outcome);
        return outcome;
      },
      prepare: async (preparing) => {
        const outcome = await prepare(preparing);
        if (outcome.ok) took(preparing.device, outcome.value);
        return outcome;
      },
      pull: createPull(engine),
      offer: createOffer(engine, ledgers),
      erase: async (library, ids, now) => {
        const { stored } = await erase({ library, ids, now, act: 'facts.erased', actor: 'command' });
        return stored;
      },
    },
    devices: createDevices(engine, ledgers, health),
    libraries: createLibraries(engine),
    transportKeys: createTransportKeys(engine),
    erasures: {
      erase,
      list: async (library) => {
        await health.flush();
        return listErasures(engine, library);
      },
      kindsOf: (library, ids) => kindsOf(engine, library, ids),
      purge: async (library, how) => {
        const done = await purge(library, how);
        if (done.signUps + done.loans + done.answers > 0 && !how.dryRun) await engine.scrub();
        return done;
      },
    },
    histories: (library, places) => readHistories(engine, library, places),
    shared: (library, partner, now) => readShared(engine, library, partner, now),
    files: createFiles(engine),
    onCommitted: (one) => {
      heard.push(one);
    },
    close: async () => {
      await listening?.stop();
      await health.stop();
      watermark.close();
      await engine.close();
    },
  };
  return { storage, engine };
}
