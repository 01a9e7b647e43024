// Many rows in few statements: as many to a statement as the engine takes parameters.

import type { Engine } from './dialects.ts';

interface Executable {
  readonly execute: () => Promise<unknown>;
}

/** Runs `statement` over slices of `rows`; nothing for no rows. */
export async function insertMany<Row extends object>(engine: Engine, rows: readonly Row[], statement: (some: readonly Row[]) => Executable): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const most = Math.floor(engine.mostParameters / Object.keys(first).length);
  for (let at = 0; at < rows.length; at += most) await statement(rows.slice(at, at + most)).execute();
}
