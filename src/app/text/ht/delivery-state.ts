// What every screen says of delivery, in its frame.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const deliveryState: Text['deliveryState'] = {
  onThisDevice: (count) => `${number(count)} sou aparèy sa a`,
  needAttention: (count) => `${number(count)} mande atansyon`,
  allDelivered: 'Tout sou sèvè a',
  allShort: 'Tout ale',
  nothingWaits: 'Poko gen anyen pou voye',
  lastDelivered: (clock) => `Dènye anvwa: ${clock}`,
  neverDelivered: 'Poko voye',
};
