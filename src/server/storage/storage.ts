// The port: what the server asks of its storage, in types only. One implementation (open-storage.ts), two engines (dialects.ts).
// Every function that touches a library's data is told which library; nothing is ever found by id alone across libraries.

import type { History } from '../../domain/history.ts';
import type { Level } from '../../domain/may.ts';
import type { Result } from '../../domain/problem.ts';
import type { EnrolledDevice, QuarantineAnswer } from '../../protocol/access.ts';
import type { BeginFileRequest, FileProgress } from '../../protocol/files.ts';
import type { Digest } from '../../protocol/hash.ts';
import type { HistoryPlace } from '../../protocol/history.ts';
import type { Cursor, Health, Rows } from '../../protocol/pull.ts';
import type { OfferAnswer, Receipt, SentFact } from '../../protocol/push.ts';
import type { Shared } from '../../protocol/shared.ts';
import type { AuditTable } from './tables.ts';

export interface ServerIdentity {
  readonly id: string;
  readonly epoch: string;
}

/** An enrolled device as a request finds it. */
export interface Device {
  readonly id: string;
  readonly library: string;
  readonly name: string;
  readonly level: Level;
  /** Whose page it reads; null but at level 'partner'. */
  readonly partner: string | null;
  readonly revoked: boolean;
}

/** Whoever sends: the device, the incarnation it says it is, what it says of itself, and the server's time. */
export interface Asking {
  readonly device: Device;
  readonly incarnation: string;
  readonly health: Health;
  readonly now: Date;
}

export interface PushOutcome {
  /** One per fact, in the order sent. */
  readonly receipts: readonly Receipt[];
  readonly stored: number;
  /** The library's newest number after it. */
  readonly highest: number;
  /** [S7] The incarnation that asked is not one device's alone: it must take a new one. */
  readonly forked: boolean;
}

/** [S57] A partner's browser, and what it made for a session. */
export interface Preparing {
  readonly device: Device & { readonly partner: string };
  readonly session: string;
  readonly sent: readonly SentFact[];
  readonly now: Date;
}

export interface Prepared extends Pick<PushOutcome, 'stored' | 'highest'> {
  /** What this partner has for the session now. */
  readonly prepared: number;
}

export interface PullOutcome {
  readonly rows: Rows | null;
  /** [S20][S21] The device should offer what it holds. */
  readonly offer: boolean;
  readonly forked: boolean;
}

export interface Reading {
  readonly cursor: Cursor | null;
  readonly digest: Digest | null;
  /** The most facts of the answer. */
  readonly page: number;
}

export interface Sync {
  /** [S4] One transaction; what it answers is committed. */
  readonly push: (asking: Asking, sent: readonly SentFact[]) => Promise<PushOutcome>;
  /** [S57] All of it or nothing. Problems: request-invalid, not-found, class-closed, class-full, sealing-key-changed. */
  readonly prepare: (preparing: Preparing) => Promise<Result<Prepared>>;
  /** [S11] One consistent snapshot. */
  readonly pull: (asking: Asking, reading: Reading) => Promise<PullOutcome>;
  /** [S20][S31] Which of these ids are not stored, which were erased, and the others' numbers, in the order of the ids (else 0). */
  readonly offer: (library: string, ids: readonly string[]) => Promise<Pick<OfferAnswer, 'missing' | 'erased' | 'numbers'>>;
  /** [S28] Deletes the facts' content for good and folds their subjects again. Answers the ids that were stored. */
  readonly erase: (library: string, ids: readonly string[], now: Date) => Promise<readonly string[]>;
}

export interface Enrolling {
  readonly attempt: string;
  readonly deviceName: string;
  readonly now: Date;
  /** For a device not made yet. */
  readonly fresh: { readonly device: string; readonly incarnation: string };
  /** Null: nothing can come in as this device. */
  readonly secretHash: string | null;
}

export interface Enrolled {
  readonly device: Device;
  readonly incarnation: string;
}

export interface Devices {
  readonly bySecret: (secretHash: string) => Promise<Device | null>;
  readonly list: (library: string) => Promise<readonly EnrolledDevice[]>;
  readonly byId: (library: string, device: string) => Promise<Device | null>;
  /** The ledger's word, also of a device that a restored database has forgotten. */
  readonly wasRevoked: (library: string, device: string) => boolean;
  /** Keeps what a device says of itself, soon, and where its cursor stands. */
  readonly seen: (asking: Asking, cursor: Cursor | null) => void;
  /** False when the library has no such device. */
  readonly revoke: (library: string, device: string, now: Date) => Promise<boolean>;
  /** [S27] Problems: code-unknown, code-expired, code-used. */
  readonly enroll: (codeHash: string, enrolling: Enrolling) => Promise<Result<Enrolled>>;
  /** For a partner: an earlier code of that partner's that nobody has used works no more. */
  readonly invite: (invite: {
    readonly library: string;
    readonly level: Level;
    readonly partner: string | null;
    readonly codeHash: string;
    readonly account: string | null;
    readonly expiresAt: Date;
    readonly now: Date;
  }) => Promise<void>;
  /** A thousand of what is held aside, the newest first; `after` is an earlier answer's `next`. */
  readonly held: (library: string, after: string | null) => Promise<QuarantineAnswer>;
  readonly countHeld: (library: string) => Promise<number>;
  /** [I19] Numbers that should have come. */
  readonly gaps: (library: string) => Promise<Gaps>;
}

export interface Gaps {
  readonly gaps: readonly Gap[];
  /** Erasures of facts that this database never had, after a restore: each may be one of the missing. */
  readonly erasedUnseen: number;
}

