// `export-calendar [FILE] [--weeks N]`: the sessions from today on as iCalendar, for calendars elsewhere.

import { writeFileSync } from 'node:fs';
import { sessionCalendar } from '../../domain/export/session-calendar.ts';
import { plainValues } from '../../domain/record.ts';
import type { Session } from '../../domain/session.ts';
import { addDays } from '../../domain/shapes.ts';
import { dayIn } from '../storage/scope.ts';
import { type Command, libraryMeant } from './command.ts';
import { records, weeksMeant } from './imported-records.ts';

export const exportCalendar: Command = async (context, args) => {
  const library = await libraryMeant(context, args);
  const today = dayIn(new Date(context.now()), library.timeZone);
  const last = addDays(today, 7 * weeksMeant(args) - 1);
  const rows = await context.engine.db
    .selectFrom('subject')
    .select('view')
    .where('library', '=', library.id)
    .where('type', '=', 'session')
    .execute();
  const sites = await records(context, library.id, 'site');
  const all: readonly Session[] = rows.map(({ view }) => JSON.parse(view));
  const sessions = all
    .filter(({ values }) => values.date >= today && values.date <= last)
    .sort((a, b) => (`${a.values.date} ${a.values.startsAt} ${a.id}` < `${b.values.date} ${b.values.startsAt} ${b.id}` ? -1 : 1))
    .map((session) => {
      const record = session.values.site === null ? undefined : sites.get(session.values.site);
      const site = record === undefined ? {} : plainValues(record);
      const [siteName, address] = [String(site['name'] ?? ''), String(site['address'] ?? '')];
      const title = session.values.title || siteName || session.values.place || session.values.activityType.replaceAll('_', ' ');
      return { session, title, siteName, address };
    });
  const at = new Date(context.now()).toISOString();
  const text = sessionCalendar({ name: library.name, library: library.id, zone: library.timeZone, at, sessions });
  const [file] = args.positionals;
  if (file === undefined) process.stdout.write(text);
  else {
    writeFileSync(file, text);
    context.say(`Exported ${sessions.length} sessions to ${file}.`);
  }
};
