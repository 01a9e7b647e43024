// `restore FILE [--replace yes]`: what a backup holds, under a new epoch, so that devices bring back what came after it (S19, S20).
// What was erased since the backup stays erased: the ledger of erasures is beside the database and is applied at once (S28).

import { archivedTables, replaceAll } from '../storage/archive.ts';
import { eraseWhatTheLedgerKnows } from '../storage/erase.ts';
import { openErasureLedger } from '../storage/erasures.ts';
import { readArchive, verifyArchive } from './archive-file.ts';
import type { Command } from './command.ts';

export const restore: Command = async ({ config, engine, now, random, say }, { positionals: [file], values }) => {
  if (file === undefined) throw new Error('Say from where: wayside restore FILE');
  const { header, rows, sequences } = await verifyArchive(file).catch((error: unknown) => {
    throw new Error(`${file} cannot be restored: ${error instanceof Error ? error.message : String(error)}.`);
  });
  const letGo = await engine.hold('alone');
  if (letGo === null) throw new Error('A Wayside server is running on this database: stop it first.');
  try {
    const there = await engine.db.selectFrom('library').select('id').execute();
    if (there.length > 0 && values['replace'] !== 'yes')
      throw new Error('The database is not empty: add --replace yes to give up what it holds.');
    await replaceAll(engine, rowsOf(file), { serverId: header.server, random });
    await eraseWhatTheLedgerKnows(engine, openErasureLedger(config.dataDir), new Date(now()));
  } finally {
    await letGo();
  }
  say(
    `Restored ${rows} rows as of ${header.at}, ${sequences.size} ${sequences.size === 1 ? 'library' : 'libraries'}. Devices will bring what came after.`,
  );
};

async function* rowsOf(file: string) {
  const known = new Set<string>(archivedTables.map(({ table }) => table));
  for await (const item of readArchive(file)) if ('table' in item && known.has(item.table)) yield item;
}
