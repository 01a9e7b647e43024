// The state of delivery in one label and one quiet line, the same in the frame, on Today and on Delivery.

import type { Delivery } from '../../device/store/delivery.ts';
import type { Text } from '../text/text.ts';
import { dayIn } from './library-day.ts';

export interface DeliveryWords {
  readonly state: 'on-device' | 'on-server' | 'needs-attention';
  readonly short: string;
  readonly label: string;
  readonly detail: string | undefined;
}

export interface WordsContext {
  readonly now: number;
  readonly zone: string;
  readonly text: Text;
}

export function deliveryWords(delivery: Delivery, { now, zone, text }: WordsContext): DeliveryWords {
  const words = text.deliveryState;
  const { waiting, attention, lastDeliveredAt } = delivery;
  const detail =
    lastDeliveredAt === null
      ? delivery.total === 0
        ? undefined
        : words.neverDelivered
      : words.lastDelivered(
          dayIn(zone, lastDeliveredAt) === dayIn(zone, now)
            ? text.formatting.clock(lastDeliveredAt, zone)
            : text.formatting.moment(lastDeliveredAt, zone),
        );
  if (attention > 0) {
    return { state: 'needs-attention', short: text.formatting.number(attention), label: words.needAttention(attention), detail };
  }
  if (waiting > 0) return { state: 'on-device', short: text.formatting.number(waiting), label: words.onThisDevice(waiting), detail };
  return { state: 'on-server', short: words.allShort, label: delivery.total === 0 ? words.nothingWaits : words.allDelivered, detail };
}
