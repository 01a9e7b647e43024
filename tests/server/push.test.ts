// Pushing, on both engines: exactly once, receipts, what is held aside and why.

import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { engines } from '../support/databases.ts';
import { aFact, aMaker, sentText } from '../support/facts.ts';
import { randomBytesFrom } from '../support/random.ts';
import { aDevice, aLibrary, aServer, deviceWith, type TestDevice } from '../support/server.ts';

describe.each(engines)('pushing to %s', (engine) => {
  test('[S2] the same push twice stores once and gives the same receipts', async () => {
    const { tablet, desktop } = await twoDevices();
    const facts = [
      tablet.maker.changeSession('S1', { date: '2026-11-02' }),
      tablet.maker.count('S1', '6-11', 3),
      tablet.maker.count('S1', '0-5', 2),
    ];
    const first = await tablet.push(facts);
    expect(first.receipts.map(({ state }) => state)).toEqual(['stored', 'stored', 'stored']);
    expect((await tablet.push(facts)).receipts).toEqual(first.receipts);
    expect((await desktop.pull(null)).rows?.total).toBe(3);
  });

  test('[S2] two pushes of overlapping facts at once store each fact once', async () => {
    const { tablet, desktop } = await twoDevices();
    const facts = Array.from({ length: 60 }, () => tablet.maker.count('S1', '6-11', 1));
    const answers = await Promise.all([0, 10, 20, 30].map((from) => tablet.push(facts.slice(from, from + 30))));
    const receipts = new Map(answers.flatMap((answer) => answer.receipts).map((receipt) => [receipt.hash, receipt]));
    expect(receipts.size).toBe(60);
    for (const [at, answer] of answers.entries()) {
      expect(answer.receipts).toEqual(facts.slice(at * 10, at * 10 + 30).map(({ sent }) => receipts.get(sent.hash)));
    }
    expect((await desktop.pull(null)).rows?.total).toBe(60);
  });

  test('[S2] a fact twice in one push gets one number', async () => {
    const { tablet } = await twoDevices();
    const fact = tablet.maker.count('S1', '6-11', 1);
    const { receipts } = await tablet.push([fact, fact]);
    expect(receipts[0]).toMatchObject({ state: 'stored', seq: 1 });
    expect(receipts[1]).toEqual(receipts[0]);
  });

  test('[S2] other bytes under a known id are held with a copy of the first, which stays', async () => {
    const { tablet, desktop } = await twoDevices();
    const first = tablet.maker.count('S1', '6-11', 3);
    const other = tablet.maker.make('attendance.counted', 'S1', { band: '6-11', heads: 4, way: 'tap' }, { id: first.fact.id });
    expect((await tablet.push([first])).receipts[0]).toMatchObject({ state: 'stored' });
    expect((await tablet.push([other])).receipts[0]).toMatchObject({ state: 'held', code: 'fact-id-taken', hash: other.sent.hash });
    const { held } = await desktop.browser.get<{ held: { id: string; code: string }[] }>('/api/quarantine');
    expect(held.map(({ id, code }) => ({ id, code }))).toEqual([
      { id: first.fact.id, code: 'fact-id-taken' },
      { id: first.fact.id, code: 'fact-id-taken' },
    ]);
    expect((await desktop.pull(null)).rows?.facts.map(({ text }) => text)).toEqual([first.sent.text]);
  });

  test('[S4] what is committed is flushed, also where the database is told to do without', async () => {
    const server = await aServer({ engine });
    const setting = engine === 'sqlite' ? sql`pragma synchronous` : sql`show synchronous_commit`;
    const full = engine === 'sqlite' ? { synchronous: 2 } : { synchronous_commit: 'on' };
    const rows = await server.engine.write(async (tx) => (await setting.execute(tx)).rows);
    expect(rows).toEqual([full]);
  });

  test('[S6] each kind of bad fact is held aside with its reason and delays no other', async () => {
    const { tablet, desktop } = await twoDevices();
    const { maker } = tablet;
    const good = [maker.count('S1', '6-11', 1), maker.count('S1', '6-11', 2)];
    const elsewhere = aMaker({ device: maker.device, incarnation: maker.incarnation });
    const bad = [
      { sent: sentText('{"id": broken'), code: 'fact-unreadable' },
      { sent: sentText(`${'['.repeat(50_000)}${']'.repeat(50_000)}`), code: 'fact-unreadable' },
      { sent: sentText('\ud800'), code: 'fact-unreadable' },
      { sent: sentText('"\0"'), code: 'fact-unreadable' },
      { sent: maker.make('attendance.counted', 'S1', { band: '6-11', heads: 0, way: 'tap' }).sent, code: 'fact-invalid' },
      { sent: aFact({ ...maker.count('S1', '6-11', 1).fact, kind: 'kite.flown' }).sent, code: 'fact-kind-unknown' },
      { sent: aFact({ ...maker.count('S1', '6-11', 1).fact, version: 99 }).sent, code: 'fact-kind-unknown' },
      { sent: elsewhere.count('S1', '6-11', 1).sent, code: 'fact-other-library' },
      { sent: maker.make('outlet.changed', 'O1', { set: { name: 'Van' }, base: {} }).sent, code: 'fact-not-allowed' },
      { sent: { ...maker.count('S1', '6-11', 1).sent, hash: 'not its hash' }, code: 'fact-hash-mismatch' },
      { sent: sentText(JSON.stringify({ ...maker.count('S1', '6-11', 1).fact, note: 'x'.repeat(300_000) })), code: 'fact-too-large' },
    ];
    const all = [...good.slice(0, 1).map(({ sent }) => sent), ...bad.map(({ sent }) => sent), ...good.slice(1).map(({ sent }) => sent)];
    const { receipts } = await tablet.push(all);
    expect(receipts.map((receipt) => (receipt.state === 'held' ? receipt.code : receipt.seq))).toEqual([
      1,
      ...bad.map(({ code }) => code),
      2,
    ]);
    expect(receipts.map(({ hash }) => hash)).toEqual(all.map(({ hash }) => hash));
    expect((await tablet.push(all)).receipts).toEqual(receipts);
    const { held } = await desktop.browser.get<{ held: { code: string; bytes: number }[] }>('/api/quarantine');
    expect(held.map(({ code }) => code).sort()).toEqual(bad.map(({ code }) => code).sort());
    expect((await desktop.pull(null)).rows?.facts).toHaveLength(2);
  });

  test('[S6] a held fact leaves quarantine when the server can take it by now', async () => {
    const { tablet, desktop } = await twoDevices();
    const fact = desktop.maker.make('outlet.changed', 'O1', { set: { name: 'Van' }, base: {} });
    expect((await tablet.push([fact])).receipts[0]).toMatchObject({ state: 'held', code: 'fact-not-allowed' });
    expect((await desktop.push([fact])).receipts[0]).toMatchObject({ state: 'stored' });
    expect((await tablet.push([fact])).receipts[0]).toMatchObject({ state: 'stored' });
    expect(await desktop.browser.get('/api/quarantine')).toEqual({ held: [], count: 0, next: null });
  });

  test('[S6] what one device may not bring leaves quarantine when another brings it at the same moment', async () => {
    const { tablet, desktop } = await twoDevices();
    const fact = desktop.maker.make('outlet.changed', 'O1', { set: { name: 'Van' }, base: {} });
    const [refused, taken] = await Promise.all([tablet.push([fact]), desktop.push([fact])]);
    expect(taken.receipts[0]).toMatchObject({ state: 'stored' });
    // Whoever comes first, the fact is stored and nothing is left to look after.
    if (refused.receipts[0]?.state === 'held') expect(refused.receipts[0].code).toBe('fact-not-allowed');
    expect(await desktop.browser.get('/api/quarantine')).toEqual({ held: [], count: 0, next: null });
  });

  test('[S7] a clone is accepted, flagged, and both go on under incarnations of their own', async () => {
    const { tablet, desktop } = await twoDevices();
    const { library, device, incarnation } = tablet.identity;
    const clone = aMaker({ library, device, incarnation, random: randomBytesFrom(77) });
    await tablet.push([tablet.maker.count('S1', '6-11', 1), tablet.maker.count('S1', '6-11', 1)]);
    const answer = await tablet.push([clone.count('S1', '6-11', 5), clone.count('S1', '6-11', 5), clone.count('S1', '6-11', 5)]);
    expect(answer.receipts.map(({ state }) => state)).toEqual(['stored', 'stored', 'stored']);
    expect(answer.newIncarnation).not.toBeNull();
    const next = (await tablet.pull(null)).newIncarnation;
    expect(next).not.toBe(answer.newIncarnation);
    const fresh = deviceWith(tablet.browser, { ...tablet.identity, incarnation: next ?? '' });
    const filled = await fresh.pull(null);
    expect(filled.newIncarnation).toBeNull();
    expect(filled.rows?.facts).toHaveLength(5);
    const { devices } = await desktop.browser.get<{ devices: { id: string; forkedAt: string | null }[] }>('/api/devices');
    expect(devices.filter(({ forkedAt }) => forkedAt !== null).map(({ id }) => id)).toEqual([device]);
  });

  test('[S8] a clock that is centuries off changes nothing', async () => {
    const { tablet, desktop } = await twoDevices();
    const facts = ['0001-01-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'].map((at) =>
      tablet.maker.make('attendance.counted', 'S1', { band: '6-11', heads: 1, way: 'tap' }, { at }),
    );
    expect((await tablet.push(facts)).receipts.map(({ state }) => state)).toEqual(['stored', 'stored', 'stored']);
    expect((await desktop.pull(null)).rows?.facts).toHaveLength(3);
  });

  test('[S9] a fact carried by another device of the library is stored under its maker', async () => {
    const { tablet, desktop, server } = await twoDevices();
    const other = await aDevice(server, desktop);
    const fact = tablet.maker.count('S1', '6-11', 3);
    const { receipts } = await other.push([fact]);
    expect(receipts[0]).toMatchObject({ state: 'stored' });
    expect((await tablet.push([fact])).receipts).toEqual(receipts);
  });

  test('[S15] a kiosk may take sign-ups and survey answers, and nothing else', async () => {
    const { desktop, server } = await twoDevices();
    const kiosk = await aDevice(server, desktop, 'kiosk');
    const answer = { wording: 'w/1', agreement: { knowledge: 4 }, way: 'kiosk', sealed: null } as const;
    const { receipts } = await kiosk.push([
      kiosk.maker.signUp('S1', 'card'),
      kiosk.maker.make('survey.answered', 'S1', answer),
      kiosk.maker.count('S1', '6-11', 1),
      kiosk.maker.make('checklist.ticked', 'S1', { item: 'count' }),
    ]);
    expect(receipts.map((receipt) => (receipt.state === 'held' ? receipt.code : 'stored'))).toEqual([
      'stored',
      'stored',
      'fact-not-allowed',
      'fact-not-allowed',
    ]);
  });

  test('[S24] a revoked device deposits into quarantine; enrolled again, its facts are taken', async () => {
    const { tablet, desktop, server } = await twoDevices();
    const [delivered, waiting] = [tablet.maker.count('S1', '6-11', 1), tablet.maker.count('S1', '6-11', 2)];
    await tablet.push([delivered]);
    expect(await desktop.browser.post('/api/devices/revoke', { device: tablet.identity.device })).toEqual({});
    const answer = await tablet.push([delivered, waiting]);
    expect(answer.receipts.map((receipt) => (receipt.state === 'held' ? receipt.code : receipt.seq))).toEqual([
      1,
      'fact-from-revoked-device',
    ]);
    expect(answer.rows).toBeNull();
    expect((await tablet.pull(null)).problem?.code).toBe('device-revoked');
    const again = await aDevice(server, desktop);
    expect((await again.push([waiting])).receipts[0]).toMatchObject({ state: 'stored' });
    expect(await desktop.browser.get('/api/quarantine')).toEqual({ held: [], count: 0, next: null });
  });

  test('[S25] a version the server does not speak is answered with those it does', async () => {
    const { tablet } = await twoDevices();
    const answer = await tablet.push([], { protocol: 2, facts: 'whatever version 2 sends' });
    expect(answer.problem).toEqual({ code: 'protocol-unsupported', detail: { oldest: 1, newest: 1 } });
  });

  test('[S3] more facts than a push may carry are refused whole', async () => {
    const { tablet, desktop } = await twoDevices();
    const facts = Array.from({ length: 1_001 }, () => tablet.maker.count('S1', '6-11', 1));
    expect((await tablet.push(facts)).problem?.code).toBe('request-invalid');
    expect((await desktop.pull(null)).rows?.facts).toEqual([]);
  });

  test('text that PostgreSQL or a report could stumble over is kept byte for byte', async () => {
    const { tablet, desktop } = await twoDevices();
    const odd = 'a\0b \ud800 \u2028 "quoted" \\ 🦉';
    const facts = [
      tablet.maker.changeSession('S1', { title: odd.slice(0, 200), notes: odd, date: '2026-11-02' }),
      tablet.maker.make('hand-out.given', 'S1', { resource: null, title: odd, count: 1, barcode: odd }),
      tablet.maker.make('site.changed', 'SITE1', { set: { name: odd, toString: 1, constructor: 2, __proto__: 3 }, base: {} }),
    ];
    expect((await tablet.push(facts)).receipts.map(({ state }) => state)).toEqual(['stored', 'stored', 'stored']);
    expect((await desktop.pull(null)).rows?.facts.map(({ text }) => text).sort()).toEqual(facts.map(({ sent }) => sent.text).sort());
  });

  async function twoDevices() {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const tablet: TestDevice = await aDevice(server, desktop);
    return { server, desktop, tablet };
  }
});
