// A device's disk: fake-indexeddb with a crash model. A commit that was not strict is on the disk only when a strict one follows; power loss
// takes it back. A page that is killed has its unfinished transactions undone and never hears of anything again. Held to real browsers by
// tests/simulation/disk-conformance.ts.

import { IDBFactory } from 'fake-indexeddb';
import {
  copyOf,
  databaseMethods,
  type RawDatabase,
  rawDatabaseOf,
  rawFactory,
  type RawTransaction,
  transactionMethods,
} from './fake-internals.ts';
import type { Loop, Source } from './loop.ts';

/** One page's door to the disk. */
export interface Connections {
  readonly factory: IDBFactory;
  readonly source: Source;
}

/** What a disk does instead of what it is asked, once. */
export interface DiskFaults {
  /** The n-th write request from now fails for want of space; null: none does. */
  fullAtWrite: number | null;
  /** The n-th commit from now fails for want of space. */
  fullAtCommit: number | null;
  /** Called when one of these has failed. */
  filled: () => void;
  /** So many opens from now fail. */
  openFails: number;
  /** The battery falls out after the next commit, before anybody hears of it. */
  diesAfterCommit: (() => void) | null;
}

export interface Disk {
  readonly name: string;
  readonly faults: DiskFaults;
  readonly connect: (source: Source) => Connections;
  /** The page is gone: what it had not committed is undone, and its events are dropped. */
  readonly kill: (connections: Connections) => void;
  /** The browser takes the page's connections away; a `close` event tells. */
  readonly loseConnections: (connections: Connections) => number;
  /** Every page is gone; commits that were not flushed with them. Answers how many commits vanished. */
  readonly losePower: () => number;
  readonly wipe: () => void;
  readonly image: () => DiskImage;
  readonly put: (image: DiskImage) => void;
  /** Puts a row past everybody, as an app of another version would have left it. */
  readonly putRow: (table: string, key: unknown, value: object) => void;
  /** Rows of a table as they stand; never to be written into. */
  readonly rows: (table: string) => readonly unknown[];
  /** Names of all tables. */
  readonly tables: () => readonly string[];
  readonly isOpening: (connections: Connections) => boolean;
  /** A page has just frozen: the others must not wait for it for ever. */
  readonly froze: () => void;
}

export interface DiskImage {
  readonly databases: ReadonlyMap<string, RawDatabase>;
}

export interface Commit {
  readonly disk: Disk;
  readonly source: Source;
  readonly scope: ReadonlySet<string>;
  readonly flushed: boolean;
}

interface Owner {
  readonly loop: Loop;
  readonly source: Source;
  /** Whose turn it is among transactions. */
  readonly turns: Source;
  readonly finished: (transaction: RawTransaction) => void;
  readonly fillsUp: (transaction: RawTransaction) => boolean;
  readonly dies: (transaction: RawTransaction) => boolean;
  /** Somebody may have begun to wait for a frozen page. */
  readonly waits: () => void;
}

/** As Chromium does: a transaction that asks for nothing so long, and keeps others waiting, is aborted. */
const longestInactivity = 60_000;
/** How often a connection that is closing looks whether its transactions have ended. */
const closingLooksEvery = 20;

const owners = new WeakMap<object, Owner>();
const aborted = new WeakSet<object>();
patchOnce();

