// The data folder: only the server's own user may look into it.

import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** Throws with a plain message when the folder cannot be made or written to. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new Error(`the folder ${folder} cannot be written to (DATA_DIR): ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Assets of earlier releases. */
export function keptAssets({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'assets');
}
