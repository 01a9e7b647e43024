// `npm run demo`: a made-up library to try Wayside on, in ./data-demo (or DATA_DIR), then the server on it. Asks nothing, and never
// touches a folder that holds anything else: the library is made in a folder beside it, which takes its name when it is whole.

import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { getRandomValues } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Config, readConfig } from '../server/config.ts';
import type { DemoWords } from './make-library.ts';
import { dayAt } from './wall-clock.ts';

const words: DemoWords = {
  email: 'rosa@palmetto.example',
  password: 'mango season outreach',
  passphrase: 'bookmobile under the mango tree',
};

const made = v.object({ made: v.string(), recoveryKey: v.string() });

process.umask(0o077);
const reading = readConfig({ ...process.env, DATA_DIR: process.env['DATA_DIR'] ?? './data-demo' });
if (!reading.ok) stop(reading.line);
else if (reading.config.databaseUrl !== null) stop('The demo keeps its library in a folder of its own: start it without DATABASE_URL.');
else await run(reading.config);

async function run(config: Config): Promise<void> {
  const { dataDir } = config;
  const mark = join(dataDir, 'demo.json');
  if (!existsSync(mark)) {
    if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
      stop(`The folder ${dataDir} holds something else: choose another one with DATA_DIR.`);
    await make(config);
  }
  const { made: day, recoveryKey } = v.parse(made, JSON.parse(readFileSync(mark, 'utf8')));
  const stale = day === dayAt(Date.now()) ? '' : ` It was made on ${day}: remove ${dataDir} for one of today.`;
  console.log(`Palmetto County Library, all of it made up.${stale}`);
  console.log(`  sign in         ${words.email}   ${words.password}`);
  console.log(`  open sign-ups   ${words.passphrase}`);
  console.log(`  recovery key    ${recoveryKey}`);
  process.env['DATA_DIR'] = dataDir;
  await import('../server/main.ts');
}

async function make(config: Config): Promise<void> {
  const { makeLibrary } = await import('./make-library.ts');
  const making = `${config.dataDir}.making`;
  rmSync(making, { recursive: true, force: true });
  const random = (length: number) => getRandomValues(new Uint8Array(length));
  console.log('Making a month of a made-up library …');
  const { recoveryKey } = await makeLibrary({ ...config, dataDir: making }, words, { now: Date.now(), random });
  writeFileSync(join(making, 'demo.json'), JSON.stringify({ made: dayAt(Date.now()), recoveryKey }));
  rmSync(config.dataDir, { recursive: true, force: true });
  renameSync(making, config.dataDir);
}

function stop(line: string): never {
  console.error(line);
  process.exit(1);
}
