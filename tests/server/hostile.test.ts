// Thousands of requests nobody should send: each is refused with a documented problem, never a 500, and the server goes on as before.

import { describe, expect, test } from 'vitest';
import { problemAnswer } from '../../src/protocol/access.ts';
import { filePaths } from '../../src/protocol/files.ts';
import { paths } from '../../src/protocol/paths.ts';
import { largestRequest } from '../../src/protocol/version.ts';
import * as v from 'valibot';
import { engines } from '../support/databases.ts';
import { addressOf, exampleBody, gets, isRefusedFeed, posts, written } from '../support/every-route.ts';
import { sentText } from '../support/facts.ts';
import { mutated } from '../support/mutated.ts';
import { randomFrom } from '../support/random.ts';
import { aBrowser, aDevice, aLibrary, aPartnersBrowser, aServer, origin, pullAll } from '../support/server.ts';

describe.each(engines)('hostile requests to %s', (engine) => {
  test('mutated requests are answered with 200 or a documented problem', async () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    const random = randomFrom(seed);
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const tablet = await aDevice(server, desktop);
    const kiosk = await aDevice(server, desktop, 'kiosk');
    const partner = await aPartnersBrowser(server, desktop, 'PARTNER00001');
    const { cursor } = await pullAll(tablet);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] ?? (items[0] as Item);
    const count = engine === 'sqlite' ? 3_000 : 800;
    for (let at = 0; at < count; at++) {
      const path = pick(posts);
      if (path === paths.signIn || path === paths.setup || path === paths.revoke) continue; // the fuzz sends these: limits would answer, or who asks go
      const whose = path === paths.prepared || path === paths.shared ? pick([partner, partner, tablet]) : tablet;
      const asking = { ...whose, cursor, pick };
      const browser = aBrowser(server, (whose === partner ? partner : pick([desktop, tablet, kiosk])).browser.cookies); // an enrollment that succeeds must not change who asks next
      const { headers, body } = written(path, mutated(exampleBody(path, asking), random, pick));
      const cut = random() < 0.1 ? body.slice(0, Math.floor(random() * body.length)) : body;
      const response = await browser.send(addressOf(path), { method: 'POST', headers, body: cut });
      const said = await response.text();
      expect({
        seed,
        path,
        cut,
        status: response.status,
        fine: response.status === 200 || v.is(problemAnswer, JSON.parse(said)),
      }).toMatchObject({ fine: true });
      expect({ seed, path, cut, status: response.status }).not.toMatchObject({ status: 500 });
    }
    expect({ seed, logged: server.logged.filter((line) => !isRefusedFeed(line)) }).toEqual({ seed, logged: [] });
    const last = tablet.maker.count('S1', '6-11', 1);
    expect((await tablet.push([last])).receipts[0]?.state).toBe('stored');
    expect([...(await pullAll(desktop)).facts.values()]).toContain(last.sent.text);
  });

  test('mutated facts are stored or held aside, and folding goes on', async () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    const random = randomFrom(seed);
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const { maker } = desktop;
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] ?? (items[0] as Item);
    for (let round = 0; round < 20; round++) {
      const facts = Array.from({ length: 100 }, () => {
        const { fact } = pick([
          () => maker.count('S1', '6-11', 1),
          () => maker.changeSession('S1', { title: 'T', date: '2026-11-02' }),
          () => maker.signUp('S1', 'card'),
          () => maker.handOut('S1', 'given', 1),
          () => maker.make('site.changed', 'SITE', { set: { name: 'N' }, base: {} }),
        ])();
        return sentText(JSON.stringify(mutated(fact, random, pick, 0.15)));
      });
      const { receipts, problem } = await desktop.push(facts);
      expect({ seed, problem, receipts: receipts?.length }).toEqual({ seed, problem: undefined, receipts: 100 });
    }
    expect({ seed, logged: server.logged }).toEqual({ seed, logged: [] });
    const pulled = await pullAll(await aDevice(server, desktop)); // the desktop itself may count as cloned by now: numbers repeat
    expect(pulled.facts.size).toBeGreaterThan(100);
    expect((await desktop.browser.get<{ held: unknown[] }>(paths.quarantine)).held.length).toBeGreaterThan(100);
  });
});

test('no route is without hostile requests', async () => {
  const { app } = await aServer();
  const routes = app.routes.filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL');
  const sent = [...gets.map((path) => `GET ${path}`), ...posts.map((path) => `POST ${path}`)];
  expect(sent.sort()).toEqual(routes.map(({ path, method }) => `${method} ${path}`).sort());
  expect(new Set([...gets, ...posts])).toEqual(new Set([...Object.values(paths), ...Object.values(filePaths)]));
});

test('unknown routes, wrong methods, wrong types and too much are told apart', async () => {
  const server = await aServer();
  const desktop = await aLibrary(server);
  const told = async (path: string, init?: RequestInit) => {
    const response = await desktop.browser.send(path, init);
    const { problem } = v.parse(problemAnswer, await response.json());
    return [response.status, problem.code];
  };
  const json = { 'content-type': 'application/json' };
  expect(await told('/api/nothing')).toEqual([404, 'route-unknown']);
  expect(await told('/api/sync/push')).toEqual([405, 'method-not-allowed']);
  expect(await told('/api/hello', { method: 'POST', headers: json, body: '{}' })).toEqual([405, 'method-not-allowed']);
  expect(await told('/api/sync/push', { method: 'DELETE' })).toEqual([405, 'method-not-allowed']);
  expect(await told('/', { method: 'POST', body: '{}' })).toEqual([405, 'method-not-allowed']);
  expect(await told('/api/sync/pull', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' })).toEqual([
    400,
    'request-unreadable',
  ]);
  expect(await told('/api/sync/pull', { method: 'POST', headers: json, body: '{' })).toEqual([400, 'request-unreadable']);
  expect(await told('/api/sync/pull', { method: 'POST', headers: json, body: '[]' })).toEqual([400, 'request-invalid']);
  const large = 'x'.repeat(largestRequest + 1);
  expect(await told('/api/sync/push', { method: 'POST', headers: json, body: large })).toEqual([413, 'request-too-large']);
  const stream = new Blob([large]).stream();
  expect(await told('/api/sync/push', { method: 'POST', headers: json, body: stream, duplex: 'half' } as RequestInit)).toEqual([
    413,
    'request-too-large',
  ]);
});

test('a method that a path does not know is answered with those it knows', async () => {
  const { app } = await aServer();
  const allowed = async (path: string, method: string) => {
    const response = await app.request(origin + path, { method, headers: { origin } });
    return [response.status, response.headers.get('allow')];
  };
  expect(await allowed(paths.push, 'GET')).toEqual([405, 'POST']);
  expect(await allowed(paths.erase, 'DELETE')).toEqual([405, 'POST, GET']);
  expect(await allowed(paths.pokes, 'HEAD')).toEqual([405, 'GET']);
  expect(await allowed('/', 'POST')).toEqual([405, 'GET, HEAD']);
});

test('every answer carries the security headers and is not stored', async () => {
  const server = await aServer();
  for (const path of ['/', '/api/hello', '/api/nothing', '/assets/none.js']) {
    const { headers } = await server.app.request(origin + path);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain(
      path.startsWith('/api/') ? "default-src 'none'; frame-ancestors 'none'" : "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'",
    );
    if (!path.startsWith('/api/')) expect(policy).toContain("require-trusted-types-for 'script'; trusted-types wayside");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    if (!path.startsWith('/api/')) expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    if (path.startsWith('/api/')) expect(headers.get('cache-control')).toBe('no-store');
  }
});
