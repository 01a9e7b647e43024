// Erasing persons' details: by the day (purge), on request, with what comes late, after crashes and restores. On both engines.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoanFields } from '../../src/domain/loan.ts';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import type { FactBody } from '../../src/domain/fact.ts';
import { defaultRules } from '../../src/domain/sign-up-rules.ts';
import type { FollowUpState } from '../../src/domain/sign-up.ts';
import type { Erasure, ErasuresAnswer } from '../../src/protocol/erase.ts';
import type { OfferAnswer } from '../../src/protocol/push.ts';
import { paths } from '../../src/protocol/paths.ts';
import { createServer } from '../../src/server/create-server.ts';
import { startPurging } from '../../src/server/purging.ts';
import { countedId } from '../../src/server/storage/counted.ts';
import { openLedgers } from '../../src/server/storage/ledgers.ts';
import { archivedTables } from '../../src/server/storage/archive.ts';
import { alice } from '../support/cast.ts';
import { wayside } from '../support/commands.ts';
import { aDatabase, engines } from '../support/databases.ts';
import { type MadeFact, type Maker, sentText } from '../support/facts.ts';
import { aFolder } from '../support/process.ts';
import { randomBytesFrom } from '../support/random.ts';
import { aBrowser, aDevice, aLibrary, anotherLibrary, aServer, deviceWith, digestOf, pullAll, type TestServer } from '../support/server.ts';

const day = 86_400_000;
const envelope = (word: string) => ({ key: 'KEY000000001', enc: 'ZW5j', box: `${word}canary` });

function signUp(maker: Maker, word: string, session = 'S1'): MadeFact {
  return maker.make('sign-up.taken', session, {
    for: 'card',
    program: null,
    language: 'ht',
    ageBand: '6-11',
    consent: { given: true, wording: 'ht/2026-11', by: 'caregiver' },
    sealed: envelope(word),
  });
}

const aLoan: Omit<LoanFields, 'title' | 'sealed'> = {
  ...{ resource: null, barcode: '', count: 1, to: 'card', site: null, session: 'S1', lentAt: '2026-11-02T14:00:00.000Z', due: null },
  ...{ returnedAt: null, returnedOn: null, canceled: false, exportedLent: null, exportedReturned: null },
};

function corrected(maker: Maker, target: MadeFact, word: string): MadeFact {
  return maker.make('sign-up.corrected', target.fact.subject.id, { target: target.fact.id, sealed: envelope(word) });
}

function followed(maker: Maker, target: MadeFact, state: FollowUpState): MadeFact {
  return maker.make('sign-up.followed', target.fact.subject.id, { target: target.fact.id, state });
}

