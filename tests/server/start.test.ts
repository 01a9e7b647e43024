// Starting and stopping as an operator does: one line when all is well, one line when it is not.

import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/server/config.ts';
import { aFolder, aRunningServer, failingStart } from '../support/process.ts';

test.each([
  [{ PORT: 'eighty' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ HOST: 'no host' }, 'HOST'],
  [{ DATABASE_URL: 'mysql://secret@host/db' }, 'DATABASE_URL'],
  [{ PUBLIC_URL: 'https://library.example/path' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'wayside.example' }, 'PUBLIC_URL'],
  [{ TRUST_PROXY: 'maybe' }, 'TRUST_PROXY'],
  [{ FEED_NETWORKS: '10.0.0.0/33' }, 'FEED_NETWORKS'],
])('a wrong setting %j is named, its value is not', (env, name) => {
  const reading = readConfig(env);
  expect(reading.ok).toBe(false);
  const line = reading.ok ? '' : reading.line;
  expect(line).toContain(`The setting ${name} is wrong`);
  expect(line).not.toContain('secret');
});

test('no settings at all are fine', () => {
  const reading = readConfig({});
  expect(reading).toMatchObject({
    ok: true,
    config: { port: 8080, host: 'localhost', databaseUrl: null, publicUrl: null, trustProxy: false, mostFileBytes: 100_000_000 },
  });
});

test('a start that cannot be says why in one line and ends with 1', async () => {
  const busy = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => busy.once('listening', resolve));
  const address = busy.address();
  const port = String(typeof address === 'object' && address !== null ? address.port : 0);
  const file = join(aFolder(), 'a-file');
  writeFileSync(file, '');
  const starts: readonly { readonly env: Record<string, string>; readonly says: string }[] = [
    { env: { PORT: 'x' }, says: 'The setting PORT is wrong' },
    { env: { PORT: port, HOST: '127.0.0.1' }, says: 'the port is in use' },
    { env: { DATA_DIR: join(file, 'data') }, says: 'cannot be written to (DATA_DIR)' },
    { env: { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' }, says: 'the database does not answer (DATABASE_URL)' },
  ];
  for (const { env, says } of starts) {
    const { code, out, err } = await failingStart({ DATA_DIR: aFolder(), ...env });
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
    expect(err).toContain(says);
    expect(err).not.toContain('secret');
  }
  busy.close();
});

test('it says where it is, keeps its folder to itself, and ends in order', async () => {
  const folder = join(aFolder(), 'data');
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const server = await aRunningServer({ DATA_DIR: folder });
  expect(server.line).toMatch(/^Wayside is ready at http:\/\/localhost:\d+$/);
  expect((await fetch(`${server.origin}/api/hello`)).status).toBe(200);
  const second = await failingStart({ DATA_DIR: folder, PORT: '0' });
  expect(second).toMatchObject({ code: 1, out: '' });
  expect(second.err).toContain('another Wayside server');
  const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o077);
  expect([statSync(folder).mode & 0o777, ...modes]).toEqual([0o700, ...modes.map(() => 0)]);
  expect(await server.stop('SIGTERM')).toBe(0);
  expect(readdirSync(folder)).not.toContain('wayside.db-wal');
  const again = await aRunningServer({ DATA_DIR: folder });
  expect(await again.stop('SIGINT')).toBe(0);
});

test('an upload that the network cuts is not reported to the operator as a failure', async () => {
  const server = await aRunningServer({ DATA_DIR: aFolder() });
  const { port, host } = new URL(server.origin);
  for (const length of ['content-length: 5000', 'transfer-encoding: chunked']) {
    const socket = connect(Number(port), 'localhost');
    socket.write(`POST /api/sync/push HTTP/1.1\r\nhost: ${host}\r\norigin: ${server.origin}\r\n${length}\r\n\r\n64\r\n{"protocol"`);
    await new Promise((resolve) => socket.once('connect', resolve));
    expect((await fetch(`${server.origin}/api/hello`)).status).toBe(200); // it has begun to read
    await new Promise((resolve) => socket.resetAndDestroy().once('close', resolve));
    expect((await fetch(`${server.origin}/api/hello`)).status).toBe(200); // and has seen it end
  }
  await server.stop();
  expect(server.said()).toBe('');
});

test('it ends without waiting for connections that ask nothing, and waits for a request under way', async () => {
  const server = await aRunningServer({ DATA_DIR: aFolder() });
  const { port, host } = new URL(server.origin);
  const idle = connect(Number(port), 'localhost');
  await once(idle, 'connect');
  const slow = connect(Number(port), 'localhost');
  const body = JSON.stringify({ half: 'of it' });
  slow.write(`POST /api/setup HTTP/1.1\r\nhost: ${host}\r\norigin: ${server.origin}\r\ncontent-type: application/json\r\n`);
  slow.write(`content-length: ${body.length}\r\n\r\n${body.slice(0, 5)}`);
  let answered = '';
  slow.setEncoding('utf8').on('data', (text: string) => {
    answered += text;
  });
  expect((await fetch(`${server.origin}/api/hello`)).status).toBe(200); // by now it has begun to read
  const ended = server.stop();
  await once(idle.resume(), 'close');
  expect(slow.closed).toBe(false);
  slow.write(body.slice(5));
  expect(await ended).toBe(0);
  expect(answered).toMatch(/^HTTP\/1.1 4\d\d /);
});

test('reachable by others it prints a set-up link with a code, and sets up only with it', async () => {
  const server = await aRunningServer({ DATA_DIR: aFolder(), HOST: '0.0.0.0' });
  const [, code = ''] = /#code=([0-9A-Z-]+)$/.exec(server.line) ?? [];
  expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  const origin = server.origin.replace('0.0.0.0', '127.0.0.1');
  const setUp = async (given: string | null) =>
    (
      await fetch(`${origin}/api/setup`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({
          code: given,
          coordinator: { name: 'Alice', email: 'alice@library.example', password: 'a bookmobile in the rain' },
          deviceName: 'Desktop',
        }),
      })
    ).status;
  expect(await (await fetch(`${origin}/api/hello`)).json()).toMatchObject({ setUp: false, setupCodeNeeded: true });
  expect([await setUp(null), await setUp('AAAAA-AAAAA'), await setUp(code.toLowerCase()), await setUp(code)]).toEqual([403, 403, 200, 409]);
});
