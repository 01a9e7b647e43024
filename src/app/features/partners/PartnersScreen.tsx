// All partners, found by their name or by whom one talks to there.

import { useState } from 'preact/hooks';
import { partners } from '../../../device/store/records.ts';
import { contactsOf } from '../../../domain/partner.ts';
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

export function PartnersScreen() {
  const { device, text } = useApp();
  const words = text.partners;
  const live = useLive(() => partners(device.store), []);
  const [typed, setTyped] = useState('');
  const [withArchived, setWithArchived] = useState(false);
  const all = live.state === 'ready' ? live.value : [];
  const found = all.filter(({ values }) => {
    const said = [values.name, ...contactsOf(values).map((one) => one.name)].join(' ');
    return (withArchived || values.archived !== true) && matches(folded(said), typed.trim());
  });
  const add = (
    <LinkButton look="main" icon="add" href={routes.newPartner}>
      {words.add}
    </LinkButton>
  );

  return (
    <>
      <PageHeader
        title={words.title}
        back={{ href: routes.settings, label: text.settings.title }}
        meta={all.length > 0 && words.found(found.length)}
        actions={all.length > 0 && add}
      />
      {live.state === 'loading' && <Skeleton label={text.shell.loading} rows={4} />}
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'ready' && all.length === 0 && (
        <EmptyState icon="partner" title={words.empty} actions={add}>
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
      {all.length > 0 && (
        <>
          <SearchField name="search" label={words.search} clearLabel={text.settings.site.clearSearch} value={typed} onInput={setTyped} />
          {all.some(({ values }) => values.archived === true) && (
            <CheckboxField name="archived" label={words.showArchived} checked={withArchived} onChange={setWithArchived} />
          )}
          <LiveRegion text={typed === '' ? '' : words.found(found.length)} />
          {found.length === 0 ? (
            <EmptyState icon="search" title={words.none} />
          ) : (
            <WindowedList
              label={words.title}
              items={found}
              itemKey={({ id }) => id}
              row={({ id, values }) => (
                <ListRow
                  icon="partner"
                  title={values.name}
                  meta={[
                    values.archived === true ? words.archived : '',
                    ...contactsOf(values).map((one) => [one.name, words.roles[one.role]].filter((part) => part !== '').join(', ')),
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                  href={routes.partner(id)}
                />
              )}
            />
          )}
        </>
      )}
    </>
  );
}