describe.each(engines)('erasing persons on %s', (engine) => {
  async function stage() {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const tablet = await aDevice(server, desktop);
    const { library } = desktop.identity;
    const purge = (dryRun: boolean, from: Pick<TestServer, 'services' | 'clock'> = server) =>
      from.services.storage.erasures.purge(library, { now: new Date(server.clock.now), dryRun });
    return { server, desktop, tablet, library, purge, maker: tablet.maker };
  }

  /** What a library reports, by month, kind and language, and its totals. */
  async function statistics({ engine: { db } }: TestServer): Promise<unknown> {
    const { rows } = await sql<object>`select substr(received_at, 1, 7) as month, session, kind, language, age_band, consent_by,
      cast(count(*) as integer) as sign_ups from outreach_sign_ups group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`.execute(db);
    const totals = await sql<object>`select session, sign_ups, attendance from outreach_sessions order by session`.execute(db);
    return { rows, totals: totals.rows };
  }

  /** Everything the server's tables hold, as text. */
  async function everything({ engine: { db } }: TestServer): Promise<string> {
    const texts: string[] = [];
    for (const { table } of archivedTables) texts.push(JSON.stringify((await sql`select * from ${sql.table(table)}`.execute(db)).rows));
    return texts.join('\n');
  }

  test('[S35] [S33] thirty days after a sign-up is done its envelopes are gone everywhere, and every statistic is as it was', async () => {
    const { server, desktop, tablet, purge, maker } = await stage();
    const all = ['done', 'declined', 'open', 'again', 'voided', 'merged'].map((word) => signUp(maker, word));
    const [done, declined, open, again, voided, merged] = all;
    if (!done || !declined || !open || !again || !voided || !merged) throw new Error('six were made');
    const fixed = corrected(maker, done, 'fixed');
    await tablet.push([maker.changeSession('S1', { date: '2026-12-28' }), maker.count('S1', '6-11', 3), ...all, fixed]);
    server.clock.now += 40 * day; // another month than that of the sign-ups
    await tablet.push([
      followed(maker, done, 'done'),
      followed(maker, declined, 'declined'),
      followed(maker, again, 'done'),
      maker.voidOf('S1', voided),
      maker.voidOf('S1', merged),
      maker.make('sign-up.merged', 'S1', { target: merged.fact.id, into: open.fact.id }),
    ]);
    server.clock.now += 29 * day;
    await tablet.push([followed(maker, again, 'needs_information')]);
    const { cursor } = await pullAll(desktop);
    const before = await statistics(server);
    expect(before).toMatchObject({ totals: [{ session: 'S1', sign_ups: 4, attendance: 3 }] });
    expect(await purge(false)).toEqual({ keepDays: 30, signUps: 0, sessions: 0, loans: 0, answers: 0 });

    server.clock.now += day;
    expect(await purge(true)).toEqual({ keepDays: 30, signUps: 4, sessions: 1, loans: 0, answers: 0 });
    expect(await everything(server)).toContain('donecanary');
    expect(await purge(false)).toEqual({ keepDays: 30, signUps: 4, sessions: 1, loans: 0, answers: 0 });
    expect(await statistics(server)).toEqual(before);
    const left = await everything(server);
    expect(['done', 'fixed', 'declined', 'voided', 'merged'].filter((word) => left.includes(`${word}canary`))).toEqual([]);
    expect(['open', 'again'].filter((word) => !left.includes(`${word}canary`))).toEqual([]);

    const news = await pullAll(desktop, cursor);
    expect([...news.erased].sort()).toEqual([done, declined, voided, merged, fixed].map(({ fact }) => fact.id).sort());
    const counted = [...news.facts.values()].map((text) => JSON.parse(text));
    expect(counted.map(({ id, kind, device }) => [id, kind, device]).sort()).toEqual(
      [done, declined].map(({ fact }) => [countedId(fact.id), 'sign-up.counted', `server-${desktop.identity.library}`]).sort(),
    );
    const sequence = (await server.services.storage.libraries.list())[0]?.sequence;
    expect(await purge(false)).toMatchObject({ signUps: 0 });
    expect((await server.services.storage.libraries.list())[0]?.sequence).toBe(sequence);
  });

  test('[S55] the card number of a loan goes when the loan has left the devices, and no figure changes', async () => {
    const { server, desktop, tablet, purge, maker } = await stage();
    const lent = (id: string, word: string) =>
      maker.make('loan.changed', id, { set: { ...aLoan, title: 'Dune', sealed: envelope(word) }, base: {} });
    const now = (id: string, set: Partial<LoanFields>) => maker.make('loan.changed', id, { set, base: {} });
    const back = { returnedAt: '2026-11-02T15:00:00.000Z', returnedOn: '2026-11-02' };
    const [returned, takenBack, open, late] = [lent('L1', 'returned'), lent('L2', 'takenback'), lent('L3', 'open'), lent('L4', 'late')];
    await tablet.push([
      maker.handOut('S1', 'lent', 4),
      returned,
      takenBack,
      open,
      late,
      now('L1', back),
      now('L2', { canceled: true }),
      now('L4', back),
    ]);
    server.clock.now += 30 * day;
    await tablet.push([now('L4', { exportedReturned: null })]);
    const before = await statistics(server);
    const { cursor } = await pullAll(desktop);
    server.clock.now += 16 * day - 1;
    expect(await purge(false)).toMatchObject({ loans: 0 });
    server.clock.now += 1;
    expect(await purge(true)).toMatchObject({ signUps: 0, loans: 2 });
    expect(await purge(false)).toMatchObject({ signUps: 0, loans: 2 });
    const left = await everything(server);
    expect(['returned', 'takenback', 'open', 'late'].filter((word) => left.includes(`${word}canary`))).toEqual(['open', 'late']);
    expect(await statistics(server)).toEqual(before);
    expect([...(await pullAll(desktop, cursor)).erased].sort()).toEqual([returned.fact.id, takenBack.fact.id].sort());
    expect(await purge(false)).toMatchObject({ loans: 0 });
    // Sent again by whoever has it still: it stays gone.
    expect((await tablet.push([returned])).receipts).toMatchObject([{ code: 'fact-erased' }]);
    server.clock.now += 30 * day;
    expect(await purge(false)).toMatchObject({ loans: 1 });
  });

  test('[S35] what nobody settled goes when no desk has been able to reach it for a month', async () => {
    const { server, tablet, purge, maker } = await stage();
    await tablet.push([maker.changeSession('S1', { date: '2026-11-02' }), signUp(maker, 'early')]);
    server.clock.now += 2 * day;
    await tablet.push([signUp(maker, 'late')]);
    server.clock.now += 394 * day;
    expect(await purge(false)).toMatchObject({ signUps: 1 });
    const before = await statistics(server);
    const left = await everything(server);
    expect(['early', 'late'].filter((word) => left.includes(`${word}canary`))).toEqual(['late']);
    server.clock.now += day;
    expect(await purge(false)).toMatchObject({ signUps: 1 });
    expect(await statistics(server)).toEqual(before);
  });

  test('[S56] what people wrote in a survey goes after 400 days, and their answers go on counting', async () => {
    const { server, desktop, tablet, purge, maker } = await stage();
    const answered = (word: string | null) =>
      maker.make('survey.answered', 'S1', {
        ...{ wording: 'en-US/1', agreement: { knowledge: 5 }, way: 'kiosk' as const },
        sealed: word === null ? null : envelope(word),
      });
    const [said, silent, mistaken] = [answered('said'), answered(null), answered('mistaken')];
    await tablet.push([maker.changeSession('S1', { date: '2026-11-02' }), said, silent, mistaken, maker.voidOf('S1', mistaken)]);
    const { cursor } = await pullAll(desktop);
    server.clock.now += 400 * day - 1;
    expect(await purge(false)).toMatchObject({ answers: 0 });
    server.clock.now += 1;
    expect(await purge(true)).toMatchObject({ answers: 2 });
    expect(await purge(false)).toMatchObject({ answers: 2 });
    expect(await everything(server)).not.toContain('canary');
    const rows = await server.engine.db.selectFrom('subject').select('view').where('key', '=', 'session/S1').executeTakeFirstOrThrow();
    expect(JSON.parse(rows.view).totals.survey).toEqual({ answers: 2, 'knowledge/5': 2 });
    expect([...(await pullAll(desktop, cursor)).erased].sort()).toEqual([said.fact.id, mistaken.fact.id].sort());
    expect(await purge(false)).toMatchObject({ answers: 0 });
  });

  test('[S55] a loan that came back in parts, or by its label alone, has ended too', async () => {
    const { server, tablet, purge, maker } = await stage();
    const now = (id: string, set: Partial<LoanFields>) => maker.make('loan.changed', id, { set, base: {} });
    const back = { lentAt: null, returnedAt: '2026-11-02T15:00:00.000Z', sealed: null } as const;
    const both = { ...aLoan, title: 'Dune', sealed: envelope('parts'), count: 5 };
    await tablet.push([
      now('L1', both),
      now('L2', { ...aLoan, ...back, title: 'Dune', count: 2, partOf: 'L1' }),
      now('L3', { ...aLoan, title: 'Emma', barcode: '3101', sealed: envelope('label') }),
      now('L4', { ...aLoan, ...back, title: 'Emma', barcode: '3101', returnedOn: '2026-11-02' }),
    ]);
    server.clock.now += 46 * day;
    expect(await purge(false)).toMatchObject({ loans: 1 });
    expect(await everything(server)).not.toContain('labelcanary');
    await tablet.push([now('L5', { ...aLoan, ...back, title: 'Dune', count: 3, partOf: 'L1' })]);
    server.clock.now += 45 * day;
    expect(await purge(false)).toMatchObject({ loans: 0 });
    server.clock.now += day;
    expect(await purge(false)).toMatchObject({ loans: 1 });
    expect(await everything(server)).not.toContain('partscanary');
  });

  test('[S55] the day that a tablet says a loan came back does not decide: one that was years off, and one that lay in a drawer for years', async () => {
    const { server, tablet, purge, maker } = await stage();
    const now = (id: string, set: Partial<LoanFields>) => maker.make('loan.changed', id, { set, base: {} });
    const labelled = { ...aLoan, title: 'Emma', barcode: '3101' };
    await tablet.push([
      now('L1', { ...aLoan, title: 'Dune', sealed: envelope('itself') }),
      now('L1', { returnedAt: '1970-01-01T00:05:00.000Z', returnedOn: '1970-01-01' }),
      now('L2', { ...labelled, sealed: envelope('label'), lentAt: '2024-05-02T14:00:00.000Z' }),
      now('L3', { ...labelled, sealed: null, lentAt: null, returnedAt: '2024-05-02T15:00:00.000Z', returnedOn: '2024-05-02' }),
    ]);
    server.clock.now += 46 * day;
    expect(await purge(false)).toMatchObject({ loans: 2 });
    expect(await everything(server)).not.toContain('canary');
  });

  test('[S35] who signed up for a program that is still to come stays on its roster, done or not', async () => {
    const { server, tablet, purge, maker } = await stage();
    const forProgram = (word: string) => {
      const one = signUp(maker, word);
      return maker.make('sign-up.taken', 'S1', {
        ...one.fact.body,
        for: 'program',
        program: 'Book club',
        programSession: 'CLUB',
      } as FactBody<'sign-up.taken'>);
    };
    const [coming, declined] = [forProgram('coming'), forProgram('declined')];
    await tablet.push([maker.changeSession('CLUB', { date: '2027-01-11', status: 'planned' }), coming, declined]);
    await tablet.push([followed(maker, coming, 'done'), followed(maker, declined, 'declined')]);
    server.clock.now += 60 * day; // January 1
    expect(await purge(false)).toMatchObject({ signUps: 1 });
    expect(await everything(server)).toContain('comingcanary');
    server.clock.now += 10 * day;
    expect(await purge(false)).toMatchObject({ signUps: 0 });
    server.clock.now += day; // the day is over
    expect(await purge(false)).toMatchObject({ signUps: 1 });
    expect(await everything(server)).not.toContain('comingcanary');
  });

  test('[S35] the library’s own days are kept, and devices’ clocks change nothing', async () => {
    const { server, desktop, tablet, library, purge, maker } = await stage();
    const signUpRules = { ...defaultRules, keepDays: 3 };
    await desktop.push([desktop.maker.make('library.changed', library, { set: { signUpRules }, base: { signUpRules: null } })]);
    const one = signUp(maker, 'one');
    await tablet.push([
      one,
      maker.make('sign-up.followed', 'S1', { target: one.fact.id, state: 'done' }, { at: '1970-01-01T00:00:00.000Z' }),
    ]);
    server.clock.now += 3 * day - 1;
    expect(await purge(false)).toEqual({ keepDays: 3, signUps: 0, sessions: 0, loans: 0, answers: 0 });
    server.clock.now += 1;
    expect(await purge(false)).toEqual({ keepDays: 3, signUps: 1, sessions: 1, loans: 0, answers: 0 });
  });

  test('[S35] a word that was taken back is no word', async () => {
    const { server, tablet, purge, maker } = await stage();
    const one = signUp(maker, 'one');
    const word = followed(maker, one, 'done');
    await tablet.push([one, word, maker.voidOf('S1', word)]);
    server.clock.now += 400 * day;
    expect(await purge(false)).toMatchObject({ signUps: 0 });
  });

  test('[S35] two processes that purge at once do it once', async () => {
    const databaseUrl = await aDatabase(engine);
    const config = { dataDir: aFolder(), databaseUrl };
    const server = await aServer({ config });
    // SQLite is one process's; a second one asks the same.
    const other = engine === 'sqlite' ? server : await aServer({ config, seed: 2 });
    const tablet = await aLibrary(server);
    const all = Array.from({ length: 12 }, (_, at) => signUp(tablet.maker, `w${at}`, `S${at % 3}`));
    await tablet.push([...all, ...all.map((one) => followed(tablet.maker, one, 'done'))]);
    server.clock.now += 31 * day;
    const before = await statistics(server);
    const how = { now: new Date(server.clock.now), dryRun: false };
    const purged = await Promise.all(
      [server, other, server, other].map(({ services }) => services.storage.erasures.purge(tablet.identity.library, how)),
    );
    expect(purged.reduce((sum, { signUps }) => sum + signUps, 0)).toBe(12);
    expect(await statistics(other)).toEqual(before);
  });

  test('[S28] [S33] a server killed between the ledger and the commit ends the erasure at its next start, and counts once', async () => {
    const databaseUrl = await aDatabase(engine);
    const config = { dataDir: aFolder(), databaseUrl };
    const server = await aServer({ config });
    const tablet = await aLibrary(server);
    const { library } = tablet.identity;
    const [one, kept] = [signUp(tablet.maker, 'one'), signUp(tablet.maker, 'kept')];
    await tablet.push([one, corrected(tablet.maker, one, 'fixed'), kept]);
    const before = await statistics(server);
    openLedgers(config.dataDir).erasures.add(library, [one.fact.id], '2026-11-02T14:00:00.000Z'); // and there it stopped
    await server.close();
    for (const seed of [2, 3]) {
      const again = await aServer({ config, seed });
      expect(await statistics(again)).toEqual(before);
      const left = await everything(again);
      expect(['onecanary', 'fixedcanary', 'keptcanary'].map((word) => left.includes(word))).toEqual([false, false, true]);
      await again.close();
    }
  });

  test('[S34] a late correction, and a late copy, of what was erased are kept nowhere; what holds no envelope is taken and changes no total', async () => {
    const { server, desktop, tablet, library, maker } = await stage();
    const one = signUp(maker, 'one');
    const early = corrected(maker, one, 'early');
    await tablet.push([one, early]);
    const { stored } = await server.services.storage.erasures.erase({
      library,
      ids: [one.fact.id],
      now: new Date(server.clock.now),
      act: 'facts.erased',
      actor: 'command',
    });
    expect([...stored].sort()).toEqual([one.fact.id, early.fact.id].sort());
    const before = await statistics(server);
    const late = [one, early, corrected(maker, one, 'late'), followed(maker, one, 'done'), maker.voidOf('S1', one)];
    const { receipts } = await tablet.push(late);
    expect(receipts.map((receipt) => (receipt.state === 'held' ? receipt.code : receipt.state))).toEqual([
      'fact-erased',
      'fact-erased',
      'fact-erased',
      'stored',
      'stored',
    ]);
    // Also from a device that may not write any more, and under a wrong hash: nothing is put into quarantine.
    const forged = corrected(maker, one, 'forged').sent;
    expect((await tablet.push([{ ...forged, hash: one.sent.hash }])).receipts[0]).toMatchObject({ code: 'fact-erased' });
    await desktop.browser.post(paths.revoke, { device: tablet.identity.device });
    expect((await tablet.push([corrected(maker, one, 'revoked')])).receipts[0]).toMatchObject({ code: 'fact-erased' });
    expect(await statistics(server)).toEqual(before);
    expect(await everything(server)).not.toContain('canary');
    expect(await desktop.browser.get('/api/quarantine')).toEqual({ held: [], count: 0, next: null });
  });

  test('[S33] an envelope that was held aside goes with its sign-up', async () => {
    const { server, desktop, tablet, library, maker } = await stage();
    const one = signUp(maker, 'one');
    await tablet.push([one]);
    await desktop.browser.post(paths.revoke, { device: tablet.identity.device });
    expect((await tablet.push([corrected(maker, one, 'held')])).receipts[0]).toMatchObject({ code: 'fact-from-revoked-device' });
    await server.services.storage.sync.erase(library, [one.fact.id], new Date(server.clock.now));
    expect(await everything(server)).not.toContain('canary');
  });

  test('[S33] no device writes the server’s own word; it comes back to a restored server from staff, not from a kiosk', async () => {
    const { server, desktop, tablet, library, maker } = await stage();
    const kiosk = await aDevice(server, desktop, 'kiosk');
    const one = signUp(maker, 'one');
    await tablet.push([one]);
    await server.services.storage.sync.erase(library, [one.fact.id], new Date(server.clock.now));
    const { facts } = await pullAll(desktop);
    const text = [...facts.values()].find((fact) => fact.includes('sign-up.counted')) ?? '';
    const made = maker.make('sign-up.counted', 'S1', JSON.parse(text).body);
    expect((await tablet.push([made])).receipts[0]).toMatchObject({ state: 'held', code: 'fact-not-allowed' });

    const restored = await aServer({ engine, seed: 9 });
    const other = await aLibrary(restored);
    const foreign = JSON.stringify({ ...JSON.parse(text), library: other.identity.library, device: `server-${other.identity.library}` });
    const sent = sentText(foreign);
    expect((await kiosk.push([sentText(text)])).receipts[0]).toMatchObject({ state: 'stored' }); // known already: its first receipt
    const staff = await aDevice(restored, other);
    const box = await aDevice(restored, other, 'kiosk');
    expect((await box.push([sent])).receipts[0]).toMatchObject({ state: 'held', code: 'fact-not-allowed' });
    expect((await staff.push([sent, sent])).receipts).toMatchObject([{ state: 'stored' }, { state: 'stored' }]);
    expect(await statistics(restored)).toMatchObject({ totals: [{ session: 'S1', sign_ups: 1 }] });
  });

  test('[S20] [S28] [S33] after a restore of an older backup the erased stay erased, and count once', async () => {
    const databaseUrl = await aDatabase(engine);
    const dataDir = aFolder();
    const env = { DATA_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) };
    const file = join(aFolder(), 'backup.gz');
    const server = await aServer({ config: { dataDir, databaseUrl } });
    const desktop = await aLibrary(server);
    const one = signUp(desktop.maker, 'one');
    await desktop.push([one, desktop.maker.changeSession('S1', { date: '2026-11-02' })]);
    const before = await statistics(server);
    expect(await wayside(env, 'backup', file)).toMatchObject({ code: 0, err: '' });
    const said = await wayside(env, 'erase', one.fact.id);
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toContain('What they counted stays in the totals');
    const held = [...(await pullAll(desktop)).facts.values()];
    const counted = held.find((text) => text.includes('sign-up.counted')) ?? '';
    await server.close();
    expect(await wayside(env, 'restore', file, '--replace', 'yes')).toMatchObject({ code: 0, err: '' });

    const after = await aServer({ config: { dataDir, databaseUrl }, seed: 2 });
    const back = deviceWith(aBrowser(after, desktop.browser.cookies), desktop.identity);
    const ids = [one.fact.id, JSON.parse(counted).id];
    expect(await back.browser.post<OfferAnswer>(paths.offer, { protocol: 1, ids })).toMatchObject({ missing: [], erased: [one.fact.id] });
    expect(await statistics(after)).toEqual(before);
    expect(await everything(after)).not.toContain('canary');
    const { erasures } = await back.browser.get<ErasuresAnswer>(paths.erase);
    expect(erasures).toMatchObject([{ by: { kind: 'server', name: null }, again: true, ids: [one.fact.id] }]);
  });

  test('[S28] [S33] what stood for an erased sign-up and was erased itself does not come back with a restore', async () => {
    const databaseUrl = await aDatabase(engine);
    const dataDir = aFolder();
    const env = { DATA_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) };
    const file = join(aFolder(), 'backup.gz');
    const server = await aServer({ config: { dataDir, databaseUrl } });
    const desktop = await aLibrary(server);
    const one = signUp(desktop.maker, 'one');
    await desktop.push([one, desktop.maker.changeSession('S1', { date: '2026-11-02' })]);
    expect(await wayside(env, 'backup', file)).toMatchObject({ code: 0 });
    const { erase } = server.services.storage.sync;
    const { library } = desktop.identity;
    await erase(library, [one.fact.id], new Date(server.clock.now));
    const counted = [...(await pullAll(desktop)).facts.values()].find((text) => text.includes('sign-up.counted')) ?? '';
    await erase(library, [JSON.parse(counted).id], new Date(server.clock.now));
    await server.close();
    expect(await wayside(env, 'restore', file, '--replace', 'yes')).toMatchObject({ code: 0 });

    const after = await aServer({ config: { dataDir, databaseUrl }, seed: 2 });
    const back = deviceWith(aBrowser(after, desktop.browser.cookies), desktop.identity);
    expect([...(await pullAll(back)).facts.values()].filter((text) => text.includes('sign-up'))).toEqual([]);
  });

  test('a coordinator erases a person; the certificate names ids and not people, and devices confirm by pulling', async () => {
    const { server, desktop, tablet, maker } = await stage();
    const [one, two] = [signUp(maker, 'one'), signUp(maker, 'two')];
    const fixed = corrected(maker, one, 'fixed');
    await tablet.push([one, fixed, two]);
    const { cursor } = await pullAll(desktop);
    const made = await desktop.browser.post<Erasure>(paths.erase, { signUps: [one.fact.id, two.fact.id] });
    expect({ ...made, ids: [...made.ids].sort() }).toEqual({
      sequence: 4,
      at: new Date(server.clock.now).toISOString(),
      by: { kind: 'account', name: alice.name },
      ids: [one, two, fixed].map(({ fact }) => fact.id).sort(),
      signUps: 2,
      again: false,
    });
    expect(await desktop.browser.post<Erasure>(paths.erase, { signUps: [one.fact.id, two.fact.id] })).toEqual(made); // a lost answer
    const heard = async () => {
      const { erasures, devices } = await desktop.browser.get<ErasuresAnswer>(paths.erase);
      expect(erasures).toEqual([made]);
      return devices.map(({ name, pulled }) => [name.split(' ')[0], pulled !== null && pulled >= made.sequence]);
    };
    expect(await heard()).toEqual([
      ['Office', false],
      ['Tablet', false],
    ]);
    const next = await pullAll(desktop, cursor);
    await desktop.pull(next.cursor); // it says that it has saved the page
    const filling = await tablet.pull(null, {});
    await tablet.pull({ ...next.cursor, snapshot: { subject: 'a', seq: 0 } });
    expect(await heard()).toEqual([
      ['Office', true],
      ['Tablet', false],
    ]);
    await tablet.pull({ ...next.cursor, epoch: 'ANOTHER' });
    expect(await heard()).toMatchObject([
      ['Office', true],
      ['Tablet', false],
    ]);
    await tablet.pull(filling.rows?.cursor ?? null);
    expect(await heard()).toEqual([
      ['Office', true],
      ['Tablet', true],
    ]);
    const audit = await server.engine.db.selectFrom('audit').selectAll().execute();
    expect(audit).toMatchObject([{ seq: 4, act: 'sign-ups.erased', facts: 3, sign_ups: 2 }]);
  });

  test('staff, kiosks and strangers erase nobody; nothing but sign-ups is erased; too many tries wait', async () => {
    const { server, desktop, tablet, maker } = await stage();
    const one = signUp(maker, 'one');
    const heads = maker.count('S1', '6-11', 1);
    await tablet.push([one, heads]);
    const body = { signUps: [one.fact.id] };
    const kiosk = await aDevice(server, desktop, 'kiosk');
    for (const browser of [tablet.browser, kiosk.browser]) {
      expect((await browser.post(paths.erase, body)).problem).toMatchObject({ code: 'not-allowed' });
      expect((await browser.get(paths.erase)).problem).toMatchObject({ code: 'not-allowed' });
    }
    expect((await aBrowser(server).post(paths.erase, body)).problem).toMatchObject({ code: 'not-enrolled' });
    const elsewhere = await desktop.browser.send(paths.erase, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
      body: JSON.stringify(body),
    });
    expect(elsewhere.status).toBe(403);
    for (const signUps of [[], ['x'], [heads.fact.id], [one.fact.id, heads.fact.id]])
      expect((await desktop.browser.post(paths.erase, { signUps })).problem).toMatchObject({ code: 'request-invalid' });
    expect(await everything(server)).toContain('onecanary');
    const codes: (Problem['code'] | undefined)[] = [];
    for (let at = 0; at < 101; at++) codes.push((await desktop.browser.post(paths.erase, { signUps: [] })).problem?.code);
    expect(codes.at(-1)).toBe('rate-limited');
  });

  test('one library erases nothing of another', async () => {
    const { server, desktop, tablet, maker } = await stage();
    const one = signUp(maker, 'one');
    await tablet.push([one]);
    const stranger = await anotherLibrary(server);
    await stranger.browser.post(paths.erase, { signUps: [one.fact.id] });
    expect(await everything(server)).toContain('onecanary');
    expect((await stranger.browser.get<ErasuresAnswer>(paths.erase)).devices).toHaveLength(1);
    expect((await desktop.browser.get<ErasuresAnswer>(paths.erase)).erasures).toEqual([]);
  });

  test('[S21] digests fit after a purge: nobody is asked to offer', async () => {
    const { server, tablet, purge, maker } = await stage();
    const one = signUp(maker, 'one');
    const word = followed(maker, one, 'done');
    await tablet.push([one, word]);
    server.clock.now += 31 * day;
    await purge(false);
    const { cursor } = await pullAll(tablet);
    expect(await tablet.pull(cursor, { digest: digestOf([word]) })).toMatchObject({ offer: false, newIncarnation: null });
  });
});

