// Makes devices for tests: a store of its own in memory, a clock the test moves, and ids from a seed.

import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Result } from '../../src/domain/problem.ts';
import type { Ports } from '../../src/device/ports.ts';
import { becomeDevice } from '../../src/device/store/become.ts';
import { createStore, type Store } from '../../src/device/store/db.ts';
import type { Identity } from '../../src/device/store/identity.ts';
import { longId } from '../../src/protocol/ids.ts';
import { randomBytesFrom } from '../support/random.ts';

// Dexie's live queries do nothing at all where there is no global IndexedDB, though each store here brings one of its own.
Dexie.dependencies.indexedDB = new IDBFactory();

export interface Clock {
  now: number;
}

export interface TestPorts extends Ports {
  readonly clock: Clock;
}

export function portsFor(seed: number, given: Partial<Ports> = {}): TestPorts {
  const clock = { now: Date.UTC(2026, 10, 2, 15) };
  return {
    clock,
    databaseName: `wayside-${seed}`,
    indexedDB: new IDBFactory(),
    keyRange: IDBKeyRange,
    now: () => clock.now,
    random: randomBytesFrom(seed),
    timer: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    http: () => Promise.reject(new TypeError('no network in this test')),
    appVersion: 'test',
    ...given,
  };
}

export function anIdentity(seed: number, parts: Partial<Identity> = {}): Identity {
  const random = randomBytesFrom(seed + 1_000_000);
  return {
    library: 'LIBRARY00001',
    device: longId(random),
    incarnation: longId(random),
    server: { id: 'SERVER000001', epoch: 'EPOCH0000001' },
    level: 'coordinator',
    name: `Tablet ${seed}`,
    ...parts,
  };
}

export interface EnrolledStore {
  readonly store: Store;
  readonly ports: TestPorts;
  readonly identity: Identity;
}

/** An enrolled device's store, without a server. */
export async function anEnrolledStore(seed: number, given: Partial<Ports> = {}): Promise<EnrolledStore> {
  const ports = portsFor(seed, given);
  const store = createStore(ports);
  const identity = anIdentity(seed);
  okOf(await becomeDevice(store, identity));
  return { store, ports, identity };
}

/** A Result's value; a problem fails the test with its code. */
export function okOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`problem: ${JSON.stringify(result.problem)}`);
  return result.value;
}

/** A Result's problem; a value fails the test. */
export function problemOf(result: Result<unknown>) {
  if (result.ok) throw new Error(`no problem: ${JSON.stringify(result.value)}`);
  return result.problem;
}
