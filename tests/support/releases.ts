// The releases after this one, as far as a test can make them up: this program with migrations that it does not have yet.

import { sql } from 'kysely';
import { type Migration, migrations } from '../../src/server/storage/migrate.ts';

const tables = ['fact', 'subject', 'device', 'incarnation', 'library'] as const;

/** What the release so many after this one knows: each adds a column to a table that every push and pull reads. */
export function migrationsAfter(releases: number): readonly Migration[] {
  const later = Array.from(
    { length: releases },
    (_, at): Migration => ({
      name: `9${String(at).padStart(3, '0')}-of-a-later-release`,
      up: async (tx) => {
        const column = `later_${at}`;
        const table = tables[at % tables.length] ?? 'fact';
        await sql`alter table ${sql.table(table)} add column ${sql.ref(column)} text`.execute(tx);
      },
    }),
  );
  return [...migrations, ...later];
}
