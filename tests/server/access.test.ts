// Who may come in, with what, and how often they may guess. On both engines where the database decides.

import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import type { EnrollAnswer, MeAnswer, QuarantineAnswer } from '../../src/protocol/access.ts';
import { paths } from '../../src/protocol/paths.ts';
import { alice, chelsea } from '../support/cast.ts';
import { engines } from '../support/databases.ts';
import { sentText } from '../support/facts.ts';
import { pushAsServer } from '../../src/server/commands/server-device.ts';
import { aBrowser, aDevice, aLibrary, aServer, deviceWith, health, origin, pullAll, type Browser } from '../support/server.ts';

const setup = { code: null, coordinator: alice, deviceName: 'Desktop' };

describe.each(engines)('access on %s', (engine) => {
  test('set-up makes one library, its coordinator and a device, once', async () => {
    const server = await aServer({ engine });
    expect(await aBrowser(server).get(paths.hello)).toMatchObject({
      setUp: false,
      setupCodeNeeded: false,
      protocol: { oldest: 1, newest: 1 },
    });
    const browsers = Array.from({ length: 4 }, () => aBrowser(server));
    const answers = await Promise.all(browsers.map((browser) => browser.post<EnrollAnswer>(paths.setup, setup)));
    expect(answers.map(({ problem }) => problem?.code).sort()).toEqual([...Array(3).fill('already-set-up'), undefined]);
    expect(await aBrowser(server).get(paths.hello)).toMatchObject({ setUp: true });
    const winner = browsers[answers.findIndex(({ problem }) => problem === undefined)];
    expect(await winner?.get<MeAnswer>(paths.me)).toMatchObject({
      device: { level: 'coordinator', revoked: false },
      account: { name: alice.name, level: 'coordinator' },
    });
  });

  test('a set-up whose answer was lost is gone on with by signing in', async () => {
    const server = await aServer({ engine, realPasswords: true });
    const { identity } = await aLibrary(server);
    const browser = aBrowser(server);
    expect((await browser.post(paths.setup, setup)).problem?.code).toBe('already-set-up');
    expect(await browser.post<MeAnswer>(paths.signIn, { email: alice.email.toUpperCase(), password: alice.password })).toMatchObject({
      device: null,
      account: { library: identity.library },
    });
    const attempt = { attempt: 'ONCE', deviceName: 'Laptop' };
    const first = await browser.post<EnrollAnswer>(paths.enrollHere, attempt);
    expect(first).toMatchObject({ library: identity.library, level: 'coordinator' });
    expect(await browser.post<EnrollAnswer>(paths.enrollHere, attempt)).toEqual(first);
    expect((await deviceWith(browser, first).pull(null)).rows?.facts).toEqual([]);
    await browser.post(paths.signOut, {});
    expect(await browser.get<MeAnswer>(paths.me)).toMatchObject({ device: { id: first.device }, account: null });
    expect((await browser.post(paths.enrollHere, attempt)).problem?.code).toBe('not-signed-in');
  });

  test('[S26] a device in use never loses its cookie: each pull sets it again for as long as a browser keeps one', async () => {
    const server = await aServer({ engine });
    const { browser, identity } = await aLibrary(server);
    const body = JSON.stringify({ protocol: 1, incarnation: identity.incarnation, cursor: null, health, digest: null });
    const answer = await browser.send(paths.pull, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie.split('; ')).toEqual(
      expect.arrayContaining([
        `wayside-device=${browser.cookies.get('wayside-device')}`,
        'Max-Age=34560000',
        'HttpOnly',
        'SameSite=Strict',
      ]),
    );
    const stranger = await aBrowser(server).send(paths.pull, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect([stranger.status, stranger.headers.getSetCookie()]).toEqual([401, []]);
  });

  test('[S27] a code enrolls one device; the same attempt again gets the same device and a good secret', async () => {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const { code } = await desktop.browser.post<{ code: string }>(paths.invites, { role: 'staff' });
    const typed = `${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `;
    const [one, again, other] = [aBrowser(server), aBrowser(server), aBrowser(server)];
    const first = await one.post<EnrollAnswer>(paths.enroll, { code: typed, attempt: 'A1', deviceName: 'Tablet' });
    expect(await again.post<EnrollAnswer>(paths.enroll, { code, attempt: 'A1', deviceName: 'Tablet' })).toEqual(first);
    for (const browser of [one, again])
      expect(await browser.get<MeAnswer>(paths.me)).toMatchObject({ device: { id: first.device, level: 'staff' } });
    expect((await other.post(paths.enroll, { code, attempt: 'A2', deviceName: 'Tablet' })).problem?.code).toBe('code-used');
    expect((await other.post(paths.enroll, { code: 'AAAAAAAAAA', attempt: 'A2', deviceName: 'Tablet' })).problem?.code).toBe(
      'code-unknown',
    );
    const { code: late } = await desktop.browser.post<{ code: string }>(paths.invites, { role: 'staff' });
    server.clock.now += 10 * 60_000;
    expect((await other.post(paths.enroll, { code: late, attempt: 'A2', deviceName: 'Tablet' })).problem?.code).toBe('code-expired');
  });

  test('[S27] two devices with one code at once: one is enrolled', async () => {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const { code } = await desktop.browser.post<{ code: string }>(paths.invites, { role: 'staff' });
    const answers = await Promise.all(
      ['A', 'B', 'C'].map((attempt) => aBrowser(server).post<EnrollAnswer>(paths.enroll, { code, attempt, deviceName: 'T' })),
    );
    expect(answers.map(({ problem }) => problem?.code).sort()).toEqual(['code-used', 'code-used', undefined]);
  });

  test('staff and kiosks may not manage devices or see quarantine; strangers may nothing', async () => {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const tablet = await aDevice(server, desktop);
    const kiosk = await aDevice(server, desktop, 'kiosk');
    const asks = async (browser: Browser) => [
      (await browser.get(paths.devices)).problem?.code,
      (await browser.get(paths.quarantine)).problem?.code,
      (await browser.post(paths.invites, { role: 'staff' })).problem?.code,
      (await browser.post(paths.revoke, { device: tablet.identity.device })).problem?.code,
    ];
    expect(await asks(tablet.browser)).toEqual(Array(4).fill('not-allowed'));
    expect(await asks(kiosk.browser)).toEqual(Array(4).fill('not-allowed'));
    expect(await asks(aBrowser(server))).toEqual(Array(4).fill('not-enrolled'));
    expect(await asks(aBrowser(server, new Map([['wayside-device', 'x'.repeat(44)]])))).toEqual(Array(4).fill('not-enrolled'));
    await desktop.browser.post(paths.revoke, { device: desktop.identity.device });
    desktop.browser.cookies.delete('wayside.session_token');
    expect(await asks(desktop.browser)).toEqual(Array(4).fill('device-revoked'));
  });

  test('the list of devices shows what each said of itself', async () => {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const tablet = await aDevice(server, desktop);
    const said = {
      app: '1.2',
      at: '2026-11-02T13:59:00.000Z',
      unsent: 7,
      oldestUnsentAt: '2026-11-01T09:00:00.000Z',
      attention: 1,
      persisted: false,
    };
    await tablet.pull(null, { health: said });
    await tablet.push([tablet.maker.make('device.changed', tablet.identity.device, { set: { name: 'Green tablet' }, base: {} })], {
      health: said,
    });
    const { devices } = await desktop.browser.get<{ devices: { id: string }[] }>(paths.devices);
    expect(devices.find(({ id }) => id === tablet.identity.device)).toMatchObject({
      name: 'Green tablet',
      level: 'staff',
      app: '1.2',
      unsent: 7,
      oldestUnsentAt: said.oldestUnsentAt,
      attention: 1,
      persisted: false,
      clockOffset: 60_000,
      revokedAt: null,
      lastSeenAt: '2026-11-02T14:00:00.000Z',
    });
  });

  test('more is held aside than one page shows: all of it is counted, and the next page has the rest', async () => {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const unreadable = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => sentText(`not a fact ${from + at}`));
    await desktop.push(unreadable(0, 1_000));
    await desktop.push(unreadable(1_000, 1_003));
    const page = (after: string) => desktop.browser.get<QuarantineAnswer>(`${paths.quarantine}${after}`);
    const first = await page('');
    expect(first).toMatchObject({ held: { length: 1_000 }, count: 1_003 });
    const rest = await page(`?after=${encodeURIComponent(first.next ?? '')}`);
    expect(rest).toMatchObject({ held: { length: 3 }, count: 1_003, next: null });
    expect(new Set([...first.held, ...rest.held].map(({ key }) => key)).size).toBe(1_003);
    expect((await desktop.browser.get(`${paths.quarantine}?after=yesterday`)).problem).toEqual({
      code: 'request-invalid',
      detail: { field: 'after' },
    });
    expect(await server.services.storage.devices.countHeld(desktop.identity.library)).toBe(1_003);
  });

  test('the device that the server itself writes as is in no list and cannot be revoked; what commands write is taken', async () => {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const { library, device } = desktop.identity;
    const { services, engine: database, clock } = server;
    const context = { ...services, engine: database, say: () => {} };
    const facts = [{ kind: 'outlet.changed', subject: 'O1', body: { set: { name: 'Big Green' }, base: {} } }] as const;
    await pushAsServer(context, library, facts);
    const { devices } = await desktop.browser.get<{ devices: { id: string }[] }>(paths.devices);
    expect(devices.map(({ id }) => id)).toEqual([device]);
    expect((await desktop.browser.post(paths.revoke, { device: `server-${library}` })).problem?.code).toBe('not-found');
    await pushAsServer(context, library, facts);
    // As libraries did while it was in the list.
    await database.db
      .updateTable('device')
      .set({ revoked_at: new Date(clock.now).toISOString() })
      .where('id', '=', `server-${library}`)
      .execute();
    await pushAsServer(context, library, facts);
    expect((await pullAll(desktop)).facts.size).toBe(3);
  });
});

