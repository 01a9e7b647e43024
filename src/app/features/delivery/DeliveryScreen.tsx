// Delivery: asked in the evening, from two meters away, "has everything arrived?". The answer fills the top of the screen; below it
// what waits, what needs attention, the next try, storage, and the way out when there is no network at all.

import { useEffect } from 'preact/hooks';
import { type Delivery, delivery, needsAttention } from '../../../device/store/delivery.ts';
import { useApp } from '../../context.ts';
import { useLive, useShared } from '../../live.ts';
import { useZone } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { AttentionList } from './AttentionList.tsx';
import { CarriedList } from './CarriedList.tsx';
import { DeliverNow } from './DeliverNow.tsx';
import { DeliveryAnswer } from './DeliveryAnswer.tsx';
import css from './delivery-screen.module.css';
import { StorageState } from './StorageState.tsx';
import { WithoutNetwork } from './WithoutNetwork.tsx';

export function DeliveryScreen() {
  const { device, text } = useApp();
  const zone = useZone();
  const live = useShared(delivery);
  const held = useLive(() => needsAttention(device.store), [device]);

  useEffect(() => {
    void device.act.readStorage();
  }, [device]);

  return (
    <>
      <PageHeader title={text.delivery.title} />
      {live.state === 'loading' && <Skeleton label={text.delivery.reading} />}
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'ready' && (
        <>
          <DeliveryAnswer delivery={live.value} />
          {live.value.revoked && (
            <Notice tone="problem" title={text.delivery.revoked}>
              <p>{text.delivery.revokedText}</p>
            </Notice>
          )}
          {live.value.healing && <Notice tone="info" title={text.delivery.healing} />}
          <DeliverNow delivery={live.value} zone={zone} />
          {held.state === 'ready' && held.value.length > 0 && <AttentionList held={held.value} zone={zone} />}
          <CarriedList zone={zone} />
          <div class={css.columns}>
            <WithoutNetwork unsent={unsent(live.value)} />
            <StorageState storage={live.value.storage} />
          </div>
        </>
      )}
    </>
  );
}

function unsent({ waiting, attention, parked }: Delivery): number {
  return waiting + attention + parked;
}
