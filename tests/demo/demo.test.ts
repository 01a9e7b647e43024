// The library that `npm run demo` makes: whole, sealed, the same for everybody; and that the command leaves other folders alone.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayAt, instantOf, timeAt } from '../../src/demo/wall-clock.ts';
import { makeLibrary } from '../../src/demo/make-library.ts';
import { createVault, type VaultKey } from '../../src/device/seal/vault.ts';
import { type Fact, readFact } from '../../src/domain/fact.ts';
import { keyWrapFields, sealingKeyFields } from '../../src/domain/places.ts';
import { foldSession, type Session } from '../../src/domain/session.ts';
import { signUpTaken } from '../../src/domain/sign-up.ts';
import { enrollAnswer } from '../../src/protocol/access.ts';
import { paths } from '../../src/protocol/paths.ts';
import { pullAnswer } from '../../src/protocol/pull.ts';
import type { Config } from '../../src/server/config.ts';
import { createServer } from '../../src/server/create-server.ts';
import { aBrowser, health } from '../support/server.ts';
import { randomBytesFrom } from '../support/random.ts';

const now = Date.parse('2026-11-05T20:10:00.000Z');
const words = { email: 'rosa@palmetto.example', password: 'mango season outreach', passphrase: 'bookmobile under the mango tree' };
const folder = mkdtempSync(join(tmpdir(), 'wayside-demo-'));
const configOf = (name: string): Config => ({
  port: 0,
  host: 'localhost',
  dataDir: join(folder, name),
  databaseUrl: null,
  publicUrl: null,
  trustProxy: false,
  mostFileBytes: 100_000_000,
  dist: join(folder, 'dist'),
});

