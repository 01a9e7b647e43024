// The device's database: which tables there are, and opening them. Facts never change once written; what happened to them is kept
// beside them (receipts, again, attention), so that a receipt for a thousand facts is one small row and not a thousand rewritten ones.

import { Dexie, type Table, type Transaction } from 'dexie';
import type { FileRef } from '../../domain/file.ts';
import type { Session } from '../../domain/session.ts';
import type { ProblemCode } from '../../domain/problem.ts';
import type { EditableRecord } from '../../domain/record.ts';
import type { PlacedFact } from '../../protocol/pull.ts';
import { longId } from '../../protocol/ids.ts';
import type { Ports } from '../ports.ts';
import type { HistoryRow } from './histories.ts';
import type { KeptInitials } from './initials.ts';
import type { MetaRow } from './meta.ts';
import type { Recent } from './recent.ts';
import type { Self } from './self.ts';

/** What this app can write. A store whose `minWriterVersion` is higher is read only for it. */
export const writerVersion = 1;

/** The tables' version; IndexedDB's own number is ten times as high. A later one adds; what older apps read stays where it is. */
const tablesVersion = 3;

/** A fact made here, or carried here by file: what is delivered from this device. */
export interface OwnFact {
  /** Its place in the order of everything that came into this store; the outbox is what lies above `Self.delivered`. */
  readonly order: number;
  readonly id: string;
  /** 'session/4K7Q…' */
  readonly subject: string;
  readonly kind: string;
  readonly incarnation: string;
  readonly text: string;
  readonly hash: string;
}

/** Facts from elsewhere about one subject, as one page of a pull brought them. `fill` is the filling (S13) they belong to. */
export interface Copies {
  readonly subject: string;
  readonly fill: number;
  readonly place: number;
  readonly facts: readonly PlacedFact[];
}

/** Sequence numbers of the own facts from order `first` on; 0 where there is none (held aside, erased, or not a fact). */
export interface Receipts {
  readonly first: number;
  readonly seqs: readonly number[];
  /** Of the newest among them. */
  readonly receivedAt: string;
}

/** A fact to be sent once more: one held aside before, or one that a restored server misses. */
export interface Again {
  readonly turn?: number;
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly text: string;
  readonly hash: string;
  /** Where it lies among the own facts; null for a copy of somebody else's. */
  readonly order: number | null;
}

/** A fact the server holds aside, and why. `parked` ones a person has seen and put away. */
export interface Attention extends Omit<Again, 'turn'> {
  readonly code: ProblemCode;
  readonly field: string | null;
  readonly at: string;
  readonly parked: boolean;
}

export interface RecordRow {
  /** 'site/9XK2…' */
  readonly key: string;
  readonly type: string;
  readonly record: EditableRecord;
}

/** [S42] What another device made, to be brought to the server from here: bytes that cannot be read here. */
export interface CarriedParcel {
  readonly id: string;
  readonly device: string;
  /** Facts within. */
  readonly count: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** By the maker's clock, and by this one's. */
  readonly made: string;
  readonly takenAt: number;
  /** Why the server does not take it; null while it is to be brought. */
  readonly problem: ProblemCode | null;
}

/** A digital resource whose file is kept here by a person's wish. Of this device alone: never sent. */
export interface Pinned {
  readonly resource: string;
  readonly at: number;
}

/** A file that is here, coming, or going to the server. */
export interface KeptFile extends Pick<FileRef, 'hash' | 'bytes' | 'mime' | 'name'> {
  /** Pieces that are here, from the first on. */
  readonly have: number;
  /** 'complete': all pieces are here and their SHA-256 is `hash`. */
  readonly state: 'coming' | 'complete';
  /** Chosen here: the server has yet to get it ('waiting'), or will not have it ('refused'). null: the server has it. */
  readonly upload: 'waiting' | 'refused' | null;
  /** Pieces that the server is known to have. */
  readonly sent: number;
  /** Why it does not go on; null while it does. */
  readonly problem: ProblemCode | null;
  readonly at: number;
}

export interface Piece {
  readonly hash: string;
  /** 0, 1, 2 … */
  readonly at: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of these bytes, base64url. */
  readonly sum: string;
}

