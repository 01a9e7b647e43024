// `export [FILE]`: all sessions as CSV, one a row; with --kits the kits, as prepared and picked up. From the server's folded views.

import { writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { kitsCsv } from '../../domain/export/kits-csv.ts';
import { type SessionsCsvRow, sessionsCsv } from '../../domain/export/sessions-csv.ts';
import { loansIn } from '../../domain/loans.ts';
import { type EditableRecord, emptyRecord, plainValues } from '../../domain/record.ts';
import type { Session } from '../../domain/session.ts';
import { pickedUpIn } from '../../domain/stock.ts';
import { templateWith } from '../../domain/templates.ts';
import type { Library } from '../storage/storage.ts';
import { dayIn } from '../storage/scope.ts';
import { type Command, type CommandContext, libraryMeant } from './command.ts';
import { records } from './imported-records.ts';

const named = v.object({ name: v.fallback(v.string(), '') });
const aKit = v.object({ type: v.literal('kit'), title: v.fallback(v.string(), '') });

export const exportCsv: Command = async (context, args) => {
  const library = await libraryMeant(context, args);
  const { csv, says } = await (args.values['kits'] === undefined ? sessionsFile : kitsFile)(context, library);
  const [file] = args.positionals;
  if (file === undefined) process.stdout.write(csv);
  else {
    writeFileSync(file, csv, { mode: 0o600 });
    context.say(`Exported ${says} to ${file}.`);
  }
};

interface Exported {
  readonly csv: string;
  readonly says: string;
}

async function sessionsFile(context: CommandContext, { id: library }: Library): Promise<Exported> {
  const names = (type: string) => namesOf(context, library, type);
  const [sites, outlets, partners] = [await names('site'), await names('outlet'), await names('partner')];
  const kinds = await records(context, library, 'template');
  const kits = new Set((await kitsOf(context, library)).map(({ id }) => id));
  const rows: SessionsCsvRow[] = (await sessionsOf(context, library))
    .map((session) => ({
      session,
      siteName: sites.get(session.values.site ?? '') ?? '',
      outletName: outlets.get(session.values.outlet ?? '') ?? '',
      partnerNames: session.values.partners.map((partner) => partners.get(partner) ?? partner),
      serviceArea: serviceAreaOf(session, kinds),
      kitsPickedUp: [...pickedUpIn(session, (resource) => kits.has(resource)).values()].reduce((sum, one) => sum + one, 0),
    }))
    .sort((a, b) => a.session.values.date.localeCompare(b.session.values.date) || a.session.id.localeCompare(b.session.id));
  return { csv: sessionsCsv(rows), says: `${rows.length} sessions` };
}

function serviceAreaOf({ values: { template } }: Session, kinds: ReadonlyMap<string, EditableRecord>): string | null {
  return template ? (templateWith(kinds.get(template) ?? emptyRecord(template)).values.serviceArea ?? null) : null;
}

async function kitsFile(context: CommandContext, { id: library, timeZone }: Library): Promise<Exported> {
  const kits = await kitsOf(context, library);
  const csv = kitsCsv({
    kits,
    outletNames: await namesOf(context, library, 'outlet'),
    movements: { sessions: await sessionsOf(context, library), loans: loansIn(await recordsOf(context, library, 'loan')) },
    today: dayIn(new Date(context.now()), timeZone),
  });
  return { csv, says: `${kits.length} kits` };
}

async function kitsOf(context: CommandContext, library: string) {
  return (await recordsOf(context, library, 'resource')).flatMap((record) => {
    const values = plainValues(record);
    const kit = v.safeParse(aKit, values);
    return kit.success ? [{ id: record.id, title: kit.output.title, values }] : [];
  });
}

async function namesOf(context: CommandContext, library: string, type: string): Promise<ReadonlyMap<string, string>> {
  const all = await recordsOf(context, library, type);
  return new Map(all.map((record) => [record.id, v.parse(named, plainValues(record)).name]));
}

async function recordsOf(context: CommandContext, library: string, type: string): Promise<readonly EditableRecord[]> {
  return [...(await records(context, library, type)).values()];
}

async function sessionsOf({ engine }: CommandContext, library: string): Promise<readonly Session[]> {
  const rows = await engine.db.selectFrom('subject').select('view').where('library', '=', library).where('type', '=', 'session').execute();
  return rows.map(({ view }) => JSON.parse(view));
}
