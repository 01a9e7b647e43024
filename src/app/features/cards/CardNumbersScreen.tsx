// Ranges of card numbers: who has which pile, and what is left of it.

import { useState } from 'preact/hooks';
import { cardRanges } from '../../../device/store/cards.ts';
import { identity } from '../../../device/store/identity.ts';
import { devices } from '../../../device/store/records.ts';
import { stockOf } from '../../../domain/card.ts';
import { may } from '../../../domain/may.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { NewRangeDialog } from './NewRangeDialog.tsx';

export function CardNumbersScreen() {
  const { device, text } = useApp();
  const words = text.cards.ranges;
  const [adding, setAdding] = useState(false);
  const live = useLive(async () => {
    const [who, ranges, known] = await Promise.all([identity(device.store), cardRanges(device.store), devices(device.store)]);
    return { ranges, devices: known, mayChange: who !== null && may(who.level, 'devices.manage') };
  }, [device]);
  const ready = live.state === 'ready' ? live.value : null;
  const add = (
    <Button look="main" icon="add" onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  const nameOf = (id: string | null) =>
    id === null ? words.nobody : (ready?.devices.find((one) => one.id === id)?.values.name ?? words.unknownDevice);

  return (
    <>
      <PageHeader
        title={words.title}
        back={{ href: routes.settings, label: text.settings.title }}
        meta={words.lead}
        actions={ready?.mayChange === true && ready.ranges.length > 0 && add}
      />
      {live.state === 'loading' && <Skeleton label={words.reading} />}
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {ready !== null && ready.ranges.length === 0 && (
        <EmptyState icon="card" title={words.emptyTitle} actions={ready.mayChange && add}>
          <p>{ready.mayChange ? words.emptyText : text.settings.forCoordinators}</p>
        </EmptyState>
      )}
      {ready !== null && ready.ranges.length > 0 && (
        <List label={words.list}>
          {ready.ranges.map(({ id, values }) => {
            const { used, spoiled, left } = stockOf(values);
            return (
              <ListItem key={id}>
                <ListRow
                  icon="card"
                  href={routes.cardRange(id)}
                  title={words.range(values.from, values.to)}
                  meta={`${nameOf(values.device)} · ${words.stock(used, spoiled, left)}`}
                />
              </ListItem>
            );
          })}
        </List>
      )}
      {adding && ready !== null && <NewRangeDialog ranges={ready.ranges} devices={ready.devices} onClose={() => setAdding(false)} />}
    </>
  );
}
