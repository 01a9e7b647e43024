// Sessions with a sign-up that is still to be done stay in scope for longer (SPEC.md, S15). Which of the sessions that are here already have one is not
// asked: all with contact details are taken to, until the next word about one of them, or their purge, tells. They come to the devices as
// news, so the library's number rises by one.

import { sql } from 'kysely';
import type { ColumnTypes, Tx } from '../dialects.ts';

export async function up(tx: Tx, { int }: ColumnTypes): Promise<void> {
  const statements = [
    'alter table subject add column kept integer not null default 0',
    `alter table subject add column kept_seq ${int} not null default 0`,
    'create index subject_kept on subject (library, date) where kept = 1',
    'create index subject_by_kept_seq on subject (library, kept_seq)',
    `update subject set kept = 1, kept_seq = (select sequence + 1 from library where library.id = subject.library)
      where type = 'session' and exists (select 1 from sign_up_report join fact on fact.library = sign_up_report.library and fact.id = sign_up_report.fact
        where sign_up_report.library = subject.library and fact.subject = subject.key and fact.kind = 'sign-up.taken' and sign_up_report.voided = 0)`,
    'update library set sequence = sequence + 1 where id in (select library from subject where kept = 1)',
  ];
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