export function createDisk(loop: Loop, name: string, databaseName: string, committed: (commit: Commit) => void): Disk {
  const own = loop.source(`${name}/disk`);
  const faults: DiskFaults = { fullAtWrite: null, fullAtCommit: null, filled: () => {}, openFails: 0, diesAfterCommit: null };
  const all = new Set<Connections>();
  const opening = new Map<Connections, number>();
  const state = {
    databases: new Map<string, RawDatabase>(),
    queues: new Map<string, Promise<unknown>>(),
    unflushed: [] as (() => void)[][],
    looking: false,
  };

  const finished = (source: Source) => (transaction: RawTransaction) => {
    if (transaction.mode !== 'readonly') {
      if (transaction.durability === 'strict') state.unflushed = [];
      else state.unflushed.push([...transaction._rollbackLog]);
      committed({ disk, source, scope: transaction._scope, flushed: transaction.durability === 'strict' });
    }
  };
  /** A write beyond the disk's space. The request fails, or, as Chromium does it, the commit. */
  const fillsUp = (transaction: RawTransaction): boolean => {
    if (transaction.mode !== 'readwrite') return false;
    if (transaction._requests.length > 0) {
      if (faults.fullAtWrite === null || faults.fullAtWrite-- > 0) return false;
      faults.fullAtWrite = null;
      faults.filled();
      return true;
    }
    if (faults.fullAtCommit === null || transaction._rollbackLog.length === 0 || faults.fullAtCommit-- > 0) return false;
    faults.fullAtCommit = null;
    faults.filled();
    return true;
  };

  const dies = (transaction: RawTransaction): boolean => {
    const { diesAfterCommit } = faults;
    if (diesAfterCommit === null || transaction.mode !== 'readwrite' || transaction._requests.length > 0) return false;
    if (transaction._rollbackLog.length === 0) return false;
    faults.diesAfterCommit = null;
    loop.post(own, diesAfterCommit);
    return true;
  };

  const connect = (source: Source): Connections => {
    const factory = new IDBFactory();
    const raw = rawFactory(factory);
    raw._databases = state.databases;
    raw._connectionQueues = state.queues;
    const open = factory.open.bind(factory);
    const connections: Connections = { factory, source };
    const owner: Owner = { loop, source, turns: own, finished: finished(source), fillsUp, dies, waits: lookAfterFrozen };
    Object.assign(factory, {
      open: (database: string, version?: number): IDBOpenDBRequest => {
        if (faults.openFails > 0) {
          faults.openFails -= 1;
          throw new DOMException('Internal error opening backing store', 'UnknownError');
        }
        const request = loop.as(source, () => open(database, version));
        if (source.dead) return request;
        opening.set(connections, (opening.get(connections) ?? 0) + 1);
        const done = () => opening.set(connections, (opening.get(connections) ?? 1) - 1);
        const own = () => owners.set(request.result, owner);
        request.addEventListener('upgradeneeded', own);
        request.addEventListener('success', own);
        request.addEventListener('success', done);
        request.addEventListener('error', done);
        return request;
      },
    });
    all.add(connections);
    return connections;
  };

  const mine = ({ source }: Connections, database: RawDatabase) =>
    database.transactions.filter((transaction) => owners.get(transaction.db)?.source === source && transaction._state !== 'finished');
  const undo = (transaction: RawTransaction): void => {
    for (const step of [...transaction._rollbackLog].reverse()) step();
    transaction._state = 'finished';
  };
  const goOn = (): void => {
    for (const database of state.databases.values()) loop.as(own, () => database.processTransactions());
  };

  const isFrozen = (transaction: RawTransaction) => owners.get(transaction.db)?.source.frozen === true;
  const lookAfterFrozen = (): void => {
    if (state.looking || ![...all].some(({ source }) => source.frozen)) return;
    state.looking = true;
    loop.after(own, longestInactivity, () => {
      state.looking = false;
      for (const database of state.databases.values()) {
        const unfinished = database.transactions.filter((one) => one._state !== 'finished');
        if (unfinished.every((one) => one._started || isFrozen(one))) continue;
        for (const one of unfinished) if (one._started && isFrozen(one)) one._abort('TimeoutError');
        goOn();
        lookAfterFrozen(); // the next in the queue may be a frozen page's as well
      }
    });
  };

  const disk: Disk = {
    name,
    faults,
    connect,
    kill: (connections) => {
      all.delete(connections);
      loop.forget(connections.source);
      // Its open request dies with it, and must not stand in the way of those behind it.
      if (disk.isOpening(connections)) {
        state.queues.clear();
        for (const database of state.databases.values()) database.connections = database.connections.filter((one) => owners.has(one));
      }
      for (const database of state.databases.values()) {
        for (const transaction of mine(connections, database).reverse()) undo(transaction);
        database.transactions = database.transactions.filter((one) => owners.get(one.db)?.source !== connections.source);
        for (const one of database.connections)
          if (owners.get(one)?.source === connections.source) Object.assign(one, { _closePending: true, _closed: true });
        database.connections = database.connections.filter((one) => owners.get(one)?.source !== connections.source);
      }
      goOn();
    },
    loseConnections: (connections) => {
      let lost = 0;
      for (const database of state.databases.values()) {
        for (const transaction of mine(connections, database)) transaction._abort('UnknownError');
        for (const connection of database.connections.filter((one) => owners.get(one)?.source === connections.source)) {
          lost += 1;
          loop.as(connections.source, () => forceClose(connection, loop, connections.source));
        }
      }
      return lost;
    },
    losePower: () => {
      for (const connections of [...all]) disk.kill(connections);
      const vanished = state.unflushed.length;
      for (const log of state.unflushed.reverse()) for (const step of log.reverse()) step();
      state.unflushed = [];
      state.queues = new Map();
      return vanished;
    },
    wipe: () => {
      for (const connections of [...all]) disk.kill(connections);
      state.databases = new Map();
      state.queues = new Map();
      state.unflushed = [];
    },
    image: () => ({ databases: new Map([...state.databases].map(([at, database]) => [at, copyOf(database)])) }),
    put: (image) => {
      disk.wipe();
      state.databases = new Map([...image.databases].map(([at, database]) => [at, copyOf(database)]));
    },
    putRow: (table, key, value) => void state.databases.get(databaseName)?.rawObjectStores.get(table)?.records.put({ key, value }),
    rows: (table) => {
      const store = state.databases.get(databaseName)?.rawObjectStores.get(table);
      return store === undefined ? [] : Array.from(store.records.values(), ({ value }) => value);
    },
    tables: () => [...(state.databases.get(databaseName)?.rawObjectStores.keys() ?? [])],
    isOpening: (connections) => (opening.get(connections) ?? 0) > 0,
    froze: () => {
      goOn();
      lookAfterFrozen();
    },
  };
  return disk;
}

