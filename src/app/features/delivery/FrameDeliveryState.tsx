// The state of delivery for the frame of every screen.

import { delivery } from '../../../device/store/delivery.ts';
import { useApp } from '../../context.ts';
import { useShared } from '../../live.ts';
import { deliveryWords } from '../../records/delivery-words.ts';
import { useNow } from '../../records/library-day.ts';
import { useZone } from '../../records/places.ts';
import { routes } from '../../routes.ts';
import { FrameDelivery } from '../../ui/feedback/FrameDelivery.tsx';

export function FrameDeliveryState() {
  const { text } = useApp();
  const now = useNow();
  const zone = useZone();
  const live = useShared(delivery);
  if (live.state !== 'ready') return null;
  const { state, short, label, detail } = deliveryWords(live.value, { now, zone, text });
  return <FrameDelivery state={state} href={routes.delivery} short={short} label={label} detail={detail} />;
}
