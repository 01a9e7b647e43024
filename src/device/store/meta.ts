// Small things the store remembers, one row each; `self` has a table of its own because every save touches it.

import type { PatronCodes, PatronFormat } from '../../domain/export/patrons.ts';
import type { Level } from '../../domain/may.ts';
import type { PinHash } from '../../domain/places.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Ready } from '../../domain/ready.ts';
import type { SessionFields } from '../../domain/session.ts';
import type { Language } from '../../domain/shapes.ts';
import type { SignUpKind } from '../../domain/sign-up.ts';
import type { Cursor } from '../../protocol/pull.ts';
import type { SharedAnswer } from '../../protocol/shared.ts';
import type { Reads } from './first-reading.ts';
import type { KeptImport } from './imports.ts';

/** How far pulling is. `fill` counts fillings from nothing; `sweep` says that copies of earlier fillings are still to be dropped. */
export interface CursorRow {
  readonly key: 'cursor';
  readonly cursor: Cursor | null;
  readonly fill: number;
  readonly sweep: boolean;
  /** Facts of this filling applied so far, and how many there will be. */
  readonly done: number;
  readonly total: number | null;
  /** Facts up to this sequence number are in a verified backup of the server. */
  readonly safe: number;
  /** Not there before December 2026. */
  readonly left?: readonly Left[];
}

/** A subject that left the scope while own facts waited (left.ts). `after`: own facts up to this order had been delivered by then. */
export interface Left {
  readonly subject: string;
  readonly after: number;
}

/** [S20] Offering what this device holds to a server that may miss some; `after` is where the next offer begins. */
export interface HealRow {
  readonly key: 'heal';
  readonly server: { readonly id: string; readonly epoch: string };
  readonly stage: 'own' | 'copies' | 'sending';
  readonly afterOrder: number;
  readonly afterCopies: readonly [string, number, number] | null;
  /** Numbers may have changed (another epoch, a cursor ahead of the server): fill again from nothing at the end. */
  readonly refill: boolean;
}

/** When this device last offered everything. */
export interface HealedRow {
  readonly key: 'healed';
  readonly at: number;
}

/** Sessions this device joined by code before their details arrived. */
export interface JoinedRow {
  readonly key: 'joined';
  readonly sessions: readonly { readonly id: string; readonly known: Partial<SessionFields>; readonly at: number }[];
}

/** The code being redeemed, so that asking again after a lost answer gives the same device (S27). */
export interface AttemptRow {
  readonly key: 'attempt';
  readonly code: string;
  readonly attempt: string;
}

export interface LastTryRow {
  readonly key: 'last-try';
  readonly at: number;
  readonly problem: Problem | null;
}

export interface StorageRow {
  readonly key: 'storage';
  readonly persisted: boolean | null;
  readonly usage: number | null;
  readonly quota: number | null;
}

/** When delivered facts were last let go. */
export interface PrunedRow {
  readonly key: 'pruned';
  readonly at: number;
}

/** Which version of the folding rules made the views. */
export interface ViewsRow {
  readonly key: 'views';
  readonly version: number;
}

/** This device is in the hands of the public. Kept here, so that a crash, a reload or a new version opens the kiosk again. */
export interface KioskRow {
  readonly key: 'kiosk';
  readonly session: string;
  /** As the first screen offers them. */
  readonly languages: readonly Language[];
  /** Leaving takes one of these when no member of staff has a PIN on this device, */
  readonly pins: readonly PinHash[];
  /** and at any time when it was chosen for this kiosk. Not there before November 2026. */
  readonly chosen?: boolean;
  /** Visitors are asked how it was. */
  readonly survey?: boolean;
  /** Chosen on a device that does not know what the session offers. */
  readonly offers?: readonly SignUpKind[];
  readonly at: number;
}

/** Wrong PINs since the last right one, and when the last was counted, by a clock that may be set back. */
export interface PinTriesRow {
  readonly key: 'pin-tries';
  readonly wrong: number;
  readonly at: number;
}

/** [S38] What a parcel is made with. The private key can be used and not be read, not even here. */
export interface ParcelKeysRow {
  readonly key: 'parcel-keys';
  /** Of the server that gave them: another device or another epoch asks anew. */
  readonly device: string;
  readonly epoch: string;
  readonly pair: CryptoKeyPair;
  /** The public half, base64url. */
  readonly publicKey: string;
  readonly transport: { readonly id: string; readonly key: string };
  readonly level: Level;
  readonly proof: string;
}

/** What initials are kept with here (initials.ts): made by this device for itself. It can be used and not be read, not even here. */
export interface InitialsKeyRow {
  readonly key: 'initials-key';
  readonly secret: CryptoKey;
}

/** The last time somebody asked whether this device can leave. */
export interface ReadyRow {
  readonly key: 'ready';
  readonly ready: Ready;
}

/** There for a moment (canary.ts). */
export interface CanaryRow {
  readonly key: 'canary';
  readonly song: string;
}

/** The most that kept files may take here, as a person chose. */
export interface FileBudgetRow {
  readonly key: 'file-budget';
  readonly bytes: number;
}

/** At level 'partner': the last answer to what is shared (actions/shared.ts). */
export interface SharedRow {
  readonly key: 'shared';
  readonly shared: SharedAnswer;
}

/** Files of sign-ups for the library system that this device saved: what was chosen last, and whose sign-ups the newest of each kind held. No names. */
export interface PatronFileRow {
  readonly key: 'patron-file';
  readonly format: PatronFormat;
  readonly codes: PatronCodes;
  readonly saved: Readonly<Partial<Record<SignUpKind, SavedFile>>>;
}

export interface SavedFile {
  readonly at: number;
  /** Facts that took the sign-ups. */
  readonly signUps: readonly string[];
}

/** The last imports made here (imports.ts). Not there before December 2026. */
export interface ImportsRow {
  readonly key: 'imports';
  readonly imports: readonly KeptImport[];
}

export type MetaRow =
  | CursorRow
  | HealRow
  | HealedRow
  | JoinedRow
  | AttemptRow
  | LastTryRow
  | StorageRow
  | PrunedRow
  | ViewsRow
  | KioskRow
  | PinTriesRow
  | ParcelKeysRow
  | InitialsKeyRow
  | ReadyRow
  | CanaryRow
  | FileBudgetRow
  | SharedRow
  | PatronFileRow
  | ImportsRow;

export const newCursorRow: CursorRow = { key: 'cursor', cursor: null, fill: 1, sweep: false, done: 0, total: null, safe: 0 };

export async function cursorRow(store: Pick<Reads, 'meta'>): Promise<CursorRow> {
  const row = await store.meta.get('cursor');
  return row?.key === 'cursor' ? row : newCursorRow;
}

/** From the first own fact on. */
export function newHeal(server: HealRow['server'], { refill }: Pick<HealRow, 'refill'>): HealRow {
  return { key: 'heal', server, stage: 'own', afterOrder: 0, afterCopies: null, refill };
}

export async function healRow(store: Pick<Reads, 'meta'>): Promise<HealRow | null> {
  const row = await store.meta.get('heal');
  return row?.key === 'heal' ? row : null;
}

export async function joinedRow(store: Pick<Reads, 'meta'>): Promise<JoinedRow> {
  const row = await store.meta.get('joined');
  return row?.key === 'joined' ? row : { key: 'joined', sessions: [] };
}
