// [S28] The ledger of erasures: a file beside the database, so that a restored database does not bring erased facts back.
// One line an erasure, appended and flushed before the content is deleted. The database's own table is the second copy: several
// processes on other machines share that one. Both are asked.

import { closeSync, fstatSync, fsyncSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db, Engine, Tx } from './dialects.ts';

export interface ErasureLedger {
  /** Those of these that were erased. */
  readonly among: (library: string, facts: readonly string[]) => readonly string[];
  readonly all: (library: string) => readonly string[];
  /** Flushed when it returns. */
  readonly add: (library: string, facts: readonly string[], at: string) => void;
}

/** Reads what other processes append since, whenever it is asked. */
export function openErasureLedger(folder: string): ErasureLedger {
  const file = join(folder, 'erasures');
  closeSync(openSync(file, 'a', 0o600));
  const byLibrary = new Map<string, Set<string>>();
  const state = { read: 0, rest: '' };
  const take = (library: string, fact: string) => {
    const facts = byLibrary.get(library) ?? new Set<string>();
    byLibrary.set(library, facts.add(fact));
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
      const [, library, fact] = line.split(' ');
      if (library !== undefined && fact !== undefined) take(library, fact);
    }
  };
  return {
    among: (library, facts) => {
      catchUp();
      const erased = byLibrary.get(library);
      return erased === undefined ? [] : facts.filter((fact) => erased.has(fact));
    },
    all: (library) => {
      catchUp();
      return [...(byLibrary.get(library) ?? [])];
    },
    add: (library, facts, at) => {
      const descriptor = openSync(file, 'a+', 0o600);
      // A crash or a full disk may have left half a line: the next must not become its other half.
      const torn = endsWithin(descriptor) ? '\n' : '';
      writeFileSync(descriptor, torn + facts.map((fact) => `${at} ${library} ${fact}\n`).join(''));
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

/** Those of these ids that were erased, by either record of it. */
export async function knownErased(
  engine: Engine,
  ledger: ErasureLedger,
  db: Db | Tx,
  library: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('erasure').select('fact').where('library', '=', library).where(engine.among('fact', ids)).execute();
  return new Set([...ledger.among(library, ids), ...rows.map((row) => row.fact)]);
}