test('guessing is slowed down per address, for passwords and for codes, and being right forgives', async () => {
  const server = await aServer({ config: { trustProxy: true }, realPasswords: true });
  await aLibrary(server);
  const from = (address: string, path: string, body: object) =>
    server.app.request(origin + path, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', 'x-forwarded-for': `6.6.6.6, ${address}` },
      body: JSON.stringify(body),
    });
  const wrong = { email: alice.email, password: chelsea.password };
  const statuses: number[] = [];
  for (let at = 0; at < 12; at++) statuses.push((await from('1.1.1.1', paths.signIn, wrong)).status);
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  const refused = await from('1.1.1.1', paths.signIn, { email: alice.email, password: alice.password });
  expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 600]);
  expect((await from('2.2.2.2', paths.signIn, { email: alice.email, password: alice.password })).status).toBe(200);
  for (let at = 0; at < 52; at++)
    statuses.push((await from('1.1.1.1', paths.enroll, { code: `WRONG${at}`, attempt: 'A', deviceName: 'T' })).status);
  expect(statuses.slice(12)).toEqual([...Array(50).fill(404), 429, 429]);
  server.clock.now += 10 * 60_000;
  expect((await from('1.1.1.1', paths.signIn, { email: alice.email, password: alice.password })).status).toBe(200);
});

