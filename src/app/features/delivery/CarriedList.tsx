// What this device carries for others: whose it is, how many, and whether the server takes it. Nobody here can read it.

import { useState } from 'preact/hooks';
import type { CarriedParcel } from '../../../device/store/db.ts';
import { carriedParcels } from '../../../device/store/parcels.ts';
import { devices } from '../../../device/store/records.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { useParcels } from '../../records/use-parcels.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';
import { useWork } from '../../use-work.ts';
import css from './delivery-screen.module.css';

export function CarriedList({ zone }: { readonly zone: string }) {
  const { device, text } = useApp();
  const words = text.parcels;
  const here = useLive(async () => {
    const [parcels, known] = await Promise.all([carriedParcels(device.store), devices(device.store)]);
    return { parcels, nameOf: (id: string) => known.find((one) => one.id === id)?.values.name ?? words.unknownDevice };
  }, [device, words]);
  const heading = useFocusGoesOn<HTMLHeadingElement>();
  if (here.state === 'problem') return <ProblemNotice problem={here.problem} />;
  if (here.state === 'loading' || here.value.parcels.length === 0) return null;
  const { parcels, nameOf } = here.value;
  return (
    <section class={css.part} aria-labelledby="carried">
      <h2 id="carried" ref={heading} tabIndex={-1}>
        {words.carriedTitle}
      </h2>
      <p>{words.carriedText}</p>
      <ul class={css.carried} data-marks="none">
        {parcels.map((one) => (
          <Carried key={one.id} parcel={one} title={words.carriedFrom(one.count, nameOf(one.device))} zone={zone} />
        ))}
      </ul>
    </section>
  );
}

function Carried({ parcel, title, zone }: { readonly parcel: CarriedParcel; readonly title: string; readonly zone: string }) {
  const { text } = useApp();
  const words = text.parcels;
  const parcels = useParcels();
  const work = useWork();
  const [asking, setAsking] = useState(false);
  const { problem } = parcel;
  return (
    <li class={css.card}>
      <p class={css.line}>
        <Icon name="kit" />
        <strong>{title}</strong>
      </p>
      <p class={css.quiet}>
        {[words.takenAt(text.formatting.moment(new Date(parcel.takenAt).toISOString(), zone)), problem === null ? words.onTheWay : null]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {problem !== null && <ProblemNotice problem={{ code: problem }} title={words.refused} />}
      {work.problem && <ProblemNotice problem={work.problem} />}
      {problem !== null && (
        <div class={css.actions}>
          <Button
            icon="refresh"
            busy={work.busy ? words.trying : undefined}
            onClick={() => void work.run(() => parcels.bringAgain(parcel.id))}
          >
            {words.bringAgain}
          </Button>
          <Button look="quiet" onClick={() => setAsking(true)}>
            {words.giveUp}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={words.giveUpTitle}
        confirmLabel={words.giveUp}
        cancelLabel={words.keep}
        look="danger"
        {...(work.busy ? { busy: words.removing } : {})}
        onConfirm={() => void work.run(() => parcels.giveUp(parcel.id)).then(() => setAsking(false))}
        onCancel={() => setAsking(false)}
      >
        <p>{words.giveUpText(parcel.count)}</p>
      </ConfirmDialog>
    </li>
  );
}
