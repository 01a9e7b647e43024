// Pulling, on both engines: what a device is sent, page by page, and what it is told to drop.

import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/shapes.ts';
import { paths } from '../../src/protocol/paths.ts';
import type { Cursor, PullAnswer } from '../../src/protocol/pull.ts';
import { engines } from '../support/databases.ts';
import type { MadeFact } from '../support/facts.ts';
import { aDevice, aLibrary, anotherLibrary, aServer, health, pullAll, startOfTests } from '../support/server.ts';

const today = '2026-11-02';
const aDay = 86_400_000;

describe.each(engines)('pulling from %s', (engine) => {
  test('[S11] a device gets what is new since its cursor, in order, and nothing twice', async () => {
    const { desktop, tablet } = await stage();
    const first = [desktop.maker.changeSession('S1', { date: today }), desktop.maker.count('S1', '6-11', 1)];
    await desktop.push(first);
    const filled = await pullAll(tablet);
    expect([...filled.facts.values()].sort()).toEqual(texts(first).sort());
    const second = [desktop.maker.count('S1', '6-11', 2), desktop.maker.count('S1', '0-5', 3)];
    await desktop.push(second);
    const next = await pullAll(tablet, filled.cursor);
    expect([...next.facts]).toEqual([
      [3, second[0]?.sent.text],
      [4, second[1]?.sent.text],
    ]);
    expect((await pullAll(tablet, next.cursor)).facts.size).toBe(0);
  });

  test('[S48] [I22] with the cookie of an earlier enrollment a device delivers, and is sent nothing', async () => {
    const { desktop, tablet } = await stage();
    await desktop.push([desktop.maker.count('S1', '6-11', 1)]);
    const { cursor } = await pullAll(tablet);
    const fact = tablet.maker.count('S1', '6-11', 2);
    const mistaken = { device: desktop.identity.device };
    expect(await tablet.push([fact], { ...mistaken, cursor })).toMatchObject({ receipts: [{ state: 'stored' }], rows: null });
    expect(await tablet.pull(cursor, mistaken)).toMatchObject({ problem: { code: 'not-enrolled' } });
    const mine = { device: tablet.identity.device };
    expect(await tablet.push([fact], { ...mine, cursor })).toMatchObject({ receipts: [{ state: 'stored' }] });
    expect(await tablet.pull(cursor, mine)).toHaveProperty('rows');
  });

  test('[S12] a long way to catch up comes in pages of at most 5,000, each resumable', async () => {
    const { desktop, tablet } = await stage();
    const { cursor } = await pullAll(tablet);
    const facts = Array.from({ length: 6_200 }, (_, at) => desktop.maker.count(`S${at % 7}`, '6-11', 1));
    for (let at = 0; at < facts.length; at += 1_000) await desktop.push(facts.slice(at, at + 1_000));
    const first = await tablet.pull(cursor);
    expect(first.rows?.facts).toHaveLength(5_000);
    expect(first.rows).toMatchObject({ more: true, highest: 6_200, cursor: { seq: 5_000, snapshot: null } });
    const rest = await pullAll(tablet, first.rows?.cursor);
    expect([...rest.facts.values()]).toEqual(texts(facts.slice(5_000)));
  });

  test('[S13] filling resumes at each page and ends where it began, whatever is pushed meanwhile', async () => {
    const { desktop, tablet } = await stage();
    const facts = Array.from({ length: 5_500 }, (_, at) => desktop.maker.count(at < 5_200 ? 'BIG' : `S${at}`, '6-11', 1));
    for (let at = 0; at < facts.length; at += 1_000) await desktop.push(facts.slice(at, at + 1_000));
    const first = await tablet.pull(null);
    expect(first.rows).toMatchObject({ more: true, total: 5_500, cursor: { seq: 5_500, snapshot: { subject: 'session/BIG' } } });
    const late = [desktop.maker.count('BIG', '0-5', 9), desktop.maker.count('AAA', '0-5', 9)];
    await desktop.push(late);
    const rest = await pullAll(tablet, first.rows?.cursor);
    const all = [...(first.rows?.facts.map(({ text }) => text) ?? []), ...rest.facts.values()];
    expect(new Set(all).size).toBe(all.length);
    expect(all.sort()).toEqual(texts([...facts, ...late]).sort());
  });

  test('[S14] a device is not sent its own facts back, except while it fills', async () => {
    const { desktop, tablet } = await stage();
    await desktop.push([desktop.maker.changeSession('S1', { date: today })]);
    const { cursor } = await pullAll(tablet);
    const answer = await tablet.push([tablet.maker.count('S1', '6-11', 1)], { cursor });
    expect(answer.rows).toMatchObject({ facts: [], cursor: { seq: 2 } });
    expect((await pullAll(tablet)).facts.size).toBe(2);
  });

  test('[S15] sessions outside the window are not sent; sessions without a day are', async () => {
    const { desktop, tablet } = await stage();
    const days = { past: addDays(today, -46), first: addDays(today, -45), last: addDays(today, 120), far: addDays(today, 121) };
    const facts = Object.entries(days).map(([id, date]) => desktop.maker.changeSession(id, { date }));
    const unknown = desktop.maker.count('UNKNOWN', '6-11', 1);
    await desktop.push([...facts, unknown]);
    const { facts: got } = await pullAll(tablet);
    expect([...got.values()].map((text) => JSON.parse(text).subject.id).sort()).toEqual(['UNKNOWN', 'first', 'last']);
  });

  test('[S15] a kiosk gets library, keys, outlets, sites and templates, and nothing about persons', async () => {
    const { server, desktop } = await stage();
    const kiosk = await aDevice(server, desktop, 'kiosk');
    const { maker } = desktop;
    const { library } = desktop.identity;
    const wrap = {
      key: 'K1',
      by: 'passphrase',
      kdf: 'PBKDF2-SHA256',
      iterations: 600_000,
      salt: 's',
      iv: 'i',
      box: 'b',
      holder: 'Alice',
    } as const;
    await desktop.push([
      maker.make('library.changed', library, {
        set: { name: 'Maple County', timeZone: 'America/New_York', languages: ['en-US'] },
        base: {},
      }),
      maker.make('sealing-key.changed', 'K1', { set: { publicKey: 'A'.repeat(87), retired: false }, base: {} }),
      maker.make('key-wrap.changed', 'W1', { set: wrap, base: {} }),
      maker.make('outlet.changed', 'O1', { set: { name: 'Van' }, base: {} }),
      maker.make('site.changed', 'SITE1', { set: { name: 'Maple Court' }, base: {} }),
      maker.make('template.changed', 'storytime', { set: { asksSurvey: true }, base: {} }),
      maker.make('partner.changed', 'P1', { set: { contactName: 'Dana' }, base: {} }),
      maker.make('staff.changed', 'BOB', { set: { name: 'Bob' }, base: {} }),
      maker.changeSession('S1', { date: today }),
      maker.signUp('S1', 'card'),
    ]);
    const kinds = (facts: ReadonlyMap<number, string>) => [...facts.values()].map((text) => JSON.parse(text).kind).sort();
    const { cursor, facts } = await pullAll(kiosk);
    expect(kinds(facts)).toEqual(['library.changed', 'outlet.changed', 'sealing-key.changed', 'site.changed', 'template.changed']);
    await desktop.push([
      maker.make('staff.changed', 'BOB', { set: { active: true }, base: {} }),
      maker.make('outlet.changed', 'O2', { set: { name: 'Bus' }, base: {} }),
    ]);
    expect(kinds((await pullAll(kiosk, cursor)).facts)).toEqual(['outlet.changed']);
  });

  test('[S16] when the days move on, sessions that enter come whole and those that leave are named', async () => {
    const { server, desktop, tablet } = await stage();
    const entering = [desktop.maker.changeSession('ENTERS', { date: addDays(today, 122) }), desktop.maker.count('ENTERS', '6-11', 1)];
    const leaving = desktop.maker.changeSession('LEAVES', { date: addDays(today, -44) });
    const own = tablet.maker.count('ENTERS', '0-5', 1);
    await desktop.push([...entering, leaving]);
    await tablet.push([own]);
    const { cursor, facts } = await pullAll(tablet);
    expect([...facts.values()]).toEqual([leaving.sent.text]);
    server.clock.now = startOfTests + 3 * aDay;
    const news = desktop.maker.count('ENTERS', '6-11', 2);
    await desktop.push([news]);
    const next = await pullAll(tablet, cursor);
    expect([...next.facts.values()]).toEqual(texts([...entering, own, news]));
    expect(next.removed).toEqual(['LEAVES']);
    const back = await pullAll(tablet, next.cursor);
    expect([back.facts.size, back.removed]).toEqual([0, []]);
  });

  test('[S16] a session whose date is moved into the window comes whole, one moved out is named', async () => {
    const { desktop, tablet } = await stage();
    const far = desktop.maker.changeSession('FAR', { date: addDays(today, 300) });
    const near = desktop.maker.changeSession('NEAR', { date: today });
    await desktop.push([far, near]);
    const { cursor } = await pullAll(tablet);
    const moves = [
      desktop.maker.changeSession('FAR', { date: addDays(today, 3) }),
      desktop.maker.changeSession('NEAR', { date: addDays(today, 300) }),
    ];
    await desktop.push(moves);
    const next = await pullAll(tablet, cursor);
    expect([...next.facts.values()]).toEqual(texts([far, ...moves.slice(0, 1)]));
    expect(next.removed).toEqual(['NEAR']);
  });

  test('[S16] a device that was away for a year drops the old and is filled with the new, over several pages', async () => {
    const { server, desktop, tablet } = await stage();
    await desktop.push([desktop.maker.changeSession('OLD', { date: today })]);
    const { cursor } = await pullAll(tablet);
    const later = addDays(today, 365);
    const facts = Array.from({ length: 5_400 }, (_, at) =>
      at < 400 ? desktop.maker.changeSession(`N${at}`, { date: later }) : desktop.maker.count(`N${at % 400}`, '6-11', 1),
    );
    for (let at = 0; at < facts.length; at += 1_000) await desktop.push(facts.slice(at, at + 1_000));
    const away = await pullAll(tablet, cursor);
    server.clock.now = startOfTests + 365 * aDay;
    const back = await pullAll(tablet, away.cursor);
    expect(back.removed).toEqual(['OLD']);
    expect([...back.facts.values()].sort()).toEqual(texts(facts).sort());
  });

  test('[S16] the days are those of the library, not of the server', async () => {
    const { server, desktop, tablet } = await stage();
    const { library } = desktop.identity;
    await desktop.push([desktop.maker.make('library.changed', library, { set: { timeZone: 'Pacific/Kiritimati' }, base: {} })]);
    server.clock.now = Date.parse('2026-11-02T12:00:00.000Z');
    const day = (await tablet.pull(null)).rows?.cursor.scope.to;
    expect(day).toBe(addDays('2026-11-03', 120));
    await desktop.push([desktop.maker.make('library.changed', library, { set: { timeZone: 'No/Where' }, base: {} })]);
    expect((await tablet.pull(null)).rows?.cursor.scope.to).toBe(day);
  });

  test('[S15] a session stays while a sign-up in it is to be done, and leaves when the last is settled', async () => {
    const { server, desktop, tablet } = await stage();
    const { maker } = desktop;
    const [asked, other] = [maker.signUp('S1', 'card'), maker.signUp('S1', 'newsletter')];
    await desktop.push([maker.changeSession('S1', { date: today }), maker.changeSession('S2', { date: today }), asked, other]);
    const { cursor } = await pullAll(tablet);
    server.clock.now = startOfTests + 60 * aDay;
    const later = await pullAll(tablet, cursor);
    expect(later.removed).toEqual(['S2']);
    const late = maker.count('S1', '6-11', 1);
    await desktop.push([late, maker.make('sign-up.followed', 'S1', { target: asked.fact.id, state: 'done' })]);
    const news = await pullAll(tablet, later.cursor);
    expect([news.facts.size, news.removed]).toEqual([2, []]);
    const declined = maker.make('sign-up.followed', 'S1', { target: other.fact.id, state: 'declined' });
    await desktop.push([declined]);
    const settled = await pullAll(tablet, news.cursor);
    expect([settled.facts.size, settled.removed]).toEqual([0, ['S1']]);
    // Taken back: it is to be done again, and comes whole.
    await desktop.push([maker.voidOf('S1', declined)]);
    const again = await pullAll(tablet, settled.cursor);
    expect([again.facts.size, again.removed]).toEqual([7, []]);
    expect([...(await pullAll(tablet)).facts.values()].sort()).toEqual([...again.facts.values()].sort());
  });

  test('[S15] a sign-up that comes after the word that settled it, as from a fleet that heals a server, keeps nothing', async () => {
    const { server, desktop, tablet } = await stage();
    const { maker } = desktop;
    const [asked, voided] = [maker.signUp('S1', 'card'), maker.signUp('S1', 'newsletter')];
    const done = maker.make('sign-up.followed', 'S1', { target: asked.fact.id, state: 'done' });
    await desktop.push([maker.changeSession('S1', { date: today }), done, maker.voidOf('S1', voided)]);
    const { cursor } = await pullAll(tablet);
    await tablet.push([voided]);
    await tablet.push([asked]);
    server.clock.now = startOfTests + 60 * aDay;
    expect((await pullAll(tablet, cursor)).removed).toEqual(['S1']);
  });

  test('[S15] [S51] of sign-ups that two desks merged into each other the one that stays keeps its session', async () => {
    const { server, desktop, tablet } = await stage();
    const { maker } = desktop;
    const [ana, same, zoe, twin] = [
      maker.signUp('S1', 'card'),
      maker.signUp('S2', 'card'),
      maker.signUp('S3', 'card'),
      maker.signUp('S3', 'card'),
    ];
    const merged = (by: typeof maker, session: string, [target, into]: readonly [typeof ana, typeof ana]) => {
      const gone = by.voidOf(session, target);
      return [gone, by.make('sign-up.merged', session, { target: target.fact.id, into: into.fact.id, voided: gone.fact.id })];
    };
    await desktop.push([...['S1', 'S2', 'S3', 'S4'].map((id) => maker.changeSession(id, { date: today })), ana, same, zoe, twin]);
    const { cursor } = await pullAll(tablet);
    await desktop.push(merged(maker, 'S1', [ana, same]));
    await tablet.push([
      ...merged(tablet.maker, 'S2', [same, ana]),
      ...merged(tablet.maker, 'S3', [zoe, twin]),
      ...merged(tablet.maker, 'S3', [twin, zoe]),
    ]);
    server.clock.now = startOfTests + 60 * aDay;
    const later = await pullAll(tablet, cursor);
    expect(later.removed.toSorted()).toEqual(['S1', 'S4']);
    const settled = [same, twin].map((one, at) => maker.make('sign-up.followed', `S${at + 2}`, { target: one.fact.id, state: 'done' }));
    await desktop.push(settled);
    expect((await pullAll(tablet, later.cursor)).removed.toSorted()).toEqual(['S2', 'S3']);
  });

  test('[S15] a sign-up that comes late brings its session back whole, until it is a year old', async () => {
    const { server, desktop, tablet } = await stage();
    const { maker } = desktop;
    await desktop.push([maker.changeSession('S1', { date: today }), maker.count('S1', '6-11', 3)]);
    const { cursor } = await pullAll(tablet);
    server.clock.now = startOfTests + 60 * aDay;
    const without = await pullAll(tablet, cursor);
    expect(without.removed).toEqual(['S1']);
    await desktop.push([maker.signUp('S1', 'card')]);
    const back = await pullAll(tablet, without.cursor);
    expect([back.facts.size, back.removed]).toEqual([3, []]);
    server.clock.now = startOfTests + 365 * aDay;
    const inTime = await pullAll(tablet, back.cursor);
    expect([inTime.facts.size, inTime.removed]).toEqual([0, []]);
    server.clock.now = startOfTests + 367 * aDay;
    const over = await pullAll(tablet, inTime.cursor);
    expect([over.facts.size, over.removed]).toEqual([0, ['S1']]);
    expect((await pullAll(tablet)).facts.size).toBe(0);
  });

  test('[S15] [S16] a session whose day came into the window, and that got its first sign-up since, comes whole', async () => {
    const { server, desktop, tablet } = await stage();
    const { maker } = desktop;
    const before = [maker.changeSession('S1', { date: addDays(today, 122) }), maker.count('S1', '6-11', 1)];
    await desktop.push(before);
    const { cursor, facts } = await pullAll(tablet);
    expect(facts.size).toBe(0);
    server.clock.now = startOfTests + 3 * aDay;
    const news = [maker.signUp('S1', 'program'), maker.count('S2', '6-11', 1)];
    await desktop.push(news);
    expect([...(await pullAll(tablet, cursor)).facts.values()]).toEqual(texts([...before, ...news]));
  });

  test('[S15] [S16] a page that ends between two sign-ups of one push does not bring the first without what was before it', async () => {
    const { server, desktop, tablet } = await stage();
    const { maker } = desktop;
    const before = [maker.changeSession('S1', { date: addDays(today, -60) }), maker.count('S1', '6-11', 1)];
    await desktop.push(before);
    const { cursor } = await pullAll(tablet);
    const first = maker.signUp('S1', 'card');
    await desktop.push([maker.count('S2', '6-11', 1), first, maker.signUp('S1', 'newsletter')]);
    const { device: id, library, incarnation } = tablet.identity;
    const device = { id, library, name: 'T', level: 'staff', partner: null, revoked: false } as const;
    const here = new Set<string>();
    let at: Cursor | null = cursor;
    for (let more = true; more; ) {
      const asking = { device, incarnation, health, now: new Date(startOfTests) };
      const { rows } = await server.services.storage.sync.pull(asking, { cursor: at, digest: null, page: 2 });
      for (const { text } of rows?.facts ?? []) here.add(text);
      at = rows?.cursor ?? null;
      more = rows?.more ?? false;
      const isFilling = at?.snapshot != null;
      if (!isFilling && here.has(first.sent.text)) expect(before.filter(({ sent }) => !here.has(sent.text))).toEqual([]);
    }
    expect(here.size).toBe(5);
  });

  test('[S13] [S16] a server’s clock that goes back a day during a filling, and forward again, leaves no hole', async () => {
    const { server, desktop, tablet } = await stage();
    const { maker } = desktop;
    const edge = maker.changeSession('Z1', { date: addDays(today, 121) });
    await desktop.push([maker.changeSession('A1', { date: today }), maker.count('A1', '6-11', 1), maker.count('A1', '6-11', 2), edge]);
    const { device: id, library, incarnation } = tablet.identity;
    const device = { id, library, name: 'T', level: 'staff', partner: null, revoked: false } as const;
    const sent = new Set<string>();
    const pull = async (cursor: Cursor | null, days: number): Promise<Cursor | null> => {
      const asking = { device, incarnation, health, now: new Date(startOfTests + days * aDay) };
      const { rows } = await server.services.storage.sync.pull(asking, { cursor, digest: null, page: 2 });
      for (const { text } of rows?.facts ?? []) sent.add(text);
      for (const left of rows?.removed ?? []) if (left === 'Z1') sent.delete(edge.sent.text);
      return rows?.cursor ?? null;
    };
    let cursor = await pull(null, 1);
    while (cursor?.snapshot != null) cursor = await pull(cursor, 0);
    expect(sent.has(edge.sent.text)).toBe(false);
    await pull(cursor, 1);
    expect(sent.has(edge.sent.text)).toBe(true);
  });

  test('[S15] [S33] what was erased or taken back keeps nothing; a session in its days is not sent again for a word about a sign-up', async () => {
    const { server, desktop, tablet } = await stage();
    const { maker } = desktop;
    const [erased, mistaken] = [maker.signUp('S1', 'card'), maker.signUp('S2', 'card')];
    await desktop.push([
      maker.changeSession('S1', { date: today }),
      maker.changeSession('S2', { date: today }),
      maker.count('S2', '6-11', 1),
    ]);
    const first = await pullAll(tablet);
    await desktop.push([erased, mistaken]);
    const second = await pullAll(tablet, first.cursor);
    expect(second.facts.size).toBe(2);
    await desktop.push([maker.voidOf('S2', mistaken)]);
    const third = await pullAll(tablet, second.cursor);
    expect(third.facts.size).toBe(1);
    await desktop.browser.post(paths.erase, { signUps: [erased.fact.id] });
    server.clock.now = startOfTests + 60 * aDay;
    expect((await pullAll(tablet, third.cursor)).removed.toSorted()).toEqual(['S1', 'S2']);
  });

  test('[S15] a cursor that claims a wider scope gets no more than its own', async () => {
    const { desktop, tablet } = await stage();
    await desktop.push([desktop.maker.changeSession('OLD', { date: '2020-01-01' })]);
    const { cursor } = await pullAll(tablet);
    const everything = { from: '0001-01-01', to: '9999-12-31' };
    const filling = await tablet.pull({ ...cursor, scope: everything, snapshot: { subject: '', seq: 0 } });
    expect(filling.rows?.facts).toEqual([]);
    expect((await tablet.pull({ ...cursor, seq: 0, mark: null, scope: everything })).rows?.facts).toEqual([]);
  });

  test('[S17] a push answers with what a pull would have brought', async () => {
    const { desktop, tablet } = await stage();
    const { cursor } = await pullAll(tablet);
    const news = desktop.maker.count('S1', '6-11', 1);
    await desktop.push([news]);
    const answer = await tablet.push([tablet.maker.count('S1', '6-11', 2)], { cursor });
    expect(answer.rows?.facts.map(({ text }) => text)).toEqual([news.sent.text]);
    expect(answer.rows?.cursor.seq).toBe(2);
  });

  test('tenants: no device is sent, told of, or able to touch what is another library’s', async () => {
    const { server, desktop, tablet } = await stage();
    const stranger = await anotherLibrary(server);
    const theirs = [stranger.maker.changeSession('S1', { date: today }), stranger.maker.count('S1', '6-11', 100)];
    await stranger.push(theirs);
    await desktop.push([desktop.maker.count('S1', '6-11', 1)]);
    expect([...(await pullAll(stranger)).facts.values()].sort()).toEqual(texts(theirs).sort());
    expect((await pullAll(tablet)).facts.size).toBe(1);
    expect((await desktop.push(theirs)).receipts.map((receipt) => (receipt.state === 'held' ? receipt.code : ''))).toEqual([
      'fact-other-library',
      'fact-other-library',
    ]);
    expect((await stranger.browser.post<object>('/api/devices/revoke', { device: tablet.identity.device })).problem?.code).toBe(
      'not-found',
    );
    expect((await stranger.browser.get<{ devices: unknown[] }>('/api/devices')).devices).toHaveLength(1);
    expect(await stranger.browser.get('/api/quarantine')).toEqual({ held: [], count: 0, next: null });
    const offered = await stranger.browser.post<{ missing: string[] }>('/api/sync/offer', {
      protocol: 1,
      ids: [theirs[0]?.fact.id, desktop.maker.count('S1', '0-5', 1).fact.id],
    });
    expect(offered.missing).toHaveLength(1);
  });

  async function stage() {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const tablet = await aDevice(server, desktop);
    return { server, desktop, tablet };
  }
});