/** As the browser does when it loses its backing store: no more transactions, then the event. */
function forceClose(connection: object, loop: Loop, source: Source): undefined {
  const raw = rawDatabaseOf(connection);
  Object.assign(connection, { _closePending: true, _closed: true });
  raw.connections = raw.connections.filter((one) => one !== connection);
  loop.post(source, () => {
    const event = new Event('close');
    if ('onclose' in connection && typeof connection.onclose === 'function') connection.onclose(event);
  });
}

/** What a transaction does belongs to the page that began it, whoever's event sets it going. */
function patchOnce(): undefined {
  const { _start: start, _abort: abort } = transactionMethods;
  transactionMethods._start = function () {
    const owner = owners.get(this.db);
    if (owner === undefined) return start.call(this);
    if (owner.source.dead) return;
    const before = this._state;
    owner.loop.as(owner.source, () => {
      if (before === 'finished') start.call(this);
      else if (owner.fillsUp(this)) this._abort('QuotaExceededError');
      else if (owner.dies(this)) this._state = 'finished';
      else start.call(this);
    });
    if (before !== 'finished' && this._state === 'finished' && !aborted.has(this)) owner.finished(this);
  };
  transactionMethods._abort = function (name) {
    aborted.add(this);
    const owner = owners.get(this.db);
    if (owner === undefined) return abort.call(this, name);
    owner.loop.as(owner.source, () => abort.call(this, name));
  };
  const { transaction, close } = databaseMethods;
  // A connection closes when its own transactions have ended; the package waits for everybody's, and looks without a pause.
  databaseMethods.close = function () {
    const owner = owners.get(this);
    if (owner === undefined) return close.call(this);
    const look = (): void => {
      this._closePending = true;
      const { transactions } = this._rawDatabase;
      if (transactions.some((one) => one.db === this && one._state !== 'finished')) {
        owner.loop.after(owner.source, closingLooksEvery, look);
        return;
      }
      this._closed = true;
      this._rawDatabase.connections = this._rawDatabase.connections.filter((one) => one !== this);
    };
    look();
  };
  databaseMethods.transaction = function (...args) {
    const owner = owners.get(this);
    owner?.waits();
    // Whose turn it is is the disk's affair, not the page's: a page that dies or freezes must not keep others waiting.
    return owner === undefined ? transaction.apply(this, args) : owner.loop.as(owner.turns, () => transaction.apply(this, args));
  };
}
