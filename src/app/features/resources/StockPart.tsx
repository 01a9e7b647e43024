// How many are aboard, of each vehicle where the library has several. Nobody has to count; who counted once sees the number fall and rise by
// what is given, lent and comes back.

import { useState } from 'preact/hooks';
import { movements } from '../../../device/store/loans.ts';
import type { Shown } from '../../../device/store/records.ts';
import type { ResourceFields } from '../../../domain/places.ts';
import { type Stock, stockNear, stockOf } from '../../../domain/stock.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { CountStock } from '../../records/CountStock.tsx';
import { useToday } from '../../records/library-day.ts';
import { type Places, usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { useOwnVehicle, vehiclesOf } from '../../records/vehicles.ts';
import { Button } from '../../ui/button/Button.tsx';
import { StatFigure } from '../../ui/data/StatFigure.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import css from './resources.module.css';

export interface StockPartProps {
  readonly resource: Shown<ResourceFields>;
}

export function StockPart({ resource }: StockPartProps) {
  const places = usePlaces();
  if (places.state === 'problem') return <ProblemNotice problem={places.problem} />;
  return places.state === 'ready' ? <StockIn resource={resource} places={places.value} /> : null;
}

function StockIn({ resource, places }: StockPartProps & { readonly places: Places }) {
  const { device, text } = useApp();
  const words = text.resources.stock;
  const today = useToday(places.zone);
  const own = useOwnVehicle(today);
  const [counting, setCounting] = useState(false);
  const live = useLive(() => movements(device.store, today), [today]);
  if (live.state === 'problem') return <ProblemNotice problem={live.problem} />;
  if (live.state === 'loading') return null;
  const isKit = resource.values.type === 'kit';
  const all = vehiclesOf(places);
  const isOne = all.length < 2;
  const vehicles = isOne ? [] : all;
  const alone = isOne ? stockNear(resource, all[0]?.id ?? null, live.value, today) : null;
  const unsaid = isOne ? null : stockOf(resource, null, live.value, today);
  return (
    <section class={css.stock}>
      <h2>{words.title}</h2>
      {isOne && (alone === null ? <p>{words.none}</p> : <Figures stock={alone.stock} isKit={isKit} size="total" />)}
      {vehicles.map(({ id, name }) => {
        const stock = stockOf(resource, id, live.value, today);
        return (
          <section key={id} class={css.vehicle}>
            <h3>{name}</h3>
            {stock === null ? <p>{words.notHere}</p> : <Figures stock={stock} isKit={isKit} size="plain" />}
          </section>
        );
      })}
      {unsaid !== null && (
        <section class={css.vehicle}>
          <h3>{text.resources.noVehicle}</h3>
          <p>{words.everyVehicle}</p>
          <Figures stock={unsaid} isKit={isKit} size="plain" />
        </section>
      )}
      <Button onClick={() => setCounting(true)}>{isKit ? words.countPrepared : words.count}</Button>
      {counting && (
        <CountStock
          resource={resource}
          vehicles={vehicles}
          outlet={isOne ? (alone?.of ?? null) : vehicles.find(({ id }) => id === own)?.id}
          movements={live.value}
          today={today}
          onClose={() => setCounting(false)}
        />
      )}
    </section>
  );
}

interface FiguresProps {
  readonly stock: Stock;
  readonly isKit: boolean;
  readonly size: 'plain' | 'total';
}

function Figures({ stock, isKit, size }: FiguresProps) {
  const { text } = useApp();
  const words = text.resources.stock;
  const { number, dayWithYear: day } = text.formatting;
  return (
    <>
      <div class={css.figures}>
        <StatFigure
          size={size}
          value={number(stock.aboard ?? stock.counted)}
          label={stock.aboard === null ? words.countedOn(day(stock.since)) : words.aboard}
        />
        {stock.out > 0 && <StatFigure value={number(stock.out)} label={words.out} />}
        {isKit && !stock.old && <StatFigure value={number(stock.kits.prepared)} label={words.prepared} />}
        {isKit && !stock.old && <StatFigure value={number(stock.kits.pickedUp)} label={words.pickedUp} />}
      </div>
      {isKit && !stock.old && stock.kits.since !== stock.since && <p>{words.kitsSince(day(stock.kits.since))}</p>}
      {stock.old ? <Notice tone="warning" title={words.old} /> : <p>{words.since(day(stock.since))}</p>}
    </>
  );
}
