// Names to pick from, so that records say who counted: the list, and one dialog for adding and changing.

import { useState } from 'preact/hooks';
import { identity } from '../../../../device/store/identity.ts';
import { staff } from '../../../../device/store/records.ts';
import { mayWriteFact } from '../../../../domain/may.ts';
import type { StaffFields } from '../../../../domain/places.ts';
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
import { StaffDialog } from './StaffDialog.tsx';

export function StaffScreen() {
  const { device, text } = useApp();
  const words = text.settings.person;
  const [editing, setEditing] = useState<{ readonly id: string | null; readonly values: StaffFields } | undefined>(undefined);
  const live = useLive(async () => {
    const [who, records] = await Promise.all([identity(device.store), staff(device.store)]);
    return { records, mayChange: who !== null && mayWriteFact(who.level, 'staff.changed') };
  }, []);
  const isEmpty = live.state === 'ready' && live.value.records.length === 0;
  const mayChange = live.state === 'ready' && live.value.mayChange;
  const add = (
    <Button look="main" icon="add" onClick={() => setEditing({ id: null, values: { name: '', active: true } })}>
      {words.add}
    </Button>
  );

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
        <EmptyState icon="people" title={words.empty} actions={mayChange && add}>
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
      {live.state === 'ready' && !isEmpty && (
        <List label={words.title}>
          {live.value.records.map(({ id, values }) => (
            <ListItem key={id}>
              <ListRow
                icon="person"
                title={values.name}
                meta={values.active ? undefined : words.inactive}
                onSelect={mayChange ? () => setEditing({ id, values }) : undefined}
              />
            </ListItem>
          ))}
        </List>
      )}
      {editing && <StaffDialog id={editing.id} values={editing.values} onClose={() => setEditing(undefined)} />}
    </>
  );
}
