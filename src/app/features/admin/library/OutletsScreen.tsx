// Bookmobiles and branches: the list, and one dialog for adding and changing.

import { useState } from 'preact/hooks';
import { identity } from '../../../../device/store/identity.ts';
import { outlets } from '../../../../device/store/records.ts';
import { mayWriteFact } from '../../../../domain/may.ts';
import type { OutletFields } from '../../../../domain/places.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { List, ListItem } from '../../../ui/data/List.tsx';
import { ListRow } from '../../../ui/data/ListRow.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../../ui/frame/PageHeader.tsx';
import type { IconName } from '../../../ui/Icon.tsx';
import { OutletDialog } from './OutletDialog.tsx';

const icons = { bookmobile: 'vehicle', branch: 'building', other: 'place' } as const satisfies Record<OutletFields['kind'], IconName>;

export function OutletsScreen() {
  const { device, text } = useApp();
  const words = text.settings.outlet;
  const [editing, setEditing] = useState<{ readonly id: string | null; readonly values: OutletFields } | undefined>(undefined);
  const live = useLive(async () => {
    const [who, records] = await Promise.all([identity(device.store), outlets(device.store)]);
    return { records, mayChange: who !== null && mayWriteFact(who.level, 'outlet.changed') };
  }, []);
  const add = (
    <Button look="main" icon="add" onClick={() => setEditing({ id: null, values: { name: '', kind: 'bookmobile' } })}>
      {words.add}
    </Button>
  );
  const mayChange = live.state === 'ready' && live.value.mayChange;
  const isEmpty = live.state === 'ready' && live.value.records.length === 0;

  return (
    <>
      <PageHeader
        title={words.title}
        back={{ href: routes.settings, label: text.settings.title }}
        meta={words.text}
        actions={mayChange && !isEmpty && add}
      />
      {live.state === 'loading' && <Skeleton label={text.shell.loading} />}
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {isEmpty && (
        <EmptyState icon="vehicle" title={words.empty} actions={mayChange && add}>
          <p>{mayChange ? words.emptyText : text.settings.forCoordinators}</p>
        </EmptyState>
      )}
      {live.state === 'ready' && !isEmpty && (
        <List label={words.title}>
          {live.value.records.map(({ id, values }) => (
            <ListItem key={id}>
              <ListRow
                icon={icons[values.kind]}
                title={values.name}
                meta={text.words.outletKind[values.kind]}
                onSelect={mayChange ? () => setEditing({ id, values }) : undefined}
              />
            </ListItem>
          ))}
        </List>
      )}
      {editing && <OutletDialog id={editing.id} values={editing.values} onClose={() => setEditing(undefined)} />}
    </>
  );
}
