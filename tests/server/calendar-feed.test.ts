// Calendars fetched by the server: from public addresses only, to the address that was checked, within limits; and only for those who may.

import { createServer, type RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mayFetchFrom } from '../../src/server/feeds/addresses.ts';
import { type FeedPorts, fetchFeed } from '../../src/server/feeds/fetch-feed.ts';
import { aBrowser, aDevice, aLibrary, aServer } from '../support/server.ts';

const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';

/** A server on an address of this machine; answers its port and what it was asked. */
async function aSite(answer: RequestListener, address = '127.0.0.1') {
  const asked: { readonly url: string | undefined; readonly headers: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url, headers: request.headers });
    answer(request, response);
  }).listen(0, address);
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const at = server.address();
  return { port: typeof at === 'object' && at !== null ? at.port : 0, asked };
}

/** Names that lead to 127.0.0.1, which stands for the internet here: the operator allows it alone. */
function ports(given: Partial<FeedPorts> = {}): FeedPorts {
  return { resolve: async () => [{ address: '127.0.0.1', family: 4 }], networks: ['127.0.0.1/32'], ...given };
}

const reason = (result: Awaited<ReturnType<typeof fetchFeed>>) =>
  result.ok ? 'fetched' : `${result.problem.code} ${result.problem.detail?.['reason'] ?? ''}`;

describe('an address', () => {
  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.127.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '198.18.0.1',
    '203.0.113.9',
    '224.0.0.1',
    '239.1.1.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:10.0.0.1',
    '::127.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:0:1::1',
    '2001:db8::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '3fff::1',
    'localhost',
    '',
  ])('%s is none of the public internet', (address) => {
    expect(mayFetchFrom(address)).toBe(false);
  });

  test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1', '::ffff:8.8.8.8'])(
    '%s is public',
    (address) => {
      expect(mayFetchFrom(address)).toBe(true);
    },
  );

  test('within a network of the operator is allowed, also as IPv6 writes it, and nothing beside it', () => {
    expect(
      ['10.1.2.3', '::ffff:10.1.2.3', '::ffff:a01:203', '10.1.3.1', 'fd12::5', 'fd13::5'].map((one) =>
        mayFetchFrom(one, ['10.1.2.0/24', 'fd12::/32']),
      ),
    ).toEqual([true, true, true, false, true, false]);
  });

  test('whatever IPv4 address is not public is not so inside IPv6 either', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte, byte), (parts) => {
        const halves = [0, 2].map((at) => ((parts[at] ?? 0) * 256 + (parts[at + 1] ?? 0)).toString(16)).join(':');
        for (const form of [`::ffff:${parts.join('.')}`, `::ffff:${halves}`])
          expect(mayFetchFrom(form)).toBe(mayFetchFrom(parts.join('.')));
      }),
    );
  });
});

