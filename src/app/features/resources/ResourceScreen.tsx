// One resource: what it is, how many are aboard, and its form. Only what was changed is saved.

import type { Shown } from '../../../device/store/records.ts';
import { resourceWith } from '../../../device/store/records.ts';
import type { ResourceFields } from '../../../domain/places.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { useCatalogue } from '../../records/catalogue.ts';
import { routes } from '../../routes.ts';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { FilePart } from './files/FilePart.tsx';
import { ResourceForm } from './ResourceForm.tsx';
import { StockPart } from './StockPart.tsx';

export function ResourceScreen({ id }: { readonly id: string | null }) {
  const { device, text } = useApp();
  const words = text.resources;
  const live = useLive(async () => (id === null ? null : ((await resourceWith(device.store, id)) ?? null)), [device, id]);
  const found = live.state === 'ready' ? live.value : null;
  return (
    <>
      <PageHeader
        title={id === null ? words.newTitle : (found?.values.title ?? words.editTitle)}
        back={{ href: routes.resources, label: words.title }}
      />
      {live.state === 'loading' && <Skeleton label={words.reading} />}
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'ready' && id !== null && found === null && <ProblemNotice problem={{ code: 'not-found' }} />}
      {found?.values.type === 'digital_resource' && <FilePart id={found.id} values={found.values} />}
      {found !== null && <Parts resource={found} />}
      {live.state === 'ready' && (id === null || found !== null) && <Editing key={id} resource={found} />}
    </>
  );
}

/** What is shown of a resource beside its form, by its type. */
function Parts({ resource }: { readonly resource: Shown<ResourceFields> }) {
  return resource.values.type === 'digital_resource' ? null : <StockPart resource={resource} />;
}

/** The catalogue says which other thing has a code already; while it is being read, nothing is said. */
function Editing({ resource }: { readonly resource: Shown<ResourceFields> | null }) {
  const catalogue = useCatalogue();
  return <ResourceForm resource={resource} catalogue={catalogue.state === 'ready' ? catalogue.value : null} />;
}
