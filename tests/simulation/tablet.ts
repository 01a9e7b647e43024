// One tablet (or the coordinator's desktop): a disk, a jar of cookies, a clock that may lie, and pages that live and die on it. Each page is a
// real device core.

import { IDBKeyRange } from 'fake-indexeddb';
import { createDevice, type Device } from '../../src/device/device.ts';
import type { Signal } from '../../src/device/ports.ts';
import { randomBytesFrom } from '../support/random.ts';
import type { Chance } from './chance.ts';
import { type Commit, type Connections, createDisk, type Disk, type DiskImage } from './disk.ts';
import { createLocks } from './locks.ts';
import type { Loop, Source } from './loop.ts';
import type { Line, Network } from './network.ts';

export const databaseName = 'wayside';

export interface Page {
  readonly name: string;
  readonly device: Device;
  readonly source: Source;
  readonly connections: Connections;
  readonly signal: (signal: Signal) => void;
  readonly tablet: Tablet;
}

export interface Tablet {
  readonly name: string;
  readonly disk: Disk;
  readonly cookies: Map<string, string>;
  readonly pages: Page[];
  line: Line;
  /** Its clock minus the true time. */
  clockError: number;
  /** It has begun to lie since anything was written on this tablet. */
  lies: boolean;
  appVersion: string;
  /** Shares its incarnation with a clone, or with what it was before it was put back. */
  forked: boolean;
  /** Of another library than the one the story is about. */
  readonly foreign: boolean;
  readonly openPage: () => Page;
  readonly killPage: (page: Page) => void;
  readonly losePower: () => number;
}

export interface TabletOptions {
  readonly loop: Loop;
  readonly chance: Chance;
  readonly network: Network;
  readonly name: string;
  readonly seed: number;
  readonly image?: DiskImage;
  readonly cookies?: ReadonlyMap<string, string>;
  readonly foreign?: boolean;
  readonly committed: (commit: Commit) => void;
}

export function createTablet(options: TabletOptions): Tablet {
  const { loop, chance, network, name } = options;
  const disk = createDisk(loop, name, databaseName, options.committed);
  if (options.image !== undefined) disk.put(options.image);
  const locks = createLocks();
  const withLocks = chance.is(0.8);
  const persists = chance.is(0.7);
  const random = randomBytesFrom(options.seed);
  const made = { pages: 0 };

  const openPage = (): Page => {
    made.pages += 1;
    const source = loop.source(`${name}/${made.pages}`);
    const listeners = new Set<(signal: Signal) => void>();
    const connections = disk.connect(source);
    const device = createDevice({
      databaseName,
      indexedDB: connections.factory,
      keyRange: IDBKeyRange,
      now: () => loop.now() + tablet.clockError,
      random,
      timer: (ms, run) => loop.after(source, ms, run),
      http: network.http({ source, line: () => tablet.line, cookies: tablet.cookies }),
      appVersion: tablet.appVersion,
      locks: withLocks ? locks.of(source) : undefined,
      storage: persists ? { persisted: async () => true, estimate: async () => ({ usage: 1, quota: 100 }) } : refusing,
      signals: (onSignal) => {
        listeners.add(onSignal);
        return () => listeners.delete(onSignal);
      },
    });
    onlyItsOwn(device);
    const signal = (one: Signal) =>
      loop.post(source, () => {
        for (const listener of listeners) listener(one);
      });
    const page: Page = { name: source.name, device, source, connections, signal, tablet };
    tablet.pages.push(page);
    return page;
  };

  const gone = (page: Page): void => {
    const at = tablet.pages.indexOf(page);
    if (at >= 0) tablet.pages.splice(at, 1);
    locks.died(page.source);
    page.device.store.dexie.close();
  };

  const tablet: Tablet = {
    name,
    disk,
    cookies: new Map(options.cookies),
    pages: [],
    line: 'good',
    clockError: 0,
    lies: false,
    appVersion: 'sim-1',
    forked: false,
    foreign: options.foreign === true,
    openPage,
    killPage: (page) => {
      disk.kill(page.connections);
      gone(page);
    },
    losePower: () => {
      const vanished = disk.losePower();
      for (const page of [...tablet.pages]) gone(page);
      return vanished;
    },
  };
  return tablet;
}

/** In a browser each page has a Dexie of its own. Here all share one, which, when one page's opening is blocked, would close every tablet's. */
function onlyItsOwn({ store: { dexie } }: Device): void {
  Object.assign(dexie, { _fireOnBlocked: (event: IDBVersionChangeEvent) => dexie.on('blocked').fire(event) });
}

/** A private window. */
const refusing = { persisted: () => Promise.reject(new TypeError('private window')) };
