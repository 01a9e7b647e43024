// What must outlive a restored database: files beside it, a line for each act, appended and flushed. Erased facts stay erased [S28], revoked
// devices stay revoked [S32], and what was sealed to a transport key can be opened [S37]. The database's own tables are the second copy: several processes on other machines share that one.

import { closeSync, fstatSync, fsyncSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Ledger {
  /** When, by id. */
  readonly all: (library: string) => ReadonlyMap<string, string>;
  /** Those of these that are in it. */
  readonly among: (library: string, ids: readonly string[]) => readonly string[];
  /** Flushed when it returns. Those already in it are left as they are. */
  readonly add: (library: string, ids: readonly string[], at: string) => void;
}

export interface Ledgers {
  /** Ids of facts. */
  readonly erasures: Ledger;
  /** Ids of devices. */
  readonly revocations: Ledger;
  /** [S37] Of the server, not of a library: 'PUBLIC.PRIVATE' under `ofTheServer`. */
  readonly transportKeys: Ledger;
}

export const ofTheServer = 'server';

export function openLedgers(folder: string): Ledgers {
  return {
    erasures: openLedger(join(folder, 'erasures')),
    revocations: openLedger(join(folder, 'revocations')),
    transportKeys: openLedger(join(folder, 'transport-keys')),
  };
}

/** Reads what other processes append since, whenever it is asked. */
function openLedger(file: string): Ledger {
  closeSync(openSync(file, 'a', 0o600));
  const byLibrary = new Map<string, Map<string, string>>();
  const state = { read: 0, rest: '' };
  const known = (library: string): ReadonlyMap<string, string> => {
    catchUp();
    return byLibrary.get(library) ?? new Map<string, string>();
  };
  const take = (at: string, library: string, id: string) => {
    const ids = byLibrary.get(library) ?? new Map<string, string>();
    byLibrary.set(library, ids);
    if (!ids.has(id)) ids.set(id, at);
  };
  const catchUp = () => {
    if (statSync(file).size === state.read) return;
    const descriptor = openSync(file, 'r');
    const bytes = Buffer.alloc(fstatSync(descriptor).size - state.read);
    state.read += readSync(descriptor, bytes, 0, bytes.length, state.read);
    closeSync(descriptor);
    const lines = (state.rest + bytes.toString('utf8')).split('\n');
    state.rest = lines.pop() ?? '';
    for (const line of lines) {
      const [at = '', library, id] = line.split(' ');
      if (library !== undefined && id !== undefined) take(at, library, id);
    }
  };
  return {
    all: known,
    among: (library, ids) => {
      const there = known(library);
      return there.size === 0 ? [] : ids.filter((id) => there.has(id));
    },
    add: (library, ids, at) => {
      const there = known(library);
      const fresh = ids.filter((id) => !there.has(id));
      if (fresh.length === 0) return;
      const descriptor = openSync(file, 'a+', 0o600);
      // A crash or a full disk may have left half a line: the next must not become its other half.
      const torn = endsWithin(descriptor) ? '\n' : '';
      writeFileSync(descriptor, torn + fresh.map((id) => `${at} ${library} ${id}\n`).join(''));
      fsyncSync(descriptor);
      closeSync(descriptor);
    },
  };
}

/** The file's last line has no end. */
function endsWithin(descriptor: number): boolean {
  const { size } = fstatSync(descriptor);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last.toString() !== '\n';
}
