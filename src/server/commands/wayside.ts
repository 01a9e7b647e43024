// The operator's commands: `npm run wayside -- COMMAND …`. Same settings as the server; most work while it runs.

import { getRandomValues } from 'node:crypto';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { factId } from '../../domain/shapes.ts';
import { readConfig } from '../config.ts';
import { prepareFolder } from '../data-folder.ts';
import { openStorage } from '../storage/open-storage.ts';
import { backup } from './backup.ts';
import type { Arguments, Command } from './command.ts';
import { doctor } from './doctor.ts';
import { addLibrary, enroll } from './enroll.ts';
import { erase } from './erase.ts';
import { exportCsv } from './export.ts';
import { exportCalendar } from './export-calendar.ts';
import { importCalendar } from './import-calendar.ts';
import { importStops } from './import-stops.ts';
import { purge } from './purge.ts';
import { restore } from './restore.ts';

const commands: readonly { readonly name: string; readonly run: Command; readonly says: string }[] = [
  { name: 'backup', run: backup, says: 'FILE                          back up while the server runs, verified by reading back' },
  { name: 'restore', run: restore, says: 'FILE [--replace yes]          restore a backup; stop the server first' },
  { name: 'doctor', run: doctor, says: '                              check database, disk, clock, app, devices' },
  { name: 'enroll', run: enroll, says: '[--role staff|kiosk|coordinator]   print a one-time code for a device' },
  { name: 'import-stops', run: importStops, says: 'FILE [--weeks 8] [--outlet NAME]   a stop timetable (CSV) into sites and sessions' },
  {
    name: 'import-calendar',
    run: importCalendar,
    says: 'FILE|ADDRESS [--weeks 8] [--outlet NAME]   an iCalendar into planned sessions, for staff to confirm',
  },
  { name: 'export-calendar', run: exportCalendar, says: '[FILE] [--weeks 8]            the coming sessions as iCalendar' },
  { name: 'export', run: exportCsv, says: '[FILE] [--kits]               all sessions as CSV, or the kits: prepared, picked up, aboard' },
  { name: 'erase', run: erase, says: 'FACT-ID …                     delete facts for good' },
  {
    name: 'purge',
    run: purge,
    says: '[--dry-run]                   erase contact details of sign-ups done long enough; the server does it daily',
  },
  { name: 'add-library', run: addLibrary, says: '                              one more library on this server' },
];

process.umask(0o077);
const [name = '', ...rest] = process.argv.slice(2);
const command = commands.find((one) => one.name === name);
if (command === undefined)
  stop(['Usage: npm run wayside -- COMMAND [--library NAME]', ...commands.map((one) => `  ${one.name.padEnd(15)} ${one.says}`)].join('\n'));
await run(command.run, rest).catch((error: unknown) => stop(error instanceof Error ? error.message : String(error)));

async function run(work: Command, argv: readonly string[]): Promise<void> {
  const reading = readConfig(process.env);
  if (!reading.ok) throw new Error(reading.line);
  const { config } = reading;
  const args = argumentsFrom(argv);
  const random = (length: number) => getRandomValues(new Uint8Array(length));
  prepareFolder(config.dataDir);
  const { storage, engine } = await openStorage({
    folder: config.dataDir,
    databaseUrl: config.databaseUrl,
    now: Date.now,
    random,
    warn: console.error,
  });
  try {
    await work({ config, storage, engine, now: Date.now, random, say: console.log }, args);
  } finally {
    await storage.close();
  }
}

function argumentsFrom(argv: readonly string[]): Arguments {
  const text = { type: 'string' } as const;
  const yes = { type: 'boolean' } as const;
  const options = { library: text, role: text, weeks: text, outlet: text, replace: text, 'dry-run': yes, kits: yes } as const;
  // One id in sixty-four begins with a hyphen.
  const ids = argv.filter((one) => one.startsWith('-') && v.is(factId, one));
  const { values, positionals } = parseArgs({ args: argv.filter((one) => !ids.includes(one)), options, allowPositionals: true });
  const said = (name: 'dry-run' | 'kits') => (values[name] === true ? 'yes' : undefined);
  return { values: { ...values, 'dry-run': said('dry-run'), kits: said('kits') }, positionals: [...positionals, ...ids] };
}

function stop(line: string): never {
  console.error(line);
  process.exit(1);
}
