// The catalogue: what the library brings. Looked through at a desk before a stop, or added to when something new is in the box.

import { useState } from 'preact/hooks';
import { resources } from '../../../device/store/records.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { folded, matches } from '../../records/search.ts';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { WindowedList } from '../../ui/data/WindowedList.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import { SearchField } from '../../ui/form/SearchField.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';

export function ResourcesScreen() {
  const { device, text } = useApp();
  const words = text.resources;
  const [search, setSearch] = useState('');
  const [archived, setArchived] = useState(false);
  const live = useLive(() => resources(device.store), [device]);
  const all = live.state === 'ready' ? live.value : [];
  const found = all.filter(
    ({ values }) =>
      (archived || !values.archived) && (search.trim() === '' || matches(folded(`${values.title} ${values.barcode ?? ''}`), search)),
  );
  return (
    <>
      <PageHeader
        title={words.title}
        meta={words.lead}
        back={{ href: routes.settings, label: text.shell.settings }}
        actions={
          <LinkButton look="main" icon="add" href={routes.newResource}>
            {words.add}
          </LinkButton>
        }
      />
      {live.state === 'loading' && <Skeleton label={words.reading} />}
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'ready' && all.length === 0 && (
        <EmptyState icon="kit" title={words.emptyTitle}>
          {words.emptyText}
        </EmptyState>
      )}
      {all.length > 0 && (
        <>
          <SearchField
            name="search"
            label={words.search}
            placeholder={words.searchHint}
            value={search}
            clearLabel={words.clear}
            onInput={setSearch}
          />
          {all.some(({ values }) => values.archived) && (
            <CheckboxField name="archived" label={words.showArchived} checked={archived} onChange={setArchived} />
          )}
          <LiveRegion text={search === '' ? '' : words.count(found.length)} />
          {found.length === 0 ? (
            <EmptyState icon="search" title={words.noneFoundTitle}>
              {words.noneFoundText}
            </EmptyState>
          ) : (
            <WindowedList
              label={words.list}
              items={found}
              itemKey={({ id }) => id}
              row={({ id, values }) => (
                <ListRow
                  href={routes.resource(id)}
                  icon={values.type === 'book' ? 'book' : values.type === 'device' ? 'device' : 'kit'}
                  title={values.title}
                  meta={[text.words.resourceType[values.type], values.barcode ?? ''].filter((part) => part !== '').join(' · ')}
                  trailing={values.archived && words.archived}
                />
              )}
            />
          )}
        </>
      )}
    </>
  );
}
