// What every screen says of delivery, in its frame.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const deliveryState: Text['deliveryState'] = {
  onThisDevice: (count) => `${number(count)} en este dispositivo`,
  needAttention: (count) => (count === 1 ? '1 requiere atención' : `${number(count)} requieren atención`),
  allDelivered: 'Todo en el servidor',
  allShort: 'Todo enviado',
  nothingWaits: 'Aún no hay nada que enviar',
  lastDelivered: (clock) => `Último envío: ${clock}`,
  neverDelivered: 'Aún sin enviar',
};
