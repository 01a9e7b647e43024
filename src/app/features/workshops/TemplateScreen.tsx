// One kind of session: adapted by the library, or its own.

import { useMemo } from 'preact/hooks';
import { identity } from '../../../device/store/identity.ts';
import { libraryRecord } from '../../../device/store/records.ts';
import { templates } from '../../../device/store/templates.ts';
import { mayWriteFact } from '../../../domain/may.ts';
import { type Template, usualTemplate } from '../../../domain/templates.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { knownZone } from '../../records/library-day.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { templateName } from '../../records/template-words.ts';
import { routes } from '../../routes.ts';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { TemplateForm } from './TemplateForm.tsx';

/** `id` null: a new one. */
export function TemplateScreen({ id }: { readonly id: string | null }) {
  const { device, text } = useApp();
  const words = text.workshops.settings;
  const fresh = useMemo((): Template => ({ id: '', values: usualTemplate('') }), []);
  const live = useLive(async () => {
    const [who, known, library] = await Promise.all([identity(device.store), templates(device.store), libraryRecord(device.store)]);
    return {
      known,
      mayChange: who !== null && mayWriteFact(who.level, 'template.changed'),
      languages: library?.values.languages ?? (['en-US'] as const),
      zone: knownZone(library?.values.timeZone),
    };
  }, [device]);
  const template = id === null ? fresh : live.state === 'ready' ? live.value.known.find((one) => one.id === id) : undefined;
  const title = id === null ? words.newTitle : template === undefined ? words.title : templateName(template, text);
  return (
    <>
      <PageHeader title={title} back={{ href: routes.templates, label: words.title }} />
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'loading' && <Skeleton label={text.shell.loading} rows={8} />}
      {live.state === 'ready' && template === undefined && <ProblemNotice problem={{ code: 'not-found' }} />}
      {live.state === 'ready' &&
        template !== undefined &&
        (live.value.mayChange ? <TemplateForm key={id} id={id} saved={template} {...live.value} /> : <p>{words.forCoordinators}</p>)}
    </>
  );
}