function texts(facts: readonly MadeFact[]): string[] {
  return facts.map(({ sent }) => sent.text);
}

test('a page of facts is pressed for who can take that, and a small answer for nobody', async () => {
  const server = await aServer();
  const desktop = await aLibrary(server);
  const tablet = await aDevice(server, desktop);
  await tablet.push(Array.from({ length: 100 }, () => tablet.maker.count('S1', '6-11', 1)));
  const pull = (cursor: object | null, encoding: string) =>
    desktop.browser.send('/api/sync/pull', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': encoding },
      body: JSON.stringify({ protocol: 1, incarnation: desktop.identity.incarnation, cursor, health, digest: null }),
    });
  const pressed = await pull(null, 'gzip, br');
  const plain = await pull(null, 'identity');
  const both = [pressed, plain].map(({ headers }) => [headers.get('content-encoding'), headers.get('vary'), headers.get('cache-control')]);
  expect(both).toEqual([
    ['gzip', 'Accept-Encoding', 'no-store'],
    [null, 'Accept-Encoding', 'no-store'],
  ]);
  const page: PullAnswer = JSON.parse(gunzipSync(await pressed.arrayBuffer()).toString());
  expect(page.rows).toEqual((await plain.json()).rows);
  expect(page.rows?.facts).toHaveLength(100);
  const small = await pull(page.rows?.cursor ?? null, 'gzip, br');
  expect([small.headers.get('content-encoding'), (await small.json()).rows.facts]).toEqual([null, []]);
});