test('[S26] cookies are out of reach of scripts and other sites, and Secure behind HTTPS', async () => {
  const plain = await aServer();
  const body = JSON.stringify(setup);
  const headers = { 'content-type': 'application/json' };
  const first = await plain.app.request(origin + paths.setup, { method: 'POST', headers: { ...headers, origin }, body });
  const lines = first.headers.getSetCookie();
  expect(lines.map((line) => line.split('=')[0])).toEqual(['wayside-device', 'wayside.session_token']);
  for (const line of lines) expect(line).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/i);
  const url = 'https://wayside.library.example';
  const secure = await aServer({ config: { publicUrl: url } });
  const second = await secure.app.request(`http://10.0.0.5:8080${paths.setup}`, {
    method: 'POST',
    headers: { ...headers, origin: url },
    body,
  });
  expect(second.status).toBe(200);
  expect(second.headers.get('strict-transport-security')).toContain('max-age=');
  for (const line of second.headers.getSetCookie())
    expect(line).toMatch(/^(__Host-wayside-device|__Secure-wayside\.session_token)=.*Secure/);
});

test.each([
  ['no origin', {}, origin],
  ['another site', { origin: 'https://evil.example' }, origin],
  ['another port', { origin: 'http://localhost:9999' }, origin],
  ['a sandboxed page', { origin: 'null' }, origin],
  ['a foreign name that points here', { origin: 'http://evil.example:8123' }, 'http://evil.example:8123'],
])('[S26] a request from %s changes nothing', async (_name, headers, at) => {
  const server = await aServer();
  const response = await server.app.request(at + paths.setup, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(setup),
  });
  const { problem }: { problem: Problem } = await response.json();
  expect([response.status, problem.code]).toEqual([403, 'origin-refused']);
  expect(await aBrowser(server).get(paths.hello)).toMatchObject({ setUp: false });
});

test('nothing of a person is in the log, and a bug is answered with a reference to its line', async () => {
  const server = await aServer();
  const desktop = await aLibrary(server);
  await server.engine.db.schema.dropTable('held').execute();
  const answer = await desktop.push([desktop.maker.changeSession('S1', { notes: 'Chelsea said hello' })]);
  expect(answer.problem?.code).toBe('server-failed');
  expect(server.logged).toHaveLength(1);
  expect(server.logged[0]).toContain(String(answer.problem?.detail?.['reference']));
  expect(server.logged[0]).not.toMatch(/Chelsea|Alice|alice@/);
});
