// Who this device is, as its enrollment said.

import type { Level } from '../../domain/may.ts';
import type { Reads } from './first-reading.ts';
import { self } from './self.ts';

export interface Identity {
  readonly library: string;
  readonly device: string;
  readonly incarnation: string;
  readonly server: { readonly id: string; readonly epoch: string };
  readonly level: Level;
  readonly name: string;
}

/** Who this device is; null before it is enrolled. */
export async function identity(store: Pick<Reads, 'self'>): Promise<Identity | null> {
  return (await self(store)).identity;
}