export interface Tables {
  readonly facts: Table<OwnFact, number>;
  readonly copies: Table<Copies, [string, number, number]>;
  readonly receipts: Table<Receipts, number>;
  readonly again: Table<Again, number>;
  readonly attention: Table<Attention, string>;
  readonly sessions: Table<Session, string>;
  readonly records: Table<RecordRow, string>;
  readonly self: Table<Self, string>;
  readonly meta: Table<MetaRow, MetaRow['key']>;
  readonly parcels: Table<CarriedParcel, string>;
  readonly histories: Table<HistoryRow, string>;
  readonly pinned: Table<Pinned, string>;
  readonly files: Table<KeptFile, string>;
  readonly pieces: Table<Piece, [string, number]>;
  readonly initials: Table<KeptInitials, string>;
}

export type TableName = keyof Tables;

export interface Store extends Tables {
  readonly dexie: Dexie;
  readonly ports: Ports;
  readonly recent: { state: Recent | null };
  /** While it is opened for the first time with newer tables: another tab, which has not let go, is in the way. */
  readonly opening: { blocked: boolean };
  /** This connection among all pages and workers, and how often it set out to write. */
  readonly page: { readonly id: string; writes: number };
}

/** The store, not opened yet: the first query or save opens it. Every index costs each save; those below are all that is asked for. */
export function createStore(ports: Ports): Store {
  const factory = ports.indexedDB ?? Dexie.dependencies.indexedDB;
  const dexie = new Dexie(ports.databaseName, {
    ...(factory ? { indexedDB: neverAbove(tablesVersion * 10, factory) } : {}),
    ...(ports.keyRange === undefined ? {} : { IDBKeyRange: ports.keyRange }),
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
  });
  dexie.version(1).stores({
    facts: 'order, &id, subject',
    copies: '[subject+fill+place]',
    receipts: 'first',
    again: '++turn, &id',
    attention: 'id',
    sessions: 'id, values.date, values.status, [values.site+values.date]',
    records: 'key, type',
    self: 'key',
    meta: 'key',
  });
  dexie.version(2).stores({
    parcels: 'id',
    histories: 'key',
    files: 'hash',
    pieces: '[hash+at]',
    pinned: 'resource',
  });
  dexie.version(tablesVersion).stores({ initials: 'id, session' });
  const opening = { blocked: false };
  dexie.on('blocked', () => {
    opening.blocked = true;
  });
  return {
    dexie,
    ports,
    recent: { state: null },
    opening,
    page: { id: longId(ports.random), writes: 0 },
    ...tablesOf(dexie),
  };
}

/** Each table of the database by its name. */
function tablesOf(from: Pick<Transaction, 'table'>): Tables {
  return {
    facts: from.table('facts'),
    copies: from.table('copies'),
    receipts: from.table('receipts'),
    again: from.table('again'),
    attention: from.table('attention'),
    sessions: from.table('sessions'),
    records: from.table('records'),
    self: from.table('self'),
    meta: from.table('meta'),
    parcels: from.table('parcels'),
    histories: from.table('histories'),
    pinned: from.table('pinned'),
    files: from.table('files'),
    pieces: from.table('pieces'),
    initials: from.table('initials'),
  };
}

/** True when a newer app made the database as it is: what is missed in it has not broken, it has moved. */
export function isOfNewerApp({ dexie }: Pick<Store, 'dexie'>): boolean {
  return dexie.isOpen() && dexie.backendDB().version > tablesVersion * 10;
}

/**
 * [I20] Dexie opens a database that a newer app made, and where it misses a table or an index in it, adds that under a still higher number.
 * Here it is refused the number, and opens what there is as it is.
 */
function neverAbove(highest: number, factory: IDBFactory): IDBFactory {
  return {
    cmp: (first, second) => factory.cmp(first, second),
    databases: () => factory.databases(),
    deleteDatabase: (name) => factory.deleteDatabase(name),
    open: (name, version) => {
      if (version === undefined) return factory.open(name);
      if (version > highest) throw new DOMException('a newer app made this database', 'VersionError');
      return factory.open(name, version);
    },
  };
}