test('[S28] the database’s files hold nothing of what was erased, free pages and log included', async () => {
  const dataDir = aFolder();
  const server = await aServer({ config: { dataDir } });
  const desktop = await aLibrary(server);
  const { library } = desktop.identity;
  const many = Array.from({ length: 40 }, (_, at) => signUp(desktop.maker, `person${at}x${'y'.repeat(900)}`));
  await desktop.push(many);
  const bytes = () => ['wayside.db', 'wayside.db-wal'].map((name) => readFileSync(join(dataDir, name), 'latin1')).join('');
  expect(bytes()).toContain('yyycanary');
  await server.services.storage.sync.erase(
    library,
    many.map(({ fact }) => fact.id),
    new Date(server.clock.now),
  );
  expect(bytes()).not.toContain('yyycanary');
});

test('[S28] the files hold nothing of it either once a server starts on a database that was put back by hand', async () => {
  const dataDir = aFolder();
  const server = await aServer({ config: { dataDir } });
  const desktop = await aLibrary(server);
  const one = signUp(desktop.maker, 'back');
  await desktop.push([one]);
  await server.close();
  openLedgers(dataDir).erasures.add(desktop.identity.library, [one.fact.id], '2026-11-02T14:00:00.000Z'); // after the copy was made
  const files = () => ['wayside.db', 'wayside.db-wal'].map((name) => join(dataDir, name)).filter(existsSync);
  const bytes = () =>
    files()
      .map((file) => readFileSync(file, 'latin1'))
      .join('');
  expect(bytes()).toContain('backcanary');
  await aServer({ config: { dataDir }, seed: 2 });
  expect(bytes()).not.toContain('backcanary');
});

