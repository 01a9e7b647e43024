// The server's views are what folding the log from nothing gives, in whatever pushes the facts came; reports read plain columns.

import { sql } from 'kysely';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bands } from '../../src/domain/attendance.ts';
import { readFact } from '../../src/domain/fact.ts';
import { foldSession } from '../../src/domain/session.ts';
import { engines } from '../support/databases.ts';
import type { MadeFact } from '../support/facts.ts';
import { aDevice, aLibrary, anotherLibrary, aServer, pullAll, type TestDevice } from '../support/server.ts';

describe.each(engines)('views on %s', (engine) => {
  test('[I12] any order and cutting of pushes gives the view that the log folds to', async () => {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const tablets = [await aDevice(server, desktop), await aDevice(server, desktop)];
    let run = 0;
    const step = fc.record({
      who: fc.nat(1),
      what: fc.constantFrom('count', 'sign-up', 'hand-out', 'void', 'notes', 'date', 'plan'),
      band: fc.constantFrom(...bands),
      heads: fc.integer({ min: -5, max: 9 }).filter((n) => n !== 0),
      target: fc.nat(),
      later: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 25 }),
        fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 8 }),
        async (steps, cuts) => {
          const session = `RUN${run++}`;
          const made: { readonly fact: MadeFact; readonly who: number }[] = [];
          for (const { who, what, band, heads, target } of steps) {
            const { maker } = tablets[who] ?? desktop;
            const aim = made[target % Math.max(made.length, 1)]?.fact;
            if (what === 'count') made.push({ who, fact: maker.count(session, band, heads) });
            if (what === 'sign-up') made.push({ who, fact: maker.signUp(session, 'card') });
            if (what === 'hand-out') made.push({ who, fact: maker.handOut(session, 'lent', 2) });
            if (what === 'notes') made.push({ who, fact: maker.changeSession(session, { notes: String(heads) }) });
            if (what === 'date') made.push({ who, fact: maker.changeSession(session, { date: `2026-11-0${1 + (target % 9)}` }) });
            if (what === 'plan') {
              const set = { date: `2026-11-1${target % 9}`, title: String(heads), staff: ['BOB'] };
              made.push({ who, fact: maker.make('session.planned', session, { set }) });
            }
            if (what === 'void' && aim !== undefined) made.push({ who, fact: maker.voidOf(session, aim) });
          }
          await pushInPieces(tablets, made, cuts);
          const facts = [...(await pullAll(desktop)).facts].flatMap(([seq, text]) => {
            const read = readFact(text);
            return read.ok && read.value.subject.id === session ? [{ fact: read.value, seq }] : [];
          });
          expect(facts).toHaveLength(made.length);
          if (made.length === 0) return;
          const row = await server.engine.db
            .selectFrom('subject')
            .select(['view', 'facts', 'date'])
            .where('key', '=', `session/${session}`)
            .executeTakeFirstOrThrow();
          const expected = foldSession(session, facts);
          expect(JSON.parse(row.view)).toEqual(JSON.parse(JSON.stringify(expected)));
          expect(row.facts).toBe(made.length);
        },
      ),
      { numRuns: engine === 'sqlite' ? 25 : 10 },
    );
  });

  test('[I2] a void that comes before its target, in one push, takes it back once', async () => {
    const server = await aServer({ engine });
    const tablet = await aLibrary(server);
    const [kept, wrong] = [tablet.maker.count('S1', '6-11', 4), tablet.maker.count('S1', '6-11', 1)];
    await tablet.push([kept, tablet.maker.voidOf('S1', wrong), wrong]);
    const row = await server.engine.db.selectFrom('subject').select('view').where('key', '=', 'session/S1').executeTakeFirstOrThrow();
    expect(JSON.parse(row.view).totals.heads).toEqual({ '6-11': 4 });
  });

  test('reporting views show sessions, heads, hand-outs, sign-ups and sites, without what was voided', async () => {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const tablet = await aDevice(server, desktop);
    const { maker } = tablet;
    const [card, wrong] = [maker.signUp('S1', 'card'), maker.signUp('S1', 'newsletter')];
    const [lent, back] = [maker.handOut('S1', 'lent', 3), maker.handOut('S1', 'returned', 1)];
    await tablet.push([
      maker.make('site.changed', 'SITE1', { set: { name: 'Maple Court', type: 'housing' }, base: {} }),
      maker.changeSession('S1', { date: '2026-11-02', title: 'Storytime', site: 'SITE1', status: 'closed' }),
      maker.count('S1', '6-11', 12),
      maker.count('S1', '0-5', 4),
      card,
      wrong,
      lent,
    ]);
    await tablet.push([back, maker.voidOf('S1', wrong), maker.voidOf('S1', back)]);
    const stranger = await anotherLibrary(server);
    await stranger.push([stranger.maker.count('S1', '19+', 50)]);
    const { library } = desktop.identity;
    const rows = async (view: string) =>
      (await sql<Record<string, unknown>>`select * from ${sql.table(view)} where library = ${library}`.execute(server.engine.db)).rows;
    expect(await rows('outreach_sessions')).toMatchObject([
      { session: 'S1', date: '2026-11-02', title: 'Storytime', site: 'SITE1', status: 'closed', attendance: 16, sign_ups: 1, hand_outs: 3 },
    ]);
    expect((await rows('outreach_attendance')).map(({ band, heads }) => [band, heads])).toEqual([
      ['0-5', 4],
      ['6-11', 12],
    ]);
    expect(await rows('outreach_sign_ups')).toMatchObject([{ sign_up: card.fact.id, kind: 'card', language: 'es-US', age_band: '6-11' }]);
    expect(await rows('outreach_hand_outs')).toMatchObject([{ hand_out: lent.fact.id, way: 'lent', count: 3, title: 'Bookmarks' }]);
    expect(await rows('outreach_sites')).toMatchObject([{ site: 'SITE1', name: 'Maple Court', type: 'housing', archived: 0 }]);
  });

  test('a session of many thousand facts stays quick to push into', async () => {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const tablet = await aDevice(server, desktop);
    const push = async (session: string) => {
      const began = performance.now();
      await tablet.push(Array.from({ length: 1_000 }, () => tablet.maker.count(session, '6-11', 1)));
      return performance.now() - began;
    };
    for (let at = 0; at < (engine === 'sqlite' ? 40 : 10); at++) await push('BIG');
    // In turns with new sessions, so that a busy moment of the machine slows both; the quickest of each, which such moments spare.
    const times: { readonly big: number; readonly fresh: number }[] = [];
    for (let at = 0; at < 5; at++) times.push({ big: await push('BIG'), fresh: await push(`NEW${at}`) });
    // Were the session folded again each time, a push into it would cost forty times one into a new session, or ten times on PostgreSQL.
    expect(Math.min(...times.map(({ big }) => big))).toBeLessThan(5 * Math.min(...times.map(({ fresh }) => fresh)));
  });
});

async function pushInPieces(
  tablets: readonly TestDevice[],
  made: readonly { readonly fact: MadeFact; readonly who: number }[],
  cuts: readonly number[],
): Promise<void> {
  for (const [who, tablet] of tablets.entries()) {
    const own = made.filter((one) => one.who === who).map(({ fact }) => fact);
    for (let at = 0, turn = 0; at < own.length; turn++) {
      const size = 1 + (cuts[turn % cuts.length] ?? 0);
      await tablet.push(own.slice(at, at + size));
      at += size;
    }
  }
}
