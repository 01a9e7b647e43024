// Ready to leave looks for itself: a seal is tried with the library's key, the clock is held against a server that answers, each part of the
// app is opened from the cache, and what was found reaches the coordinator.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lookAtApp } from '../../../src/app/features/readiness/lines/app.ts';
import { lookAtClock } from '../../../src/app/features/readiness/lines/clock.ts';
import { lookAtSealing } from '../../../src/app/features/readiness/lines/sealing.ts';
import { capture } from '../../../src/device/actions/capture.ts';
import { recordReady } from '../../../src/device/actions/ready.ts';
import { keyIdOf, makeSealingKeyPair } from '../../../src/device/seal/key.ts';
import { editOf } from '../../../src/device/store/draft.ts';
import { devices } from '../../../src/device/store/records.ts';
import { self } from '../../../src/device/store/self.ts';
import { ok } from '../../../src/domain/problem.ts';
import { type Ready, readyState } from '../../../src/domain/ready.ts';
import { base64url } from '../../../src/protocol/hash.ts';
import { paths } from '../../../src/protocol/paths.ts';
import { okOf } from '../../device/a-device.ts';
import { aDesktop, anEnrolledTablet, type Tablet } from '../../device/a-tablet.ts';
import { aServer } from '../../support/server.ts';

const today = '2026-11-02';
const passphrase = 'seven lanterns over the quiet harbor';

describe('sealing', () => {
  const look = ({ device }: Tablet) => lookAtSealing({ device, now: 1, today });

  async function withKey() {
    const desktop = await aDesktop(await aServer());
    expect(await look(desktop)).toEqual({ state: 'todo', word: 'missing' });
    const key = okOf(await desktop.device.act.makeSealingKey(passphrase, 'Alice'));
    okOf(await key.rehearse({ passphrase, recoveryKey: key.recoveryKey }));
    okOf(await key.confirm());
    okOf(await desktop.device.sync.deliverNow());
    return { desktop, keyId: key.keyId };
  }

  /** As whoever can write the library's records could. */
  async function say({ device: { store, sync } }: Tablet, id: string, publicKey: string): Promise<void> {
    const subject = { type: 'sealing-key', id } as const;
    const plan = { subjects: [subject], set: { publicKey, retired: false } };
    okOf(
      await capture(
        { store, saved: sync.saved },
        {
          subjects: plan.subjects,
          plan: (seen) => ok(editOf(seen.record('sealing-key', id), subject, plan.set)),
        },
      ),
    );
  }

  test('is proven with the library’s own key, and green by its name', async () => {
    const { desktop, keyId } = await withKey();
    expect(await look(desktop)).toEqual({ state: 'good', word: 'sealed', said: { names: keyId.slice(0, 8) } });
  });

  test('is not green where the key is not the one its fingerprint names', async () => {
    const { desktop, keyId } = await withKey();
    await say(desktop, keyId, (await makeSealingKeyPair()).publicKey);
    expect(await look(desktop)).toEqual({ state: 'todo', word: 'swapped' });
  });

  test('is not green with a key that has the right fingerprint and takes no seal', async () => {
    const { desktop } = await withKey();
    const offCurve = base64url(Uint8Array.from({ length: 65 }, (_, at) => (at === 0 ? 4 : at)));
    await say(desktop, keyIdOf(offCurve) ?? '', offCurve);
    expect(await look(desktop)).toEqual({ state: 'todo', word: 'failed' });
  });
});

describe('the clock', () => {
  const minute = 60_000;

  /** A device whose clock is `ahead` of the server's, and a question that takes `going` there and `coming` back. */
  async function looked({ ahead = 0, going = 0, coming = 0 }) {
    const server = await aServer();
    const { device, ports, network } = await aDesktop(server);
    ports.clock.now = server.clock.now + ahead;
    network.break(paths.hello, async (carry) => {
      [server.clock.now, ports.clock.now] = [server.clock.now + going, ports.clock.now + going];
      const answer = await carry();
      [server.clock.now, ports.clock.now] = [server.clock.now + coming, ports.clock.now + coming];
      return answer;
    });
    return lookAtClock({ device, now: ports.clock.now, today });
  }

  test('that agrees with the server is right; one that is ahead is fast, one that is behind is slow', async () => {
    expect(await looked({})).toEqual({ state: 'good', word: 'right' });
    expect(await looked({ ahead: 10 * minute })).toEqual({ state: 'todo', word: 'fast', said: { seconds: 600 } });
    expect(await looked({ ahead: -10 * minute })).toEqual({ state: 'todo', word: 'slow', said: { seconds: 600 } });
  });

  test('is held against the middle of the question, however long it was under way', async () => {
    expect(await looked({ going: 3 * minute, coming: 3 * minute })).toEqual({ state: 'good', word: 'right' });
    expect(await looked({ ahead: 10 * minute, going: minute, coming: minute })).toMatchObject({ word: 'fast', said: { seconds: 600 } });
  });
});

