// Is everything from before on the server? What this page itself wrote of the device does not count.

import { self } from '../../../../device/store/self.ts';
import type { Store } from '../../../../device/store/db.ts';
import { good, type Line, todo, type Verdict } from '../line.ts';

export interface UnsentSeen {
  readonly waiting: number;
  readonly attention: number;
  readonly carrying: number;
}

type Word = 'none' | 'waiting' | 'attention' | 'carrying';

export function unsentVerdict({ waiting, attention, carrying }: UnsentSeen): Verdict<Word> {
  if (waiting > 0) return todo('waiting', { count: waiting });
  if (attention > 0) return todo('attention', { count: attention });
  return carrying > 0 ? todo('carrying', { count: carrying }) : good('none');
}

export const lookAtUnsent: Line<Word> = async ({ device: { store } }) => {
  const { waiting, again, attention, carrying = 0 } = await self(store);
  return unsentVerdict({ waiting: waiting + again - (await ownWords(store, waiting)), attention, carrying });
};

/** A long queue is not read through for the sake of a few. */
async function ownWords(store: Store, waiting: number): Promise<number> {
  if (waiting === 0 || waiting > 50) return 0;
  const { delivered } = await self(store);
  const rows = await store.facts.where('order').above(delivered).toArray();
  return rows.filter(({ kind }) => kind === 'device.changed').length;
}