interface Placed {
  readonly fact: Fact;
  readonly seq: number;
}
let facts: readonly Placed[];
beforeAll(async () => {
  facts = await madeFacts('one');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Makes a library and fills a coordinator's browser with it, as signing in on a new computer does. */
async function madeFacts(name: string): Promise<readonly Placed[]> {
  await makeLibrary(configOf(name), words, { now, random: randomBytesFrom(now) });
  const server = await createServer(configOf(name), { now: () => now, random: randomBytesFrom(1), log: () => {} });
  const browser = aBrowser(server);
  await browser.post(paths.signIn, { email: words.email, password: words.password });
  const { incarnation } = v.parse(enrollAnswer, await browser.post(paths.enrollHere, { attempt: 'TRY', deviceName: 'My laptop' }));
  const { rows } = v.parse(pullAnswer, await browser.post(paths.pull, { protocol: 1, incarnation, cursor: null, health, digest: null }));
  await server.close();
  expect(rows?.more).toBe(false);
  return (rows?.facts ?? []).map(({ text, seq }) => {
    const read = readFact(text);
    if (!read.ok) throw new Error(read.problem.code);
    return { fact: read.value, seq };
  });
}

function sessionsOf(placed: readonly Placed[]): readonly Session[] {
  const bySession = Map.groupBy(
    placed.filter(({ fact }) => fact.subject.type === 'session'),
    ({ fact }) => fact.subject.id,
  );
  return [...bySession].map(([id, list]) => foldSession(id, list));
}

describe('the made-up library', () => {
  test('has a month behind it, sessions today and weeks ahead', () => {
    const sessions = sessionsOf(facts);
    const byStatus = (status: string) => sessions.filter(({ values }) => values.status === status);
    expect(byStatus('closed').length).toBeGreaterThan(75);
    expect(byStatus('planned').length).toBeGreaterThan(40);
    for (const { values, totals } of byStatus('closed')) {
      expect(values.site).not.toBeNull();
      expect(values.openedAt !== null && values.closedAt !== null && values.openedAt < values.closedAt).toBe(true);
      expect(Object.values(totals.heads).every((heads) => heads > 0)).toBe(true);
    }
    const today = sessions.filter(({ values }) => values.date === '2026-11-05').map(({ values }) => [values.startsAt, values.status]);
    expect(today.toSorted()).toEqual([
      ['10:00', 'closed'],
      ['13:00', 'closed'],
      ['15:30', 'planned'],
      ['18:00', 'planned'],
    ]);
  });

  test('has values that lost without being seen, and things that were taken back', () => {
    expect(sessionsOf(facts).filter(({ overwritten }) => overwritten.length > 0).length).toBeGreaterThan(0);
    for (const { overwritten } of sessionsOf(facts)) for (const { field } of overwritten) expect(field).toBe('notes');
    expect(facts.some(({ fact }) => fact.kind === 'fact.voided')).toBe(true);
  });

  test('has sign-ups that open with the passphrase and are nowhere in clear', async () => {
    const vault = createVault({ now: () => now });
    expect((await vault.unlock({ passphrase: words.passphrase }, vaultKeys())).ok).toBe(true);
    const taken = facts.filter(({ fact }) => fact.kind === 'sign-up.taken').map(({ fact }) => fact);
    expect(taken.length).toBeGreaterThan(60);
    const opened = await vault.openMany(
      taken.map(({ id, library, body }) => ({
        context: { library, fact: id, kind: 'sign-up.taken' },
        sealed: v.parse(signUpTaken, body).sealed,
      })),
    );
    vault.lock();
    const stored = readdirSync(join(folder, 'one'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('');
    for (const contact of opened) {
      if (!contact.ok) throw new Error(contact.problem.code);
      const { name, email } = contact.value;
      // A first name alone may be a partner's too.
      for (const text of [name.includes(' ') ? name : '', email]) if (text !== '') expect(stored.includes(text), text).toBe(false);
    }
  });

  test('is the same for everybody', async () => {
    const visible = (placed: readonly Placed[]) =>
      sessionsOf(placed)
        .map(({ id, values, totals }) => ({ id, values, heads: totals.heads, signUps: totals.signUps, handOuts: totals.handOuts }))
        .toSorted((a, b) => a.id.localeCompare(b.id));
    expect(visible(await madeFacts('other'))).toEqual(visible(facts));
  }, 60_000);
});

test('a folder that holds anything else is left alone', () => {
  const foreign = mkdtempSync(join(folder, 'foreign-'));
  writeFileSync(join(foreign, 'wayside.db'), 'somebody’s library');
  const demo = fileURLToPath(new URL('../../src/demo/demo.ts', import.meta.url));
  const run = spawnSync(process.execPath, [demo], {
    env: { ...process.env, DATA_DIR: foreign, PORT: '0' },
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('DATA_DIR');
  expect(readdirSync(foreign)).toEqual(['wayside.db']);
  expect(readFileSync(join(foreign, 'wayside.db'), 'utf8')).toBe('somebody’s library');
}, 60_000);

test('the wall clock of the library is known in summer and in winter', () => {
  for (const [day, time, utc] of [
    ['2026-07-04', '10:30', '14:30'],
    ['2026-12-24', '10:30', '15:30'],
    ['2026-11-01', '09:00', '14:00'],
  ] as const) {
    const instant = instantOf(day, time);
    expect(new Date(instant).toISOString()).toBe(`${day}T${utc}:00.000Z`);
    expect([dayAt(instant), timeAt(instant)]).toEqual([day, time]);
  }
});

function vaultKeys(): readonly VaultKey[] {
  const setOf = ({ fact }: Placed) => v.parse(v.object({ set: v.unknown() }), fact.body).set;
  const wraps = facts.filter(({ fact }) => fact.kind === 'key-wrap.changed').map((placed) => v.parse(keyWrapFields, setOf(placed)));
  return facts
    .filter(({ fact }) => fact.kind === 'sealing-key.changed')
    .map((placed) => ({ key: placed.fact.subject.id, publicKey: v.parse(sealingKeyFields, setOf(placed)).publicKey, wraps }));
}
