// One range: its stock, who takes from it, and every number with what became of it, to print.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type CardRange, cardRanges } from '../../../device/store/cards.ts';
import { identity } from '../../../device/store/identity.ts';
import { devices, type Shown } from '../../../device/store/records.ts';
import { cardsIn, checkDigitsOf, stockOf } from '../../../domain/card.ts';
import { may } from '../../../domain/may.ts';
import type { DeviceFields } from '../../../domain/places.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { StatFigure } from '../../ui/data/StatFigure.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { useWork } from '../../use-work.ts';
import css from './cards.module.css';
import { HolderPart } from './HolderPart.tsx';
import { NumberList } from './NumberList.tsx';

export function CardRangeScreen({ id }: { readonly id: string }) {
  const { device, text } = useApp();
  const words = text.cards.ranges;
  const live = useLive(async () => {
    const [who, ranges, known] = await Promise.all([identity(device.store), cardRanges(device.store), devices(device.store)]);
    return { range: ranges.find((one) => one.id === id), devices: known, mayChange: who !== null && may(who.level, 'devices.manage') };
  }, [device, id]);
  const ready = live.state === 'ready' ? live.value : null;
  const range = ready?.range;
  return (
    <>
      <PageHeader
        title={range === undefined ? words.title : words.range(range.values.from, range.values.to)}
        back={{ href: routes.cards, label: words.title }}
        meta={range !== undefined && `${words.cards(cardsIn(range.values))}. ${words.digits[checkDigitsOf(range.values)]}`}
      />
      {live.state === 'loading' && <Skeleton label={words.reading} />}
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {ready !== null && range === undefined && <ProblemNotice problem={{ code: 'not-found' }} title={words.gone} />}
      {ready !== null && range !== undefined && <RangeDetail range={range} devices={ready.devices} mayChange={ready.mayChange} />}
    </>
  );
}

interface RangeDetailProps {
  readonly range: CardRange;
  readonly devices: readonly Shown<DeviceFields>[];
  readonly mayChange: boolean;
}

function RangeDetail({ range, devices: known, mayChange }: RangeDetailProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.cards.ranges;
  const [asking, setAsking] = useState(false);
  const work = useWork();
  const { used, spoiled, left } = stockOf(range.values);
  const { number } = text.formatting;

  async function putAway(): Promise<void> {
    setAsking(false);
    const saved = await work.run(() => device.act.changeCardRange(range.id, { archived: true }));
    if (saved !== undefined) route(routes.cards, true);
  }

  return (
    <>
      <div class={css.figures}>
        <StatFigure value={number(used)} label={words.used} />
        <StatFigure value={number(spoiled)} label={words.spoiled} />
        <StatFigure value={number(left)} label={words.left} />
      </div>
      {work.problem !== undefined && <ProblemNotice problem={work.problem} title={words.notSaved} />}
      <HolderPart range={range} devices={known} mayChange={mayChange} />
      <NumberList range={range} />
      {mayChange && (
        <div data-print="no">
          <Button look="danger" onClick={() => setAsking(true)}>
            {words.putAway}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        look="danger"
        title={words.putAwayTitle}
        confirmLabel={words.putAway}
        cancelLabel={words.putAwayKeep}
        onConfirm={() => void putAway()}
        onCancel={() => setAsking(false)}
      >
        <p>{words.putAwayText(left)}</p>
      </ConfirmDialog>
    </>
  );
}
