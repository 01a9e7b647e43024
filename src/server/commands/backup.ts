// `backup FILE`: online, one moment's state, read back and verified; only then devices are told how far they need not keep facts (S22).

import { resolve } from 'node:path';
import { readAll } from '../storage/archive.ts';
import { writeArchive } from './archive-file.ts';
import type { Command } from './command.ts';

export const backup: Command = async ({ storage, engine, now, say }, { positionals: [file] }) => {
  if (file === undefined) throw new Error('Say where to: wayside backup FILE');
  const { id, epoch } = await storage.identity();
  const head = { wayside: 1 as const, server: id, epoch, at: new Date(now()).toISOString() };
  const { rows, sequences } = await writeArchive(resolve(file), head, (each) => readAll(engine, each));
  for (const [library, sequence] of sequences) await storage.libraries.publishSafe(library, sequence);
  say(`Backed up and verified: ${rows} rows in ${file}.`);
};
