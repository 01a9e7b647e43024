// One site, or a new one. Only the fields that were changed here are saved, each based on the value that was shown; a value that
// lost against a later one from elsewhere is shown below for review.

import { partners, sites } from '../../../../device/store/records.ts';
import type { SiteFields } from '../../../../domain/places.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../../ui/frame/PageHeader.tsx';
import { OverwrittenValues } from './OverwrittenValues.tsx';
import { SiteForm } from './SiteForm.tsx';

const newSite: SiteFields = {
  name: '',
  type: 'community_center',
  address: '',
  notes: '',
  latitude: null,
  longitude: null,
  source: null,
  archived: false,
};

export function SiteScreen({ id }: { readonly id: string | null }) {
  const { device, text } = useApp();
  const words = text.settings.site;
  const live = useLive(async () => (id === null ? null : (await sites(device.store)).find((one) => one.id === id)), [id]);
  const helpers = useLive(() => partners(device.store), []);
  const back = id === null ? { href: routes.sites, label: words.title } : { href: routes.site(id), label: text.sessionSteps.details.site };

  if (live.state === 'loading' || live.state === 'problem') {
    return (
      <>
        <PageHeader title={words.title} back={back} />
        {live.state === 'problem' ? <ProblemNotice problem={live.problem} /> : <Skeleton label={text.shell.loading} />}
      </>
    );
  }
  if (id !== null && (live.value === undefined || live.value === null)) {
    return (
      <>
        <PageHeader title={words.notFound} back={back} />
        <EmptyState icon="place" title={words.notFound}>
          <p>{words.notFoundText}</p>
        </EmptyState>
      </>
    );
  }
  const site = live.value ?? undefined;
  const all = helpers.state === 'ready' ? helpers.value : [];
  const choosable = all.filter((one) => one.values.archived !== true || site?.values.partners?.includes(one.id));
  return (
    <>
      <PageHeader title={site?.values.name ?? words.newTitle} back={back} meta={site?.values.source && words.source} />
      {site && <OverwrittenValues overwritten={site.overwritten} />}
      <SiteForm key={id} id={id} values={site?.values ?? newSite} partners={choosable} />
    </>
  );
}
