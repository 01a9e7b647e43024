// Whole devices in tests: a real device core on a store in memory, talking to a real server over a network that the test can break.

import { onTestFinished } from 'vitest';
import { createDevice, type Device } from '../../src/device/device.ts';
import type { HttpInit, Ports } from '../../src/device/ports.ts';
import type { paths } from '../../src/protocol/paths.ts';
import type { Server } from '../../src/server/create-server.ts';
import { alice } from '../support/cast.ts';
import { aBrowser } from '../support/server.ts';
import { okOf, portsFor, type TestPorts } from './a-device.ts';

/** What the network does to one request instead of carrying it. `carry` takes it to the server. */
export type Fault = (carry: () => Promise<Response>, init: HttpInit) => Promise<Response>;

export interface Network {
  /** Breaks the next requests to this path, one fault each. */
  readonly break: (path: string, ...faults: readonly Fault[]) => void;
  /** Once a request to this path has been answered. */
  readonly answered: (path: string) => Promise<void>;
  /** Forgets the faults still to come. */
  readonly mend: () => void;
  /** What was asked, in order. */
  readonly asked: { readonly path: string; readonly body: string; readonly status: number | null }[];
  off: boolean;
}

export interface Tablet {
  readonly device: Device;
  readonly ports: TestPorts;
  readonly network: Network;
  /** From now on the network leads to this server: the same one started again, or a restored one. */
  readonly connect: (server: Pick<Server, 'app'>) => void;
  /** Takes over the other's cookies, as a copied profile would. */
  readonly adopt: (other: Pick<Tablet, 'cookies'>) => void;
  readonly cookies: () => ReadonlyMap<string, string>;
}

/** The answer never comes, or the request never goes. */
export const lostRequest: Fault = () => Promise.reject(new TypeError('network'));
export const lostAnswer: Fault = async (carry) => {
  await carry();
  throw new TypeError('network');
};
/** Carried, and carried again later by something on the way. */
export const carriedTwice: Fault = async (carry) => {
  await carry();
  return carry();
};
export const captivePortal: Fault = async () =>
  new Response('<html>Welcome to Cafe Wi-Fi</html>', { status: 200, headers: { 'Content-Type': 'text/html' } });
export const truncated: Fault = async (carry) => {
  const text = await (await carry()).text();
  return new Response(text.slice(0, Math.floor(text.length / 2)), { status: 200 });
};
export function refusedWith(status: number, headers: Record<string, string> = {}): Fault {
  return async () => new Response('<html>no</html>', { status, headers });
}

/** A device before it is enrolled. */
export function aTablet(server: Pick<Server, 'app'>, seed: number, given: Partial<Ports> = {}): Tablet {
  const browser = { now: aBrowser(server) };
  const faults = new Map<string, Fault[]>();
  const waiting = new Map<string, () => void>();
  const asked: { path: string; body: string; status: number | null }[] = [];
  const network: Network = {
    asked,
    off: false,
    answered: (path) => {
      if (asked.some((one) => one.path === path && one.status !== null)) return Promise.resolve();
      return new Promise((resolve) => waiting.set(path, resolve));
    },
    mend: () => faults.clear(),
    break: (path, ...list) => void faults.set(path, [...(faults.get(path) ?? []), ...list]),
  };
  const http: Ports['http'] = async (path, init) => {
    const carry = () => browser.now.send(path, { ...init, headers: { ...init.headers } });
    const entry = { path, body: typeof init.body === 'string' ? init.body : '', status: null as number | null };
    asked.push(entry);
    if (network.off) throw new TypeError('network');
    const fault = faults.get(path)?.shift();
    const response = fault === undefined ? await carry() : await fault(carry, init);
    entry.status = response.status;
    waiting.get(path)?.();
    return response;
  };
  const ports = portsFor(seed, { http, ...given });
  const device = createDevice(ports);
  onTestFinished(() => {
    device.sync.stop();
    device.store.dexie.close();
  });
  const connect: Tablet['connect'] = (next) => {
    browser.now = aBrowser(next, browser.now.cookies);
  };
  const adopt: Tablet['adopt'] = (other) => {
    browser.now = aBrowser(server, other.cookies());
  };
  return { device, ports, network, connect, adopt, cookies: () => browser.now.cookies };
}

/** The coordinator's desktop: it has set the library up. */
export async function aDesktop(server: Pick<Server, 'app'>, seed = 100): Promise<Tablet> {
  const desktop = aTablet(server, seed);
  okOf(await desktop.device.access.setUp({ code: null, coordinator: alice, deviceName: 'Office desktop' }));
  okOf(await desktop.device.sync.deliverNow());
  return desktop;
}

/** Enrolled by a code from the desktop, and filled. */
export async function anEnrolledTablet(
  server: Pick<Server, 'app'>,
  desktop: Tablet,
  seed: number,
  given: Partial<Ports> = {},
): Promise<Tablet> {
  const tablet = aTablet(server, seed, given);
  const { code } = okOf(await desktop.device.access.invite('staff'));
  okOf(await tablet.device.access.enroll(code, `Tablet ${seed}`));
  okOf(await tablet.device.sync.deliverNow());
  return tablet;
}

/** How many requests were made to a path. */
export function requestsTo({ network }: Tablet, path: (typeof paths)[keyof typeof paths]): number {
  return network.asked.filter((one) => one.path === path).length;
}
