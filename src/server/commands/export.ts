// `export [FILE]`: all sessions as CSV, one a row, from the server's folded views.

import { writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { type SessionsCsvRow, sessionsCsv } from '../../domain/export/sessions-csv.ts';
import { plainValues } from '../../domain/record.ts';
import type { Session } from '../../domain/session.ts';
import { type Command, libraryMeant } from './command.ts';

const named = v.object({ name: v.fallback(v.string(), '') });

export const exportSessions: Command = async (context, args) => {
  const { id: library } = await libraryMeant(context, args);
  const views = async (type: string) =>
    (await context.engine.db.selectFrom('subject').select('view').where('library', '=', library).where('type', '=', type).execute()).map(
      ({ view }) => JSON.parse(view),
    );
  const names = async (type: string) => new Map((await views(type)).map((record) => [record.id, v.parse(named, plainValues(record)).name]));
  const [sites, outlets, partners] = [await names('site'), await names('outlet'), await names('partner')];
  const sessions: readonly Session[] = await views('session');
  const rows: SessionsCsvRow[] = sessions
    .map((session) => ({
      session,
      siteName: sites.get(session.values.site ?? '') ?? '',
      outletName: outlets.get(session.values.outlet ?? '') ?? '',
      partnerNames: session.values.partners.map((partner) => partners.get(partner) ?? partner),
    }))
    .sort((a, b) => a.session.values.date.localeCompare(b.session.values.date) || a.session.id.localeCompare(b.session.id));
  const [file] = args.positionals;
  if (file === undefined) process.stdout.write(sessionsCsv(rows));
  else {
    writeFileSync(file, sessionsCsv(rows), { mode: 0o600 });
    context.say(`Exported ${rows.length} sessions to ${file}.`);
  }
};
