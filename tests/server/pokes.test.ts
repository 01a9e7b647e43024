// [S18] Pokes: a hint that something new was committed, across processes on PostgreSQL, none to whoever pushed it.

import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { paths } from '../../src/protocol/paths.ts';
import { aDatabase, engines } from '../support/databases.ts';
import { aBrowser, aDevice, aLibrary, aServer, anotherLibrary, type Browser } from '../support/server.ts';

describe.each(engines)('pokes on %s', (engine) => {
  test('[S18] a commit pokes the library’s other devices, on any server process, and nobody else', async () => {
    const databaseUrl = await aDatabase(engine);
    const one = await aServer({ config: { databaseUrl } });
    const two = engine === 'postgres' ? await aServer({ config: { databaseUrl }, seed: 2 }) : one;
    const desktop = await aLibrary(one);
    const tablet = await aDevice(one, desktop);
    const stranger = await anotherLibrary(one);
    const streams = {
      desktop: await listen(aBrowser(two, desktop.browser.cookies)),
      tablet: await listen(tablet.browser),
      stranger: await listen(stranger.browser),
    };
    await tablet.push([tablet.maker.count('S1', '6-11', 1)]);
    expect(await streams.desktop.next()).toContain('event: news');
    await desktop.push([desktop.maker.count('S1', '6-11', 1)]);
    expect(await streams.tablet.next()).toContain('event: news');
    await stranger.push([stranger.maker.count('S1', '6-11', 1)]);
    await desktop.push([desktop.maker.count('S1', '6-11', 1)]);
    expect(await streams.tablet.next()).toContain('event: news');
    expect(
      [streams.desktop.said(), streams.tablet.said(), streams.stranger.said()].map((text) => text.match(/news/g)?.length ?? 0),
    ).toEqual([1, 2, 0]);
    await Promise.all(Object.values(streams).map(({ end }) => end()));
  });
});

test('[S18] what was committed elsewhere while the database said nothing is told when it does again', async () => {
  const databaseUrl = await aDatabase('postgres');
  const [one, two] = [await aServer({ config: { databaseUrl } }), await aServer({ config: { databaseUrl }, seed: 2 })];
  const desktop = await aLibrary(one);
  const tablet = await aDevice(one, desktop);
  const stream = await listen(aBrowser(two, desktop.browser.cookies));
  const ended = await sql<{ pid: number }>`
    select pg_terminate_backend(pid), pid from pg_stat_activity where datname = current_database() and query like 'listen %'`.execute(
    one.engine.db,
  );
  expect(ended.rows.length).toBe(2);
  await tablet.push([tablet.maker.count('S1', '6-11', 1)]);
  expect(await stream.next()).toContain('event: news');
  await stream.end();
});

test('[S18] a stream ends with the server, and is not for strangers or revoked devices', async () => {
  const server = await aServer();
  const desktop = await aLibrary(server);
  const tablet = await aDevice(server, desktop);
  expect((await aBrowser(server).get(paths.pokes)).problem?.code).toBe('not-enrolled');
  await desktop.browser.post(paths.revoke, { device: tablet.identity.device });
  expect((await tablet.browser.get(paths.pokes)).problem?.code).toBe('device-revoked');
  const stream = await listen(desktop.browser);
  await server.close();
  await stream.end();
  expect(server.services.pokes.listeners()).toBe(0);
});

test('[S18] a device cannot open streams without end', async () => {
  const server = await aServer();
  const desktop = await aLibrary(server);
  const streams = [];
  for (let at = 0; at < 8; at++) streams.push(await listen(desktop.browser));
  expect((await desktop.browser.get(paths.pokes)).problem?.code).toBe('rate-limited');
  await Promise.all(streams.map(({ end }) => end()));
  expect(server.services.pokes.listeners()).toBe(0);
});

test('[S18] asking for the head of the stream listens to nothing', async () => {
  const server = await aServer();
  const desktop = await aLibrary(server);
  expect((await desktop.browser.send(paths.pokes, { method: 'HEAD' })).status).toBe(405);
  expect(server.services.pokes.listeners()).toBe(0);
});

async function listen(browser: Browser) {
  const response = await browser.send(paths.pokes);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error('a stream has a body');
  const decoder = new TextDecoder();
  let said = '';
  const next = async () => {
    const { value } = await reader.read();
    const text = decoder.decode(value);
    said += text;
    return text;
  };
  await next();
  return { next, said: () => said, end: () => reader.cancel() };
}
