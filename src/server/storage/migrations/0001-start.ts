// The first tables, and the reporting views a library's own tools may read. Released migrations are never edited: the next is added.

import { sql } from 'kysely';
import type { ColumnTypes, Tx } from '../dialects.ts';

/** `types` names what the engines call differently. */
export async function up(tx: Tx, types: ColumnTypes): Promise<void> {
  for (const statement of [...tables(types), ...accountTables(types), ...indexes, ...reportingViews]) await sql.raw(statement).execute(tx);
}

function tables({ key, int, real }: ColumnTypes): readonly string[] {
  return [
    `create table server (one integer primary key check (one = 1), id ${key} not null, epoch ${key} not null,
      secret text not null, made_at text not null)`,
    `create table library (id ${key} primary key, sequence ${int} not null default 0, safe ${int} not null default 0,
      time_zone text not null default 'UTC', made_at text not null)`,
    `create table member (account ${key} primary key, library ${key} not null references library (id), level text not null, made_at text not null)`,
    `create table device (id ${key} primary key, library ${key} not null references library (id), name text not null, level text not null,
      account ${key}, enrolled_at text not null, revoked_at text, last_seen_at text, app text, unsent ${int}, oldest_unsent_at text,
      attention ${int}, persisted integer, clock_offset ${int}, forked_at text)`,
    `create table device_secret (hash ${key} primary key, library ${key} not null, device ${key} not null references device (id), made_at text not null)`,
    `create table incarnation (library ${key} not null references library (id), id ${key} not null, device ${key} not null, forked_at text,
      last_seq ${int} not null default 0, digest_count ${int} not null default 0, digest_xor text not null, primary key (library, id))`,
    `create table invite (code_hash ${key} primary key, library ${key} not null references library (id), level text not null, account ${key},
      expires_at text not null, attempt ${key}, device ${key}, incarnation ${key})`,
    `create table fact (library ${key} not null references library (id), seq ${int} not null, id ${key} not null, subject ${key} not null,
      incarnation ${key} not null, maker ${key} not null, device ${key} not null, carrier ${key} not null, kind text not null,
      hash text not null, received_at text not null, text text not null, primary key (library, seq))`,
    `create table subject (library ${key} not null references library (id), key ${key} not null, type text not null, date ${key},
      date_seq ${int} not null, first_seq ${int} not null, facts ${int} not null, view text not null, primary key (library, key))`,
    `create table held (library ${key} not null references library (id), key ${key} not null, id ${key} not null, device ${key} not null,
      code text not null, field text, kind text, received_at text not null, bytes ${int} not null, sent text not null, primary key (library, key))`,
    `create table erasure (library ${key} not null references library (id), fact ${key} not null, seq ${int} not null, erased_at text not null,
      primary key (library, fact))`,
    `create table session_report (library ${key} not null references library (id), id ${key} not null, date ${key}, starts_at text, ends_at text,
      opened_at text, closed_at text, status text not null, title text not null, place text not null, site ${key}, outlet ${key},
      activity_type text not null, topic text not null, format text not null, target_age text not null, notes text not null,
      attendance ${int} not null, heads_0_5 ${int} not null, heads_6_11 ${int} not null, heads_12_18 ${int} not null,
      heads_19_up ${int} not null, heads_general ${int} not null, sign_ups ${int} not null, hand_outs ${int} not null, primary key (library, id))`,
    `create table sign_up_report (library ${key} not null references library (id), fact ${key} not null, session ${key} not null,
      kind text not null, language text not null, age_band text, consent_by text not null, received_at text not null,
      voided integer not null, primary key (library, fact))`,
    `create table hand_out_report (library ${key} not null references library (id), fact ${key} not null, session ${key} not null,
      way text not null, resource ${key}, title text not null, barcode text, count ${int} not null, received_at text not null,
      voided integer not null, primary key (library, fact))`,
    `create table site_report (library ${key} not null references library (id), id ${key} not null, name text not null, type text not null,
      address text not null, latitude ${real}, longitude ${real}, archived integer not null, primary key (library, id))`,
  ];
}

/** What better-auth keeps; its column names, our table names. Dates are what its Kysely adapter writes for each engine. */
function accountTables({ key, authDate, authBoolean }: ColumnTypes): readonly string[] {
  return [
    `create table auth_user (id ${key} primary key, name text not null, email text not null unique, "emailVerified" ${authBoolean} not null,
      image text, "createdAt" ${authDate} not null, "updatedAt" ${authDate} not null)`,
    `create table auth_session (id ${key} primary key, "expiresAt" ${authDate} not null, token text not null unique,
      "createdAt" ${authDate} not null, "updatedAt" ${authDate} not null, "ipAddress" text, "userAgent" text,
      "userId" ${key} not null references auth_user (id) on delete cascade)`,
    `create table auth_account (id ${key} primary key, "accountId" text not null, "providerId" text not null,
      "userId" ${key} not null references auth_user (id) on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text,
      "accessTokenExpiresAt" ${authDate}, "refreshTokenExpiresAt" ${authDate}, scope text, password text,
      "createdAt" ${authDate} not null, "updatedAt" ${authDate} not null)`,
    `create table auth_verification (id ${key} primary key, identifier text not null, value text not null, "expiresAt" ${authDate} not null,
      "createdAt" ${authDate} not null, "updatedAt" ${authDate} not null)`,
  ];
}

const indexes = [
  'create unique index fact_by_id on fact (library, id)',
  'create index fact_by_subject on fact (library, subject, seq)',
  'create index fact_by_maker on fact (library, maker)',
  'create index subject_by_date on subject (library, type, date)',
  'create index subject_by_date_seq on subject (library, date_seq)',
  'create index device_by_library on device (library)',
  'create index held_by_library on held (library, received_at)',
  'create index erasure_by_seq on erasure (library, seq)',
  'create index sign_up_by_session on sign_up_report (library, session)',
  'create index hand_out_by_session on hand_out_report (library, session)',
  'create index auth_session_by_user on auth_session ("userId")',
  'create index auth_account_by_user on auth_account ("userId")',
];

const reportingViews = [
  `create view outreach_sessions as select library, id as session, date, starts_at, ends_at, opened_at, closed_at, status, title, place, site,
    outlet, activity_type, topic, format, target_age, notes, attendance, sign_ups, hand_outs from session_report`,
  `create view outreach_attendance as
    select library, id as session, '0-5' as band, heads_0_5 as heads from session_report where heads_0_5 <> 0
    union all select library, id, '6-11', heads_6_11 from session_report where heads_6_11 <> 0
    union all select library, id, '12-18', heads_12_18 from session_report where heads_12_18 <> 0
    union all select library, id, '19+', heads_19_up from session_report where heads_19_up <> 0
    union all select library, id, 'general', heads_general from session_report where heads_general <> 0`,
  `create view outreach_sign_ups as select library, fact as sign_up, session, kind, language, age_band, consent_by, received_at
    from sign_up_report where voided = 0`,
  `create view outreach_hand_outs as select library, fact as hand_out, session, way, resource, title, barcode, count, received_at
    from hand_out_report where voided = 0`,
  'create view outreach_sites as select library, id as site, name, type, address, latitude, longitude, archived from site_report',
];
