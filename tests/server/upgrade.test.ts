// [I20] What released versions left behind: their databases open under this version's migrations, and their facts are taken as they are.
// The fixtures are those of tests/device/upgrade.test.ts.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import * as v from 'valibot';
import { describe, expect, onTestFinished, test } from 'vitest';
import { factBodies } from '../../src/domain/fact.ts';
import { enrollAnswer } from '../../src/protocol/access.ts';
import { hashOf } from '../../src/protocol/hash.ts';
import { paths } from '../../src/protocol/paths.ts';
import type { SentFact } from '../../src/protocol/push.ts';
import { createServer } from '../../src/server/create-server.ts';
import { alice } from '../support/cast.ts';
import { aDatabase, engines, type EngineName } from '../support/databases.ts';
import { randomBytesFrom } from '../support/random.ts';
import { dumpDatabase, putDatabase, type ReleasedDatabase, releasedDatabase } from '../support/released-database.ts';
import { aBrowser, anotherLibrary, aServer, deviceWith, pullAll, startOfTests } from '../support/server.ts';
import { kindsNotIn, type Released, released, type ReleasedStore, releasedStore } from '../device/released-store.ts';

const fixtures = join(import.meta.dirname, '../device/fixtures');

function databaseOf(version: string): ReleasedDatabase {
  return v.parse(releasedDatabase, JSON.parse(readFileSync(join(fixtures, version, 'database.json'), 'utf8')));
}

function storeOf(version: string): ReleasedStore {
  return v.parse(releasedStore, JSON.parse(readFileSync(join(fixtures, version, 'store.json'), 'utf8')));
}

/** Facts as a device of that version made them, delivered or still unsent. */
function factsOf(version: string): readonly SentFact[] {
  const rows = [...(databaseOf(version)['fact'] ?? []), ...(storeOf(version).tables['facts']?.rows ?? [])];
  return [...new Map(rows.map((row) => [row['id'], { hash: String(row['hash']), text: String(row['text']) }])).values()];
}

/** This version's server on that database; it may be opened more than once. */
async function aReleasedServer(engine: EngineName, database: ReleasedDatabase, version: Released) {
  const folder = mkdtempSync(join(tmpdir(), 'wayside-released-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const databaseUrl = await aDatabase(engine);
  await putDatabase({ folder, databaseUrl }, database, version);
  const config = {
    port: 0,
    host: 'localhost',
    dataDir: folder,
    databaseUrl,
    publicUrl: null,
    trustProxy: false,
    mostFileBytes: 100_000_000,
    dist: folder,
  };
  return () => createServer(config, { now: () => startOfTests, random: randomBytesFrom(500), log: () => {} });
}

describe.each(engines.flatMap((engine) => released.map((version) => ({ engine, version }))))(
  'what $version left, on $engine',
  ({ engine, version }) => {
    test('is a database that opens with every row as it was, and opens again', async () => {
      const before = databaseOf(version);
      const open = await aReleasedServer(engine, before, version);
      for (let time = 0; time < 2; time++) {
        const server = await open();
        const after = await dumpDatabase(server.engine);
        for (const table of ['fact', 'held', 'erasure', 'incarnation', 'sign_up_report', 'hand_out_report', 'session_report']) {
          const columns = Object.keys(before[table]?.[0] ?? {});
          const asItWas = after[table]?.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
          expect(sorted(asItWas)).toEqual(sorted(before[table]));
        }
        for (const row of after['fact'] ?? []) expect(hashOf(String(row['text']))).toBe(row['hash']);
        const { rows } = await sql<{ attendance: number }>`select attendance from outreach_sessions`.execute(server.engine.db);
        expect(sorted(rows)).toEqual(sorted(before['session_report']?.map(({ attendance }) => ({ attendance }))));
        // [S15] Whose contact details are still there may be to be done.
        const signedUp = before['sign_up_report']?.filter((row) => Number(row['voided']) === 0).map((row) => `session/${row['session']}`);
        const kept = await server.engine.db.selectFrom('subject').select('key').where('kept', '=', 1).execute();
        expect(kept.map(({ key }) => key).sort()).toEqual([...new Set(signedUp)].sort());
        await server.close();
      }
    });

    test('lets its coordinator sign in and its devices fetch every fact in scope, byte for byte', async () => {
      const before = databaseOf(version);
      const server = await (await aReleasedServer(engine, before, version))();
      onTestFinished(() => server.close());
      const browser = aBrowser(server);
      expect(await browser.post(paths.signIn, { email: alice.email, password: alice.password })).not.toHaveProperty('problem');
      const { devices } = await browser.get<{ devices: readonly { name: string }[] }>(paths.devices);
      expect(devices).toHaveLength(before['device']?.length ?? 0);

      const store = storeOf(version);
      const identity = v.parse(enrollAnswer, store.tables['self']?.rows[0]?.['identity']);
      const tablet = deviceWith(aBrowser(server, new Map(Object.entries(store.cookies))), identity);
      const fetched = [...(await pullAll(tablet)).facts.values()];
      expect(fetched.sort()).toEqual(before['fact']?.map(({ text }) => String(text)).sort());
    });

    test('are facts of every kind, each stored with the bytes and the hash it has always had', async () => {
      const server = await aServer({ engine });
      const facts = factsOf(version);
      const read = facts.map(({ text }) => v.parse(v.looseObject({ kind: v.string(), library: v.string() }), JSON.parse(text)));
      expect([...new Set([...read.map(({ kind }) => kind), ...kindsNotIn[version]])].sort()).toEqual(Object.keys(factBodies).sort());
      const desktop = await anotherLibrary(server, read[0]?.library);
      const { receipts } = await desktop.push(facts);
      expect(receipts).toEqual(facts.map(({ hash }) => expect.objectContaining({ state: 'stored', hash })));
      const stored = await server.engine.db.selectFrom('fact').select(['hash', 'text']).execute();
      expect(stored).toEqual(expect.arrayContaining(facts.map((fact) => ({ ...fact }))));
      expect([...(await pullAll(desktop)).facts.values()].sort()).toEqual(facts.map(({ text }) => text).sort());
    });
  },
);

function sorted(rows: readonly object[] | undefined): readonly string[] {
  return (rows ?? []).map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
}