test('the server purges when it starts and once a day, and its end waits for what is under way', async () => {
  const server = await aServer();
  const tablet = await aLibrary(server);
  const one = signUp(tablet.maker, 'one');
  await tablet.push([one, followed(tablet.maker, one, 'done')]);
  const turns: { ms: number; run: () => void }[] = [];
  const every = (ms: number, run: () => void) => {
    turns.push({ ms, run });
    return () => void turns.pop();
  };
  const { storage, now, log } = server.services;
  const stop = startPurging({ storage, now, log, every });
  expect(turns.map(({ ms }) => ms)).toEqual([day]);
  const there = async () => (await server.engine.db.selectFrom('fact').select('id').where('kind', '=', 'sign-up.taken').execute()).length;
  await expect.poll(async () => (await pullAll(tablet)).facts.size).toBe(2);
  server.clock.now += 31 * day;
  // While the first round is under way a turn does nothing: the next one does.
  await expect
    .poll(() => {
      turns[0]?.run();
      return there();
    })
    .toBe(0);
  await stop();
  expect(turns).toEqual([]);
  expect(server.logged.join('\n')).toContain('purged the contact details of 1 sign-ups');
});

test('a purge that fails is logged, and tried again the next day', async () => {
  const lines: string[] = [];
  const server = await aServer();
  await aLibrary(server);
  const { storage, now } = server.services;
  const failing = { ...storage, erasures: { ...storage.erasures, purge: () => Promise.reject(new Error('no room')) } };
  const stop = startPurging({ storage: failing, now, log: (line) => lines.push(line), every: () => () => {} });
  await expect.poll(() => lines.length).toBe(1);
  await stop();
  expect(lines).toEqual(['contact details were not purged: no room']);
});

test('npm run wayside -- purge counts first when asked to, and then erases', async () => {
  const dataDir = aFolder();
  const config = {
    port: 0,
    host: 'localhost',
    dataDir,
    databaseUrl: null,
    publicUrl: null,
    trustProxy: false,
    mostFileBytes: 100_000_000,
    dist: dataDir,
  };
  const now = Date.now() - 60 * day;
  const server = await createServer(config, { now: () => now, random: randomBytesFrom(1), log: () => {} });
  const tablet = await aLibrary(server);
  const one = signUp(tablet.maker, 'one');
  await tablet.push([one, followed(tablet.maker, one, 'done')]);
  const dry = await wayside({ DATA_DIR: dataDir }, 'purge', '--dry-run');
  expect(dry).toMatchObject({ code: 0, err: '' });
  expect(dry.out).toContain('would erase the contact details of 1 sign-ups in 1 sessions');
  expect(readFileSync(join(dataDir, 'erasures'), 'utf8')).toBe('');
  const done = await wayside({ DATA_DIR: dataDir }, 'purge');
  expect(done.out).toContain('erased the contact details of 1 sign-ups');
  expect(readFileSync(join(dataDir, 'erasures'), 'utf8')).toContain(one.fact.id);
  await server.close();
});