describe('the app', () => {
  const parts = ['/index.html', '/assets/KioskScreen-1a2b.js', '/assets/index-3c4d.css'].map((path) => ({
    url: path,
    key: `https://library.example${path}?__WB_REVISION__=7`,
  }));
  const [, kiosk] = parts;
  const kinds = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
  const file = (path: string, body = 'x', type = Object.entries(kinds).find(([end]) => path.endsWith(end))?.[1] ?? '') =>
    new Response(body, { headers: { 'Content-Type': type } });
  const kept = new Map<string, Response>();
  /** What the network answers; null: there is none. */
  const network: { answer: ((path: string) => Response) | null } = { answer: null };

  beforeEach(() => {
    kept.clear();
    network.answer = null;
    for (const { key, url } of parts) kept.set(key, file(url));
    const worker = { postMessage: (_message: unknown, [port]: readonly MessagePort[]) => port?.postMessage(parts) };
    vi.stubGlobal('navigator', { serviceWorker: { controller: worker } });
    vi.stubGlobal('location', { href: 'https://library.example/ready' });
    vi.stubGlobal('caches', {
      match: async (key: string) => kept.get(key)?.clone(),
      keys: async () => ['files', 'workbox-precache-v2-https://library.example/'],
      open: async (name: string) => ({
        put: async (key: string, response: Response) => void (name.includes('precache') && kept.set(key, response)),
      }),
    });
    vi.stubGlobal('fetch', async (path: string) => {
      if (network.answer === null) throw new TypeError('network');
      return network.answer(path);
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  const key = kiosk?.key ?? '';
  const look = async () => lookAtApp({ device: (await aDesktop(await aServer())).device, now: 1, today });
  const kioskMissing = { state: 'todo', word: 'broken', said: { count: 1, other: 3, names: 'KioskScreen-1a2b.js' } };

  test('is complete when each part that the worker names is in the cache and can be read', async () => {
    expect(await look()).toEqual({ state: 'good', word: 'complete', said: { count: 3 } });
  });

  test('is not where a part is missing, empty, an error or a page in its place, and the part is named', async () => {
    kept.delete(key);
    expect(await look()).toEqual(kioskMissing);
    for (const broken of [
      file('.js', ''),
      new Response('x', { status: 503, headers: { 'Content-Type': kinds.js } }),
      file('.js', '<html>Welcome to Cafe Wi-Fi</html>', kinds.html),
    ]) {
      kept.set(key, broken);
      expect(await look()).toEqual(kioskMissing);
    }
  });

  test('fetches a missing part where there is a network, and keeps it', async () => {
    kept.delete(key);
    network.answer = (path) => file(path, 'fresh');
    expect(await look()).toEqual({ state: 'good', word: 'mended', said: { count: 1, other: 3 } });
    network.answer = null;
    expect(await look()).toMatchObject({ word: 'complete' });
    expect(await kept.get(key)?.text()).toBe('fresh');
  });

  test('does not keep the sign-in page of a network as the part', async () => {
    kept.delete(key);
    network.answer = () => file('.html');
    expect(await look()).toEqual(kioskMissing);
    expect(kept.has(key)).toBe(false);
  });

  test('is not there at all where no worker answers', async () => {
    vi.stubGlobal('navigator', { serviceWorker: { controller: null } });
    expect(await look()).toEqual({ state: 'todo', word: 'unsupported' });
  });
});

describe('what a tablet found', () => {
  test('reaches the coordinator’s devices with the next delivery, green while its day lasts and stale after it', async () => {
    const server = await aServer();
    const desktop = await aDesktop(server);
    const tablet = await anEnrolledTablet(server, desktop, 7);
    const { store, sync } = tablet.device;
    const { identity } = await self(store);
    const find = async (finding: Ready) => okOf(await recordReady({ store, saved: sync.saved }, finding));
    const seen = async () => {
      okOf(await desktop.device.sync.deliverNow());
      return (await devices(desktop.device.store)).find(({ id }) => id === identity?.device)?.values.ready;
    };
    const at = '2026-11-02T15:00:00.000Z';
    const green: Ready = { at, until: '2026-11-03T05:00:00.000Z', open: [], app: 'test' };
    expect(readyState(await seen(), Date.parse(at))).toBe('never');

    tablet.network.off = true;
    await find(green);
    expect(await seen()).toBeUndefined();
    tablet.network.off = false;
    okOf(await sync.deliverNow());
    expect(await seen()).toEqual(green);
    expect(readyState(await seen(), Date.parse(at) + 3_600_000)).toBe('ready');
    expect(readyState(await seen(), Date.parse(green.until))).toBe('stale');

    const next: Ready = { ...green, at: '2026-11-03T12:00:00.000Z', until: '2026-11-04T05:00:00.000Z', open: ['sealing'] };
    await find(next);
    okOf(await sync.deliverNow());
    expect(await seen()).toEqual(next);
    expect(readyState(await seen(), Date.parse(next.at))).toBe('not-ready');
  });
});