/** Of an incarnation: `missing` numbers up to its highest are neither stored nor held aside nor known to have been erased. */
export interface Gap {
  readonly device: string;
  readonly incarnation: string;
  readonly missing: number;
}

export interface Library {
  readonly id: string;
  readonly sequence: number;
  readonly safe: number;
  readonly timeZone: string;
  /** From its record; its id while the record has not arrived. */
  readonly name: string;
}

export interface Member {
  readonly account: string;
  readonly library: string;
  readonly level: Level;
}

export interface Libraries {
  readonly list: () => Promise<readonly Library[]>;
  /** The first library with its coordinator and device; null when there is a library already. */
  readonly setUp: (library: string, account: string, enrolling: Enrolling) => Promise<Enrolled | null>;
  /** One more library beside the first, without anybody in it yet. */
  readonly add: (library: string, now: Date) => Promise<void>;
  readonly member: (account: string) => Promise<Member | null>;
  /** The device that commands write as; made when the library has none. `lastNumber` is the last it gave a fact. */
  readonly serverDevice: (library: string, now: Date) => Promise<Enrolled & { readonly lastNumber: number }>;
  /** Facts up to this number are in a verified backup. */
  readonly publishSafe: (library: string, sequence: number) => Promise<void>;
}

/** `actor` is 'account ID', 'device ID', 'command' or 'server': never a person's name. */
export interface Erasing {
  readonly library: string;
  readonly ids: readonly string[];
  readonly now: Date;
  readonly act: AuditTable['act'];
  readonly actor: string;
}

export interface Erased {
  /** The number the erasure took: who has pulled to it has heard of it. */
  readonly sequence: number;
  /** The library's newest number after it. */
  readonly last: number;
  readonly at: string;
  /** Those named, and what went with them. */
  readonly ids: readonly string[];
  /** Those of them that were stored. */
  readonly stored: readonly string[];
  readonly signUps: number;
}

export interface PastErasure extends Pick<Erased, 'sequence' | 'at' | 'ids' | 'signUps'> {
  readonly act: AuditTable['act'];
  readonly actor: string;
  /** Of the account or device that asked; null when it is neither, or gone. */
  readonly name: string | null;
}

/** How far a device is known to have pulled. */
export interface Heard {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  readonly revoked: boolean;
  readonly lastSeenAt: string | null;
  /** [S36] null: nothing is known under this epoch. */
  readonly pulled: number | null;
}

export interface Erasures {
  /** [S28][S33] Committed, and as far as the engine can, wiped from its files. Named once more: the first erasure is answered. */
  readonly erase: (erasing: Erasing) => Promise<Erased>;
  /** The newest 500 that were asked for; purges are not among them. */
  readonly list: (library: string) => Promise<{ readonly erasures: readonly PastErasure[]; readonly devices: readonly Heard[] }>;
  /** Kinds of those of these facts that are stored. */
  readonly kindsOf: (library: string, ids: readonly string[]) => Promise<readonly string[]>;
  /** [S35] [S55] [S56] Erases what has been settled, cards of loans that ended, and words of old surveys; `dryRun` only counts. */
  readonly purge: (
    library: string,
    how: { readonly now: Date; readonly dryRun: boolean },
  ) => Promise<{
    readonly keepDays: number;
    readonly signUps: number;
    readonly sessions: number;
    readonly loans: number;
    readonly answers: number;
  }>;
}

export interface TransportKey {
  readonly id: string;
  readonly publicKey: string;
  readonly privateKey: string;
}

export interface TransportKeys {
  /** What devices are told to seal to: the oldest, so that several servers on one database say the same. */
  readonly current: () => Promise<TransportKey>;
  readonly byId: (id: string) => Promise<TransportKey | null>;
}

/** A file that is complete. */
export interface StoredFile {
  readonly library: string;
  readonly hash: string;
  readonly bytes: number;
  readonly mime: string;
}

export interface Files {
  /** Makes or goes on with an upload; a file that is complete is said to be. */
  readonly begin: (library: string, file: BeginFileRequest, now: Date) => Promise<FileProgress>;
  /** Problems: not-found (never begun), request-invalid (not the size a piece has), file-type-refused (by the first piece). */
  readonly putPiece: (library: string, hash: string, at: number, bytes: Uint8Array, now: Date) => Promise<Result<FileProgress>>;
  /** Makes it seen by others. Problems: not-found, file-damaged, file-type-refused: then nothing of it stays. */
  readonly finish: (library: string, hash: string) => Promise<Result<FileProgress>>;
  readonly find: (library: string, hash: string) => Promise<StoredFile | null>;
  readonly readPiece: (file: Pick<StoredFile, 'library' | 'hash'>, at: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** Deletes uploads that were given up and files that no resource names, both after a time; answers how many. */
  readonly collect: (library: string, now: Date) => Promise<number>;
}

export interface Storage {
  readonly identity: () => Promise<ServerIdentity>;
  readonly sync: Sync;
  readonly devices: Devices;
  readonly libraries: Libraries;
  readonly transportKeys: TransportKeys;
  readonly erasures: Erasures;
  /** What these places have behind them, one for each, in their order. */
  readonly histories: (library: string, places: readonly HistoryPlace[]) => Promise<readonly History[]>;
  /** [S54] What this partner reads; null: the library has no such partner, or works with it no more. */
  readonly shared: (library: string, partner: string, now: Date) => Promise<Shared | null>;
  readonly files: Files;
  /**
   * Calls back after each commit that stored something, from any process; `device` is who pushed. `missed`: something may have been committed
   * by another process while nothing could be heard of it.
   */
  readonly onCommitted: (heard: { readonly committed: (library: string, device: string) => void; readonly missed: () => void }) => void;
  readonly close: () => Promise<void>;
}
