// The highest number each library's sequence has had, in a file beside the database, in every epoch there was. A database that is behind it
// at a start, or of an epoch that another has followed here, was put back by hand, without `restore`: it begins a new epoch (S19), or devices
// would take new facts for ones they have.

import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { longId, type RandomBytes } from '../../protocol/ids.ts';
import type { Engine } from './dialects.ts';

export interface Watermark {
  /** Not flushed to the disk: it may fall behind the database by what a crash takes, never run ahead. */
  readonly rise: (library: string, sequence: number) => void;
  readonly close: () => void;
}

/** Every process on the folder appends; a line is 'epoch library sequence'. */
export async function openWatermark(engine: Engine, folder: string, random: RandomBytes, warn: (line: string) => void): Promise<Watermark> {
  const path = join(folder, 'watermark');
  const file = openSync(path, 'a', 0o600);
  const server = await engine.db.selectFrom('server').select('epoch').executeTakeFirstOrThrow();
  const known = highestOf(readFileSync(path, 'utf8'));
  const highest = known.get(server.epoch);
  const followed = highest !== undefined && [...known.keys()].at(-1) !== server.epoch;
  const libraries = await engine.db.selectFrom('library').select(['id', 'sequence']).execute();
  const state = { epoch: server.epoch, lines: 0 };
  if (followed || libraries.some(({ id, sequence }) => sequence < (highest?.get(id) ?? 0))) {
    warn('The database is older than it was when this server last ran: devices will bring back what it lacks.');
    state.epoch = longId(random);
    await engine.db.updateTable('server').set({ epoch: state.epoch }).execute();
  }
  const now = libraries.map(({ id, sequence }) => `${state.epoch} ${id} ${sequence}\n`).join('');
  writeFileSync(path, written(known) + now);
  return {
    rise: (library, sequence) => {
      state.lines += 1;
      try {
        if (state.lines % mostLines === 0) writeFileSync(path, written(highestOf(readFileSync(path, 'utf8'))));
        writeSync(file, `${state.epoch} ${library} ${sequence}\n`);
      } catch (error) {
        // The push is committed, and that is what its sender must hear: without this line the watermark only falls behind.
        warn(`the watermark was not written: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
    close: () => closeSync(file),
  };
}

const mostLines = 20_000;

/** By epoch and library; the epoch written last comes last. */
type Highest = ReadonlyMap<string, ReadonlyMap<string, number>>;

function highestOf(text: string): Highest {
  const highest = new Map<string, Map<string, number>>();
  for (const line of text.split('\n')) {
    const [epoch = '', library = '', sequence = ''] = line.split(' ');
    if (!/^\d+$/.test(sequence)) continue;
    const of = highest.get(epoch) ?? new Map<string, number>();
    highest.delete(epoch);
    highest.set(epoch, of.set(library, Math.max(Number(sequence), of.get(library) ?? 0)));
  }
  return highest;
}

function written(highest: Highest): string {
  return [...highest]
    .flatMap(([epoch, libraries]) => [...libraries].map(([library, sequence]) => `${epoch} ${library} ${sequence}\n`))
    .join('');
}
