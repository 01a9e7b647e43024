// What sites and partners have behind them is read from the sessions' report rows: by site and day, and by the partners who helped.

import { type Kysely, sql } from 'kysely';
import type { ColumnTypes, Tx } from '../dialects.ts';

export async function up(tx: Tx, { key }: ColumnTypes): Promise<void> {
  const statements = [
    // Every partner a session ever had; whether it still has it is asked of the session.
    `create table session_partner (library ${key} not null references library (id), partner ${key} not null, session ${key} not null,
      primary key (library, partner, session))`,
    'create index session_report_by_site on session_report (library, site, date)',
  ];
  for (const statement of statements) await sql.raw(statement).execute(tx);
  const db: Pick<Kysely<{ subject: { library: string; type: string; view: string } }>, 'selectFrom'> = tx;
  const rows = await db
    .selectFrom('subject')
    .select(['library', 'view'])
    .where('type', '=', 'session')
    .where('view', 'like', '%"partners":["%')
    .execute();
  for (const { library, view } of rows) {
    const { id, values }: { readonly id: string; readonly values: { readonly partners: readonly string[] } } = JSON.parse(view);
    for (const partner of new Set(values.partners))
      await sql`insert into session_partner (library, partner, session) values (${library}, ${partner}, ${id})`.execute(tx);
  }
}
