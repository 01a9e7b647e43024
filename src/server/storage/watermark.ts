// The highest number each library's sequence has had, in a file beside the database. A database that is behind it at a start was put
// back by hand, without `restore`: it begins a new epoch (S19), or devices would take new facts for ones they have.

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
  const highest = highestOf(readFileSync(path, 'utf8'), server.epoch);
  const libraries = await engine.db.selectFrom('library').select(['id', 'sequence']).execute();
  const state = { epoch: server.epoch, lines: 0 };
  if (libraries.some(({ id, sequence }) => sequence < (highest.get(id) ?? 0))) {
    warn('The database is older than it was when this server last ran: devices will bring back what it lacks.');
    state.epoch = longId(random);
    await engine.db.updateTable('server').set({ epoch: state.epoch }).execute();
  }
  writeFileSync(path, libraries.map(({ id, sequence }) => `${state.epoch} ${id} ${sequence}\n`).join(''));
  return {
    rise: (library, sequence) => {
      state.lines += 1;
      try {
        if (state.lines % mostLines === 0) writeFileSync(path, lastLines(readFileSync(path, 'utf8'), state.epoch));
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

function highestOf(text: string, epoch: string): ReadonlyMap<string, number> {
  const highest = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [of, library = '', sequence = ''] = line.split(' ');
    if (of === epoch && /^\d+$/.test(sequence)) highest.set(library, Math.max(Number(sequence), highest.get(library) ?? 0));
  }
  return highest;
}

function lastLines(text: string, epoch: string): string {
  return [...highestOf(text, epoch)].map(([library, sequence]) => `${epoch} ${library} ${sequence}\n`).join('');
}
