// The server's composition root: settings, clock, randomness, listening, an orderly end.

import { getRandomValues } from 'node:crypto';
import { type Config, isLoopback, readConfig } from './config.ts';
import { createServer, type Server } from './create-server.ts';
import { inGroups } from '../protocol/ids.ts';

process.umask(0o077);
const reading = readConfig(process.env);
if (reading.ok) await run(reading.config);
else stop(reading.line);

async function run(config: Config): Promise<void> {
  const log = (line: string) => console.error(line);
  const random = (length: number) => getRandomValues(new Uint8Array(length));
  const server = await createServer(config, { now: Date.now, random, log }).catch((error: unknown) =>
    stop(`Wayside cannot start: ${plainly(error)}.`),
  );
  const { port } = await server.start().catch((error: unknown) => stop(`Wayside cannot start: ${plainly(error)}.`));
  // Ctrl-C comes twice, from the terminal and passed on by `npm start`: the second must not cut short what the first began.
  const told = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => told.resolve());
  console.log(await readyLine(config, port, server));
  await told.promise;
  await server.close();
  process.exit(0);
}

async function readyLine(config: Config, port: number, { services }: Server): Promise<string> {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const url = config.publicUrl ?? `http://${host}:${port}`;
  const { setupCode, storage } = services;
  if (setupCode === null || isLoopback(config.host) || (await storage.libraries.list()).length > 0) return `Wayside is ready at ${url}`;
  return `Wayside is ready: set up your library at ${url}/set-up#code=${inGroups(setupCode, 5)}`;
}

function plainly(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return 'the port is in use by another program (PORT)';
  if (code === 'EACCES') return 'this port or address is not allowed for this user (PORT, HOST)';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'there is no such address on this machine, or no such database host (HOST, DATABASE_URL)';
  if (code === 'ECONNREFUSED') return 'the database does not answer (DATABASE_URL)';
  return error.message.split('\n')[0] ?? '';
}

function stop(line: string): never {
  console.error(line);
  process.exit(1);
}
