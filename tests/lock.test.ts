// The lock installs on every platform: npm silently drops optional platform packages that a registry lacks, and then `npm ci` fails elsewhere.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as v from 'valibot';

const lock = v.parse(
  v.object({
    packages: v.record(
      v.string(),
      v.looseObject({ resolved: v.optional(v.string()), optionalDependencies: v.optional(v.record(v.string(), v.string())) }),
    ),
  }),
  JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')),
);

test('every optional dependency named in the lock is in the lock', () => {
  const missing = Object.entries(lock.packages).flatMap(([at, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(at, name))
      .map((name) => `${name} wanted by ${at}`),
  );
  expect(missing).toEqual([]);
});

test('the lock names no download address', () => {
  expect(Object.values(lock.packages).filter((entry) => entry.resolved?.startsWith('http'))).toEqual([]);
});

/** Looks for a package the way Node does: beside the one that wants it, then further up. */
function isLocked(wantedBy: string, name: string): boolean {
  for (let at = wantedBy; ; ) {
    if (lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '') return false;
    const up = at.lastIndexOf('node_modules/');
    at = up <= 0 ? '' : at.slice(0, up - 1);
  }
}
