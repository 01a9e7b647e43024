// What visitors are asked at the end, in the library's own words where it has some.

import { useState } from 'preact/hooks';
import { identity } from '../../../device/store/identity.ts';
import { libraryRecord } from '../../../device/store/records.ts';
import { may } from '../../../domain/may.ts';
import type { Language } from '../../../domain/shapes.ts';
import type { SurveyWordings } from '../../../domain/survey.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { knownZone, useToday } from '../../records/library-day.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { useUnsaved } from '../../use-unsaved.ts';
import { useWork } from '../../use-work.ts';
import { type TypedWordings, typedToWordings, versionsOf, wordingsToTyped } from './typed-wordings.ts';
import { WordingFields } from './WordingFields.tsx';

export function SurveyWordingScreen() {
  const { device, text } = useApp();
  const words = text.workshops.settings;
  const live = useLive(async () => {
    const [who, library] = await Promise.all([identity(device.store), libraryRecord(device.store)]);
    return { mayChange: who !== null && may(who.level, 'library.change'), library: library?.values };
  }, [device]);
  return (
    <>
      <PageHeader title={words.wording} back={{ href: routes.templates, label: words.title }} />
      <p>{words.wordingLead}</p>
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'loading' && <Skeleton label={text.shell.loading} rows={8} />}
      {live.state === 'ready' && !live.value.mayChange && <p>{words.forCoordinators}</p>}
      {live.state === 'ready' && live.value.mayChange && (
        <WordingForm
          saved={live.value.library?.surveyWordings}
          languages={live.value.library?.languages ?? ['en-US']}
          zone={knownZone(live.value.library?.timeZone)}
        />
      )}
    </>
  );
}

interface WordingFormProps {
  readonly saved: SurveyWordings | undefined;
  readonly languages: readonly Language[];
  readonly zone: string;
}

function WordingForm({ saved, languages, zone }: WordingFormProps) {
  const { device, text } = useApp();
  const words = text.workshops.settings;
  const today = useToday(zone);
  const [changed, setChanged] = useState<TypedWordings | null>(null);
  const [done, setDone] = useState(false);
  const work = useWork();
  useUnsaved(changed !== null);

  async function save(): Promise<void> {
    if (changed === null) return;
    const surveyWordings = typedToWordings(changed, saved, today);
    if ((await work.run(() => device.act.changeLibrary({ surveyWordings }))) === undefined) return;
    setChanged(null);
    setDone(true);
  }

  return (
    <Form problems={none} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save()}>
      <WordingFields
        heading="h2"
        languages={languages}
        typed={changed ?? wordingsToTyped(saved)}
        versions={versionsOf(saved)}
        onChange={(typed) => {
          setDone(false);
          setChanged(typed);
        }}
      />
      {work.problem && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      {done && <Notice tone="done" title={text.shell.saved} announce />}
      <ActionBar>
        <Button look="main" type="submit" disabled={changed === null} busy={work.busy ? words.saving : undefined}>
          {words.save}
        </Button>
      </ActionBar>
    </Form>
  );
}

const none = [] as const;
