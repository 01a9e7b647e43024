// The tables as Kysely sees them; migrations make them. Times are ISO instants as text, booleans 0 or 1, folded views JSON as text
// (not the engines' JSON types: PostgreSQL's refuses characters that a fact may hold).

import type { Generated } from 'kysely';
import type { Level } from '../../domain/may.ts';
import type { ProblemCode } from '../../domain/problem.ts';

export interface Tables {
  migration: MigrationTable;
  server: ServerTable;
  library: LibraryTable;
  member: MemberTable;
  device: DeviceTable;
  device_secret: DeviceSecretTable;
  incarnation: IncarnationTable;
  invite: InviteTable;
  fact: FactTable;
  subject: SubjectTable;
  held: HeldTable;
  erasure: ErasureTable;
  audit: AuditTable;
  transport_key: TransportKeyTable;
  file: FileTable;
  file_piece: FilePieceTable;
  session_report: SessionReportTable;
  session_partner: SessionPartnerTable;
  sign_up_report: SignUpReportTable;
  hand_out_report: HandOutReportTable;
  site_report: SiteReportTable;
}

export interface MigrationTable {
  name: string;
  made_at: string;
}

/** One row: who this server is. */
export interface ServerTable {
  one: number;
  id: string;
  epoch: string;
  /** Signs coordinators' sessions. Left out of backups. */
  secret: string;
  made_at: string;
}

/** `sequence` is the counter of rule S10; `safe` the number up to which a verified backup holds the facts. */
export interface LibraryTable {
  id: string;
  sequence: Generated<number>;
  safe: Generated<number>;
  time_zone: Generated<string>;
  made_at: string;
}

export interface MemberTable {
  account: string;
  library: string;
  level: Level;
  made_at: string;
}

export interface DeviceTable {
  id: string;
  library: string;
  name: string;
  level: Level;
  account: string | null;
  /** At level 'partner': whose page it reads. */
  partner: string | null;
  enrolled_at: string;
  revoked_at: string | null;
  last_seen_at: string | null;
  app: string | null;
  unsent: number | null;
  oldest_unsent_at: string | null;
  attention: number | null;
  persisted: number | null;
  clock_offset: number | null;
  forked_at: string | null;
  /** [S36] Where its cursor stood at its last request, and of which epoch; null while it fills. */
  pulled_seq: number | null;
  pulled_epoch: string | null;
}

/** [S26][S27] Several may be good for one device: an answer that carried one may have been lost. */
export interface DeviceSecretTable {
  hash: string;
  library: string;
  device: string;
  made_at: string;
}

export interface IncarnationTable {
  library: string;
  id: string;
  device: string;
  forked_at: string | null;
  last_seq: Generated<number>;
  digest_count: Generated<number>;
  digest_xor: string;
}

export interface InviteTable {
  code_hash: string;
  library: string;
  level: Level;
  account: string | null;
  partner: string | null;
  expires_at: string;
  attempt: string | null;
  device: string | null;
  incarnation: string | null;
}

/** `maker` is 'incarnation/number': one index finds clones (S7). `carrier` is the device that brought it (S9). */
export interface FactTable {
  library: string;
  seq: number;
  id: string;
  subject: string;
  incarnation: string;
  maker: string;
  device: string;
  carrier: string;
  kind: string;
  hash: string;
  received_at: string;
  text: string;
}

/** The folded view of a record or session, and what scope asks of it: `date` is null for all but sessions whose day is known. */
export interface SubjectTable {
  library: string;
  key: string;
  type: string;
  date: string | null;
  date_seq: number;
  first_seq: number;
  facts: number;
  view: string;
  /**
   * [S15] 1: a sign-up in it is still to be done, so that it is in scope for longer. `kept_seq` is the number of the first word about
   * sign-ups in the push with which that began or ended.
   */
  kept: number;
  kept_seq: number;
}

/** Quarantine. `sent` is the text as a JSON string, so that any bytes survive; `key` the hash of the text. */
export interface HeldTable {
  library: string;
  key: string;
  id: string;
  device: string;
  code: ProblemCode;
  field: string | null;
  kind: string | null;
  received_at: string;
  bytes: number;
  sent: string;
}

export interface ErasureTable {
  library: string;
  fact: string;
  seq: number;
  erased_at: string;
  /** As of the fact, where it was here; null: it was not, or was erased before this was kept. */
  maker: string | null;
}

/** Who did what to records of persons, and to how many; nothing of these persons. `actor` is 'account ID', 'device ID', 'command' or 'server'. */
export interface AuditTable {
  library: string;
  /** The library's number that the act took. */
  seq: number;
  act: 'sign-ups.erased' | 'sign-ups.purged' | 'loans.purged' | 'words.purged' | 'facts.erased' | 'erased.again';
  at: string;
  actor: string;
  /** Facts that went, corrections among them. */
  facts: number;
  sign_ups: number;
}

/** [S37] All there ever were: what was sealed to an old one still opens. Both halves base64url; `id` is the public one's fingerprint. */
export interface TransportKeyTable {
  id: string;
  public_key: string;
  private_key: string;
  made_at: string;
}

/** Every partner a session ever had. */
export interface SessionPartnerTable {
  library: string;
  partner: string;
  session: string;
}

/** `mime` is null until all of it is here and found right; `used_at` is when somebody last sent of it. */
export interface FileTable {
  library: string;
  hash: string;
  bytes: number;
  mime: string | null;
  used_at: string;
}

export interface FilePieceTable {
  library: string;
  hash: string;
  place: number;
  bytes: Buffer;
}

export interface SessionReportTable {
  library: string;
  id: string;
  date: string | null;
  starts_at: string | null;
  ends_at: string | null;
  opened_at: string | null;
  closed_at: string | null;
  status: string;
  title: string;
  place: string;
  site: string | null;
  outlet: string | null;
  activity_type: string;
  topic: string;
  format: string;
  target_age: string;
  notes: string;
  attendance: number;
  heads_0_5: number;
  heads_6_11: number;
  heads_12_18: number;
  heads_19_up: number;
  heads_general: number;
  sign_ups: number;
  hand_outs: number;
}

export interface SignUpReportTable {
  library: string;
  fact: string;
  session: string;
  kind: string;
  language: string;
  age_band: string | null;
  consent_by: string;
  received_at: string;
  voided: number;
}

export interface HandOutReportTable {
  library: string;
  fact: string;
  session: string;
  way: string;
  resource: string | null;
  title: string;
  barcode: string | null;
  count: number;
  received_at: string;
  voided: number;
}

export interface SiteReportTable {
  library: string;
  id: string;
  name: string;
  type: string;
  address: string;
  latitude: number | null;
  longitude: number | null;
  archived: number;
}