describe('fetching a calendar', () => {
  test('gives the text whatever its type is said to be, and sends nothing of ours along', async () => {
    const site = await aSite((_, response) => response.setHeader('content-type', 'image/png').setHeader('set-cookie', 'a=b').end(calendar));
    expect(await fetchFeed(`http://events.example:${site.port}/ical?key=secret`, ports())).toEqual({ ok: true, value: calendar });
    expect(site.asked).toEqual([
      {
        url: '/ical?key=secret',
        headers: {
          host: `events.example:${site.port}`,
          accept: 'text/calendar, */*;q=0.1',
          'accept-encoding': 'identity',
          'user-agent': 'Wayside calendar import',
          connection: 'close',
        },
      },
    ]);
  });

  test.each([
    ['ftp://events.example/x', 'feed-refused scheme'],
    ['file:///etc/passwd', 'feed-refused scheme'],
    ['javascript:alert(1)', 'feed-refused scheme'],
    ['events.example', 'feed-refused address'],
    ['http://user:secret@events.example/', 'feed-refused credentials'],
    ['http://127.0.0.1/', 'feed-refused own-network'],
    ['http://2130706433/', 'feed-refused own-network'],
    ['http://0x7f.1/', 'feed-refused own-network'],
    ['http://[::1]/', 'feed-refused own-network'],
    ['http://[::ffff:127.0.0.1]/', 'feed-refused own-network'],
    ['http://169.254.169.254/latest/meta-data', 'feed-refused own-network'],
    ['http://[fd00::1]/', 'feed-refused own-network'],
  ])('%s is refused', async (address, said) => {
    expect(reason(await fetchFeed(address, ports({ networks: [] })))).toBe(said);
  });

  test('a name with one address inside the own network among others is refused, and nobody is asked', async () => {
    const site = await aSite((_, response) => response.end(calendar));
    const resolve = async () => [
      { address: '127.0.0.1', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    expect(reason(await fetchFeed(`http://events.example:${site.port}/`, ports({ resolve })))).toBe('feed-refused own-network');
    expect(site.asked).toEqual([]);
  });

  test('goes to the address that was checked, though the name leads elsewhere the next moment', async () => {
    const site = await aSite((_, response) => response.end(calendar));
    const inside = await aSite((_, response) => response.end('secret'), '127.0.0.2');
    let times = 0;
    const resolve = async () => [{ address: times++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    expect(reason(await fetchFeed(`http://rebinds.example:${site.port}/`, ports({ resolve })))).toBe('fetched');
    expect({ times, inside: inside.asked }).toEqual({ times: 1, inside: [] });
  });

  test('follows a few redirects and checks each', async () => {
    const inside = await aSite((_, response) => response.end('secret'), '127.0.0.2');
    const to: Record<string, string> = {
      '/once': '/end',
      '/loop': '/loop',
      '/in': `http://inside.example:${inside.port}/`,
      '/file': 'file:///etc/passwd',
      '/user': 'http://a:b@events.example/',
    };
    const site = await aSite((request, response) => {
      const location = to[request.url ?? ''];
      if (location === undefined) response.end(calendar);
      else response.writeHead(302, { location }).end();
    });
    const resolve = async (host: string) => [{ address: host === 'inside.example' ? '127.0.0.2' : '127.0.0.1', family: 4 }];
    const at = async (path: string) => reason(await fetchFeed(`http://events.example:${site.port}${path}`, ports({ resolve })));
    expect(await at('/once')).toBe('fetched');
    expect(await at('/loop')).toBe('feed-refused redirects');
    expect(await at('/in')).toBe('feed-refused own-network');
    expect(await at('/file')).toBe('feed-refused scheme');
    expect(await at('/user')).toBe('feed-refused credentials');
    expect(inside.asked).toEqual([]);
  });

  test('ends at its limits of size, also of what is pressed, and of time', async () => {
    const pressed = gzipSync('x'.repeat(5_000));
    const site = await aSite((request, response) => {
      if (request.url === '/large') response.end('x'.repeat(5_000));
      if (request.url === '/pressed') response.setHeader('content-encoding', 'gzip').end(pressed);
      if (request.url === '/broken') response.setHeader('content-encoding', 'gzip').end('not gzip');
      if (request.url === '/slow') response.write('BEGIN');
      if (request.url === '/cut') response.write('BEGIN', () => response.destroy());
      if (request.url === '/gone') response.writeHead(404).end();
    });
    const at = async (path: string, limits: FeedPorts['limits'] = {}) =>
      reason(await fetchFeed(`http://events.example:${site.port}${path}`, ports({ limits })));
    expect(await at('/large', { bytes: 4_999 })).toBe('feed-refused too-large');
    expect(await at('/pressed', { bytes: 4_999 })).toBe('feed-refused too-large');
    expect(await at('/pressed')).toBe('fetched');
    expect(await at('/broken')).toBe('feed-unreachable unreadable');
    expect(await at('/slow', { time: 200 })).toBe('feed-unreachable timeout');
    expect(await at('/silent', { time: 200 })).toBe('feed-unreachable timeout');
    const numeric = `http://127.0.0.1:${site.port}/silent`; // no name to look up: what waits for one must not be left behind to fail unheard
    expect(reason(await fetchFeed(numeric, ports({ limits: { time: 200 } })))).toBe('feed-unreachable timeout');
    expect(await at('/cut')).toBe('feed-unreachable unreadable');
    expect(await at('/gone')).toBe('feed-unreachable status');
    expect(reason(await fetchFeed('http://127.0.0.1:1/', ports()))).toBe('feed-unreachable connection');
    const unknown = async () => Promise.reject(new Error('ENOTFOUND'));
    expect(reason(await fetchFeed('http://nowhere.example/', ports({ resolve: unknown })))).toBe('feed-unreachable name');
    expect(reason(await fetchFeed('http://never.example/', ports({ resolve: () => new Promise(() => {}), limits: { time: 100 } })))).toBe(
      'feed-unreachable timeout',
    );
  });
});

describe('who asks', () => {
  test('staff are answered; a kiosk and a stranger are not, and the log knows no more than the host', async () => {
    const site = await aSite((request, response) => response.writeHead(request.url?.startsWith('/ical') ? 200 : 404).end(calendar));
    const server = await aServer({ config: { feedNetworks: ['127.0.0.0/8'] } });
    const desktop = await aLibrary(server);
    const tablet = await aDevice(server, desktop);
    const kiosk = await aDevice(server, desktop, 'kiosk');
    const address = `http://127.0.0.1:${site.port}/ical?key=secret`;
    expect(await tablet.browser.post('/api/calendar-feed', { address })).toEqual({ text: calendar });
    expect((await kiosk.browser.post('/api/calendar-feed', { address })).problem?.code).toBe('not-allowed');
    expect((await aBrowser(server).post('/api/calendar-feed', { address })).problem?.code).toBe('not-enrolled');
    expect((await tablet.browser.post('/api/calendar-feed', { address: '' })).problem?.code).toBe('request-invalid');
    expect(server.logged).toEqual([]);
    const missing = await tablet.browser.post('/api/calendar-feed', { address: address.replace('/ical', '/other') });
    expect(missing.problem).toEqual({ code: 'feed-unreachable', detail: { reason: 'status', status: 404 } });
    expect(server.logged).toEqual(['calendar of 127.0.0.1: feed-unreachable status']);
  });

  test('the own network is out of reach unless the operator opens it', async () => {
    const server = await aServer();
    const desktop = await aLibrary(server);
    expect((await desktop.browser.post('/api/calendar-feed', { address: 'http://localhost:1/' })).problem).toEqual({
      code: 'feed-refused',
      detail: { reason: 'own-network' },
    });
  });
});
