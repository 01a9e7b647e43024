// The server's settings, from the environment. A wrong one stops the start with one line that names it.

import { resolve } from 'node:path';
import * as v from 'valibot';
import { isNetwork } from './feeds/addresses.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** PostgreSQL; null means SQLite in dataDir. */
  readonly databaseUrl: string | null;
  /** The origin browsers use when it is not http://HOST:PORT: behind a proxy that speaks HTTPS. */
  readonly publicUrl: string | null;
  /** A proxy in front appends to X-Forwarded-For; the last address there is who asks. */
  readonly trustProxy: boolean;
  /** Networks of the operator's own that calendars may be fetched from: '10.1.2.0/24'. None when not said. */
  readonly feedNetworks?: readonly string[];
  /** The largest file a library may upload. */
  readonly mostFileBytes: number;
  /** The built app's folder, absolute. */
  readonly dist: string;
}

export type Reading = { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly line: string };

const wanted = {
  PORT: 'a port number from 0 to 65535',
  HOST: 'a host name or address, such as localhost or 0.0.0.0',
  DATA_DIR: 'a folder',
  DATABASE_URL: 'a PostgreSQL address, such as postgres://user:password@host:5432/wayside',
  PUBLIC_URL: 'an origin without a path, such as https://wayside.library.example',
  TRUST_PROXY: 'yes or no',
  FEED_NETWORKS: 'networks with a comma between them, such as 10.1.2.0/24, fd12::/48',
  MAX_FILE_MB: 'a whole number of megabytes from 1 to 2000',
  DIST_DIR: 'a folder',
} as const;

const defaults = {
  PORT: '8080',
  HOST: 'localhost',
  DATA_DIR: './data',
  DATABASE_URL: '',
  PUBLIC_URL: '',
  TRUST_PROXY: 'no',
  FEED_NETWORKS: '',
  MAX_FILE_MB: '100',
  DIST_DIR: resolve(import.meta.dirname, '../../dist'),
} as const satisfies Record<keyof typeof wanted, string>;

const environment = v.object({
  PORT: v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535)),
  HOST: v.pipe(v.string(), v.regex(/^[A-Za-z0-9.:_-]+$/)),
  DATA_DIR: v.string(),
  DATABASE_URL: v.pipe(
    v.string(),
    v.check((text) => text === '' || isUrl(text, ['postgres:', 'postgresql:'])),
  ),
  PUBLIC_URL: v.pipe(
    v.string(),
    v.check((text) => text === '' || isOrigin(text)),
  ),
  TRUST_PROXY: v.picklist(['yes', 'no']),
  FEED_NETWORKS: v.pipe(
    v.string(),
    v.transform((text) => text.split(/[\s,]+/).filter((part) => part !== '')),
    v.check((networks) => networks.every(isNetwork)),
  ),
  MAX_FILE_MB: v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.minValue(1), v.maxValue(2_000)),
  DIST_DIR: v.string(),
});

/** `line` says which setting is wrong and what is wanted; the value is not repeated, it may hold a password. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Reading {
  const given = Object.entries(defaults).map(([name, fallback]) => [name, env[name]?.trim() || fallback]);
  const read = v.safeParse(environment, Object.fromEntries(given));
  if (!read.success) {
    const key = v.getDotPath(read.issues[0]) ?? '';
    const want = Object.entries(wanted).find(([name]) => name === key)?.[1] ?? 'another value';
    return { ok: false, line: `The setting ${key} is wrong: it should be ${want}.` };
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, TRUST_PROXY, FEED_NETWORKS, MAX_FILE_MB, DIST_DIR } = read.output;
  return {
    ok: true,
    config: {
      port: PORT,
      host: HOST,
      dataDir: resolve(DATA_DIR),
      databaseUrl: DATABASE_URL === '' ? null : DATABASE_URL,
      publicUrl: PUBLIC_URL === '' ? null : new URL(PUBLIC_URL).origin,
      trustProxy: TRUST_PROXY === 'yes',
      feedNetworks: FEED_NETWORKS,
      mostFileBytes: MAX_FILE_MB * 1_000_000,
      dist: resolve(DIST_DIR),
    },
  };
}

/** Only this machine can reach the server. */
export function isLoopback(host: string): boolean {
  return ['localhost', '127.0.0.1', '::1', '[::1]'].includes(host);
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

function isOrigin(text: string): boolean {
  return isUrl(text, ['http:', 'https:']) && ['', '/'].includes(text.slice(new URL(text).origin.length));
}
