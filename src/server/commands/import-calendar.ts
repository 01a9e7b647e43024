// `import-calendar FILE|ADDRESS [--weeks N] [--outlet NAME]`: an iCalendar into planned sessions with a proposal each, for staff to
// confirm. The same calendar again changes nothing. An address is fetched under the same rules as for a device.

import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { readCalendar } from '../../domain/import/calendar-events.ts';
import { textOfCsv } from '../../domain/import/csv-bytes.ts';
import { type CalendarPlan, planCalendarImport } from '../../domain/import/plan-calendar.ts';
import { plainValues } from '../../domain/record.ts';
import { importedId } from '../../protocol/planned-id.ts';
import { fetchFeed } from '../feeds/fetch-feed.ts';
import { dayIn } from '../storage/scope.ts';
import { type Command, type CommandContext, libraryMeant } from './command.ts';
import { eventReasons, eventsLeftOut, inWords } from './import-words.ts';
import { bySource, factsOf, outletMeant, plannedFactsOf, records, weeksMeant } from './imported-records.ts';
import { pushAsServer } from './server-device.ts';

export const importCalendar: Command = async (context, args) => {
  const { now, say } = context;
  const [from] = args.positionals;
  if (from === undefined) throw new Error('Say which: wayside import-calendar FILE|ADDRESS [--weeks 8] [--outlet NAME]');
  const weeks = weeksMeant(args);
  const library = await libraryMeant(context, args);
  const text = /^(https?|webcals?):/i.test(from) ? await textAt(from, context) : textOfCsv(readFileSync(from));
  const calendar = readCalendar(text, library.timeZone);
  if (!calendar.ok) throw new Error(inWords(calendar.problem));

  const [sites, sessions, outlets] = [
    await records(context, library.id, 'site'),
    await records(context, library.id, 'session'),
    await records(context, library.id, 'outlet'),
  ];
  const plan = planCalendarImport(
    calendar.value,
    { sites: [...sites.values()].map((record) => ({ id: record.id, values: plainValues(record) })), sessions: bySource(sessions) },
    {
      today: dayIn(new Date(now()), library.timeZone),
      weeks,
      outlet: outletMeant(outlets, args.values['outlet']),
      zone: library.timeZone,
      library: library.id,
      makeSites: new Set(),
      idOf: importedId(library.id),
    },
  );
  if (!plan.ok) throw new Error(inWords(plan.problem));
  await pushAsServer(context, library.id, [
    ...plannedFactsOf(plan.value.sessions.added),
    ...factsOf('session.changed', { added: [], changed: plan.value.sessions.changed }, sessions),
  ]);
  for (const line of report(plan.value)) say(line);
};

async function textAt(address: string, { config }: CommandContext): Promise<string> {
  const fetched = await fetchFeed(address, { resolve: (host) => lookup(host, { all: true }), networks: config.feedNetworks ?? [] });
  if (fetched.ok) return fetched.value;
  throw new Error(inWords(fetched.problem));
}

function* report({ sessions, unchanged, bad, gone, canceled, canceledButChanged, unsure, outside, own }: CalendarPlan): Generator<string> {
  yield `Sessions: ${sessions.added.length} new, ${sessions.changed.length} changed, ${canceled} of these canceled. As they were: ${unchanged + own}.`;
  if (sessions.added.length > 0) yield `Staff confirm what each of them is: ${unsure} of the new ones are unsure.`;
  if (bad.length > 0) yield `Events that cannot be used: ${bad.length}. ${eventsLeftOut}`;
  for (const { line, uid, reason, field } of bad)
    yield `  line ${line}, event ${uid || 'without UID'}: ${eventReasons[reason](field)} (${reason})`;
  if (outside > 0) yield `  ${outside} events fall on no day of these weeks.`;
  if (gone.length > 0) yield `  ${gone.length} planned sessions are no longer in the calendar; nothing happened to them.`;
  if (canceledButChanged.length > 0)
    yield `  ${canceledButChanged.length} canceled there were changed by staff here; nothing happened to them.`;
}
