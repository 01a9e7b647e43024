// What every screen says of delivery, in its frame.

import { formatting } from './formatting.ts';

const { number } = formatting;

export const deliveryState = {
  onThisDevice: (count: number): string => `${number(count)} on this device`,
  needAttention: (count: number): string => (count === 1 ? '1 needs attention' : `${number(count)} need attention`),
  allDelivered: 'All on the server',
  allShort: 'All sent',
  nothingWaits: 'Nothing to deliver yet',
  lastDelivered: (clock: string): string => `Last delivered ${clock}`,
  neverDelivered: 'Not delivered yet',
} as const;
