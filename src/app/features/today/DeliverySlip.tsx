// The state of delivery in one line at the top of Today, leading to the page that explains it.

import type { Delivery } from '../../../device/store/delivery.ts';
import { useApp } from '../../context.ts';
import { deliveryWords } from '../../records/delivery-words.ts';
import { useNow } from '../../records/library-day.ts';
import { routes } from '../../routes.ts';
import { DeliveryState } from '../../ui/feedback/DeliveryState.tsx';
import css from './delivery-slip.module.css';

export function DeliverySlip({ delivery, zone }: { readonly delivery: Delivery; readonly zone: string }) {
  const { text } = useApp();
  const { state, label, detail } = deliveryWords(delivery, { now: useNow(), zone, text });
  return (
    <a class={css.slip} href={routes.delivery}>
      <DeliveryState state={state} label={label} detail={detail} />
    </a>
  );
}
