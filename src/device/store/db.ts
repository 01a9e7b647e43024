// The device's database: which tables there are, and opening them. Facts never change once written; what happened to them is kept
// beside them (receipts, again, attention), so that a receipt for a thousand facts is one small row and not a thousand rewritten ones.

import { Dexie, type Table } from 'dexie';
import type { Session } from '../../domain/session.ts';
import type { ProblemCode } from '../../domain/problem.ts';
import type { EditableRecord } from '../../domain/record.ts';
import type { PlacedFact } from '../../protocol/pull.ts';
import { longId } from '../../protocol/ids.ts';
import type { Ports } from '../ports.ts';
import type { MetaRow } from './meta.ts';
import type { Recent } from './recent.ts';
import type { Self } from './self.ts';

/** What this app can write. A store whose `minWriterVersion` is higher is read only for it. */
export const writerVersion = 1;

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
}

export type TableName = keyof Tables;

export interface Store extends Tables {
  readonly dexie: Dexie;
  readonly ports: Ports;
  readonly recent: { state: Recent | null };
  /** This connection among all pages and workers, and how often it set out to write. */
  readonly page: { readonly id: string; writes: number };
}

export const everyTable = [
  'facts',
  'copies',
  'receipts',
  'again',
  'attention',
  'sessions',
  'records',
  'self',
  'meta',
] as const satisfies readonly TableName[];

/** The store, not opened yet: the first query or save opens it. Every index costs each save; those below are all that is asked for. */
export function createStore(ports: Ports): Store {
  const dexie = new Dexie(ports.databaseName, {
    ...(ports.indexedDB === undefined ? {} : { indexedDB: ports.indexedDB }),
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
  return {
    dexie,
    ports,
    recent: { state: null },
    page: { id: longId(ports.random), writes: 0 },
    facts: dexie.table('facts'),
    copies: dexie.table('copies'),
    receipts: dexie.table('receipts'),
    again: dexie.table('again'),
    attention: dexie.table('attention'),
    sessions: dexie.table('sessions'),
    records: dexie.table('records'),
    self: dexie.table('self'),
    meta: dexie.table('meta'),
  };
}
