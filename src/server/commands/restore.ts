// `restore FILE [--replace yes]`: what a backup holds, under a new epoch, so that devices bring back what came after it (S19, S20).
// What was erased or revoked since the backup stays so: the ledgers are beside the database and are applied at once (S28, S32).

import { archivedTables, replaceAll } from '../storage/archive.ts';
import { openLedgers } from '../storage/ledgers.ts';
import { applyLedgers, learnFromDatabase } from '../storage/reconcile.ts';
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
    const ledgers = openLedgers(config.dataDir);
    await learnFromDatabase(engine, ledgers); // other machines have done theirs into the database only
    await replaceAll(engine, rowsOf(file), { serverId: header.server, random });
    for (const name of await applyLedgers(engine, ledgers, new Date(now()))) say(`Revoked after this backup, and still revoked: ${name}.`);
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
