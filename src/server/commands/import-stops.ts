// `import-stops FILE [--weeks N] [--outlet NAME]`: a stop timetable (CSV) into sites and planned sessions. The same file again changes nothing.
// --outlet is for stops whose `mobile` is the name of no outlet.

import { readFileSync } from 'node:fs';
import { kindOfStops } from '../../domain/given-kind.ts';
import { textOfCsv } from '../../domain/import/csv-bytes.ts';
import { planTimetableImport, type RowNote, type TimetablePlan } from '../../domain/import/plan-timetable.ts';
import { readStopTimetable } from '../../domain/import/stop-timetable.ts';
import { unreachable } from '../../domain/problem.ts';
import { emptyRecord } from '../../domain/record.ts';
import { ownTemplates, templateWith } from '../../domain/templates.ts';
import { importedId } from '../../protocol/planned-id.ts';
import { dayIn } from '../storage/scope.ts';
import { type Command, libraryMeant } from './command.ts';
import { inWords, mobileWords, rowReasons, rowsLeftOut } from './import-words.ts';
import { bySource, factsOf, namedOutlets, outletMeant, plannedFactsOf, records, weeksMeant } from './imported-records.ts';
import { pushAsServer } from './server-device.ts';

export const importStops: Command = async (context, args) => {
  const { now, say } = context;
  const [file] = args.positionals;
  if (file === undefined) throw new Error('Say which file: wayside import-stops FILE [--weeks 8] [--outlet NAME]');
  const weeks = weeksMeant(args);
  const library = await libraryMeant(context, args);
  const timetable = readStopTimetable(textOfCsv(readFileSync(file)));
  if (!timetable.ok) throw new Error(`${file}: ${inWords(timetable.problem)}`);

  const [sites, sessions, outlets, adapted] = [
    await records(context, library.id, 'site'),
    await records(context, library.id, 'session'),
    await records(context, library.id, 'outlet'),
    await records(context, library.id, 'template'),
  ];
  const kinds = ownTemplates.map((id) => templateWith(adapted.get(id) ?? emptyRecord(id)));
  const named = namedOutlets(outlets);
  const outlet = outletMeant(outlets, args.values['outlet']);
  const plan = planTimetableImport(
    timetable.value,
    { sites: bySource(sites), sessions: bySource(sessions) },
    {
      today: dayIn(new Date(now()), library.timeZone),
      weeks,
      outlet,
      outlets: named,
      kind: kindOfStops(kinds),
      idOf: importedId(library.id),
    },
  );
  if (!plan.ok) throw new Error(`${file}: ${inWords(plan.problem)}`);

  await pushAsServer(context, library.id, [
    ...factsOf('site.changed', plan.value.sites, sites),
    ...plannedFactsOf(plan.value.sessions.added),
    ...factsOf('session.changed', { added: [], changed: plan.value.sessions.changed }, sessions),
  ]);
  const nameOf = (id: string | null) => named.find((one) => one.id === id)?.name ?? null;
  for (const line of report(plan.value, outlet, nameOf)) say(line);
};

function* report(plan: TimetablePlan, chosen: string | null, nameOf: (outlet: string | null) => string | null): Generator<string> {
  const { sites, sessions, unchanged, bad, notes, dates, mobiles, gone } = plan;
  yield `Sites: ${sites.added.length} new, ${sites.changed.length} changed. Sessions: ${sessions.added.length} new, ${sessions.changed.length} changed. As they were: ${unchanged}.`;
  if (dates !== null)
    yield `Dates: ${dates.text} is read as ${dates.day}${dates.isSure ? '' : '; nothing in this file says which number is the month'}.`;
  for (const { name, outlet } of mobiles) yield mobileWords(name, outlet === null ? null : nameOf(outlet), nameOf(chosen));
  if (bad.length > 0) yield `Rows that cannot be used: ${bad.length}. ${rowsLeftOut}`;
  for (const { line, reason, field } of bad) yield `  line ${line}: ${rowReasons[reason](field)} (${reason})`;
  for (const { line, note, day } of notes) yield `  line ${line}: ${noteText(note, day)}`;
  if (gone.length > 0) yield `  ${gone.length} planned sessions are no longer in the timetable; nothing happened to them.`;
}

function noteText(note: RowNote['note'], day: string | null): string {
  switch (note) {
    case 'start-moved':
      return `its start is not on its day of the week: counted from ${day}`;
    case 'site-archived':
      return 'the site is archived: nothing planned there';
    case 'no-days':
      return 'no day of it falls into these weeks';
    default:
      return unreachable(note);
  }
}
