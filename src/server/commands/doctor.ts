// `doctor`: looks at everything a server stands on and says what is well and what is not. Changes nothing.

import { hash as hashOf } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { isLoopback } from '../config.ts';
import { readAll } from '../storage/archive.ts';
import type { Command, CommandContext } from './command.ts';

/** Null when it is well. */
type Check = readonly [name: string, wrong: string | null];

export const doctor: Command = async (context) => {
  const { say } = context;
  const checks = [...(await aboutTheDatabase(context)), ...(await aboutTheMachine(context)), ...(await aboutLibraries(context))];
  for (const [name, wrong] of checks) say(wrong === null ? `ok     ${name}` : `WRONG  ${name}: ${wrong}`);
  const bad = checks.filter(([, wrong]) => wrong !== null).length;
  if (bad > 0) throw new Error(`${bad} of ${checks.length} checks failed.`);
};

async function aboutTheDatabase({ engine }: CommandContext): Promise<readonly Check[]> {
  const broken = await engine.integrity();
  const damaged: string[] = [];
  let facts = 0;
  await readAll(engine, async (table, rows) => {
    if (table !== 'fact') return;
    facts += rows.length;
    for (const { id, text, hash } of rows) if (hashOf('sha256', String(text), 'base64url') !== hash) damaged.push(String(id));
  });
  const ahead = await sql<{
    id: string;
  }>`select id from library where sequence < (select coalesce(max(seq), 0) from fact where fact.library = library.id)`.execute(engine.db);
  return [
    [`Node ${process.versions.node}`, Number(process.versions.node.split('.')[0]) >= 22 ? null : 'at least 22.19 is needed'],
    [await engine.version(), null],
    ['database intact', broken.length === 0 ? null : broken.slice(0, 3).join('; ')],
    [`${facts} facts, each with its own hash`, damaged.length === 0 ? null : `damaged: ${damaged.slice(0, 5).join(', ')}`],
    ['sequences ahead of facts', ahead.rows.length === 0 ? null : `not in ${ahead.rows.map(({ id }) => id).join(', ')}`],
  ];
}

async function aboutTheMachine({ config, now }: CommandContext): Promise<readonly Check[]> {
  const disk = await statfs(config.dataDir);
  const free = Math.round((disk.bavail * disk.bsize) / 1_000_000);
  const open = (statSync(config.dataDir).mode & 0o077) !== 0;
  const https = isLoopback(config.host) || config.publicUrl?.startsWith('https:') === true;
  return [
    [`${free} MB free in ${config.dataDir}`, free > 500 ? null : 'less than 500 MB'],
    ['data folder closed to others', open ? 'other users of this machine can look into it' : null],
    [`app built in ${config.dist}`, existsSync(join(config.dist, 'index.html')) ? null : 'there is no index.html: npm start builds it'],
    [`clock: ${new Date(now()).toISOString()}`, new Date(now()).getUTCFullYear() >= 2026 ? null : 'it is in the past'],
    ['browsers can install the app', https ? null : 'it is not served over HTTPS: set PUBLIC_URL to the address of the proxy that does'],
  ];
}

async function aboutLibraries({ storage, now }: CommandContext): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const { id, name, sequence, safe } of await storage.libraries.list()) {
    const devices = (await storage.devices.list(id)).filter(({ revokedAt }) => revokedAt === null);
    const held = await storage.devices.countHeld(id);
    const late = devices.filter(({ oldestUnsentAt }) => oldestUnsentAt !== null && now() - Date.parse(oldestUnsentAt) > 3 * 86_400_000);
    checks.push([
      `${name}: ${sequence - safe} of ${sequence} facts not in a verified backup`,
      sequence > 0 && safe === 0 ? 'there has never been a backup' : null,
    ]);
    checks.push([
      `${name}: ${devices.length} devices`,
      late.length === 0 ? null : `undelivered for three days: ${late.map((device) => device.name).join(', ')}`,
    ]);
    const { gaps, erasedUnseen } = await storage.devices.gaps(id);
    const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
    const named = gaps.map(({ device, missing }) => `${missing} of ${devices.find((one) => one.id === device)?.name ?? device}`);
    checks.push([
      `${name}: every record that devices numbered has come`,
      missing <= erasedUnseen ? null : `missing between others: ${named.join(', ')}. They are on the device still, or lost with it`,
    ]);
    checks.push([`${name}: nothing held aside`, held === 0 ? null : `${held} facts need attention, see Devices`]);
  }
  return checks;
}
