// All sites of the library, found by name or address. Windowed: a timetable brings hundreds.

import { useState } from 'preact/hooks';
import { sites } from '../../../../device/store/records.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { ListRow } from '../../../ui/data/ListRow.tsx';
import { WindowedList } from '../../../ui/data/WindowedList.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { LiveRegion } from '../../../ui/feedback/LiveRegion.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx';
import { SearchField } from '../../../ui/form/SearchField.tsx';
import { PageHeader } from '../../../ui/frame/PageHeader.tsx';
import { findSites } from './find-sites.ts';
import { siteIcon } from './site-icon.ts';

export function SitesScreen() {
  const { device, text } = useApp();
  const words = text.settings.site;
  const live = useLive(() => sites(device.store), []);
  const [typed, setTyped] = useState('');
  const [withArchived, setWithArchived] = useState(false);
  const all = live.state === 'ready' ? live.value : [];
  const found = findSites(all, typed, withArchived);
  const hasArchived = all.some((site) => site.values.archived);
  const isEmpty = live.state === 'ready' && all.length === 0;

  return (
    <>
      <PageHeader
        title={words.title}
        back={{ href: routes.settings, label: text.settings.title }}
        meta={live.state === 'ready' && !isEmpty && words.found(found.length)}
        actions={
          !isEmpty && (
            <LinkButton look="main" icon="add" href={routes.newSite}>
              {words.add}
            </LinkButton>
          )
        }
      />
      {live.state === 'loading' && <Skeleton label={text.shell.loading} rows={6} />}
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {isEmpty && (
        <EmptyState
          icon="place"
          title={words.empty}
          actions={
            <>
              <LinkButton look="main" icon="upload" href={routes.importStops}>
                {text.settings.importStops}
              </LinkButton>
              <LinkButton icon="add" href={routes.newSite}>
                {words.add}
              </LinkButton>
            </>
          }
        >
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
      {all.length > 0 && (
        <>
          <SearchField name="search" label={words.search} clearLabel={words.clearSearch} value={typed} onInput={setTyped} />
          {hasArchived && <CheckboxField name="archived" label={words.showArchived} checked={withArchived} onChange={setWithArchived} />}
          <LiveRegion text={typed === '' ? '' : words.found(found.length)} />
          {found.length === 0 ? (
            <EmptyState icon="search" title={words.none}>
              <p>{words.noneText}</p>
            </EmptyState>
          ) : (
            <WindowedList
              label={words.list}
              items={found}
              itemKey={(site) => site.id}
              row={(site) => (
                <ListRow
                  icon={siteIcon[site.values.type]}
                  title={site.values.name}
                  meta={[site.values.archived ? words.archivedMark : text.words.siteType[site.values.type], site.values.address]
                    .filter((part) => part !== '')
                    .join(' · ')}
                  href={routes.site(site.id)}
                />
              )}
            />
          )}
        </>
      )}
    </>
  );
}
