// Can this device send without a network? For that it needs the server's key, which it is given at its first contact.

import { ensureParcelKeys, parcelKeys } from '../../../../device/sync/parcels.ts';
import { good, type Line, todo, type Verdict } from '../line.ts';

type Word = 'able' | 'missing';

export function parcelsVerdict(hasKeys: boolean): Verdict<Word> {
  return hasKeys ? good('able') : todo('missing');
}

export const lookAtParcels: Line<Word> = async ({ device: { store } }) => {
  if ((await parcelKeys(store)) === null) await ensureParcelKeys(store);
  return parcelsVerdict((await parcelKeys(store)) !== null);
};
