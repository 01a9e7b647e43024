// Preparing a class before its visit: school, kind and consent once, then the children one after another. What the rules ask and is not
// known yet is noted with each child, to be asked on the day. Kept in memory only until it is sealed and saved, all or none.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { libraryRecord, sealingKey } from '../../../device/store/records.ts';
import { session as readSession } from '../../../device/store/sessions.ts';
import { languages } from '../../../domain/shapes.ts';
import { consentInWriting, defaultRules } from '../../../domain/sign-up-rules.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { knownZone, useToday } from '../../records/library-day.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import type { FieldProblem } from '../../ui/form/field-wiring.ts';
import { Form } from '../../ui/form/Form.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { emptyContact } from '../../records/sign-up-draft.ts';
import { tooLong } from '../../records/too-long.ts';
import { useUnsaved } from '../../use-unsaved.ts';
import { useWork } from '../../use-work.ts';
import { ChildLine } from './ChildLine.tsx';
import { type Child, type ClassRules, classKinds, classProblems, classSignUps, emptyChild, isFilled } from '../../records/class-list.ts';
import css from './prepare-class.module.css';

export function PrepareClassScreen({ session }: { readonly session: string }) {
  const { device, text } = useApp();
  const words = text.asking.prepare;
  const live = useLive(async () => {
    const { store } = device;
    const [key, library, found] = await Promise.all([sealingKey(store), libraryRecord(store), readSession(store, session)]);
    return {
      hasKey: key !== null,
      isClass: found?.values.topic === 'class_visit',
      zone: knownZone(library?.values.timeZone),
      rules: library?.values.signUpRules ?? defaultRules,
      language: languages.find((one) => one === library?.values.languages[0]) ?? 'en-US',
    };
  }, [session]);
  return (
    <>
      <PageHeader title={words.title} meta={words.text} back={{ href: routes.session(session, 'sign-ups'), label: text.signUps.title }} />
      {live.state === 'loading' && <Skeleton label={text.shell.loading} rows={4} />}
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'ready' && !live.value.hasKey && (
        <Notice tone="warning" title={text.signUps.noKeyTitle}>
          <p>{text.signUps.noKeyText}</p>
        </Notice>
      )}
      {live.state === 'ready' && live.value.hasKey && !live.value.isClass && <Notice tone="info" title={words.notClass} />}
      {live.state === 'ready' && live.value.hasKey && live.value.isClass && (
        <PrepareClass session={session} zone={live.value.zone} class={{ rules: live.value.rules, language: live.value.language }} />
      )}
    </>
  );
}

interface PrepareClassProps {
  readonly session: string;
  readonly zone: string;
  readonly class: Pick<ClassRules, 'rules' | 'language'>;
}

function PrepareClass({ session, zone, class: { rules, language } }: PrepareClassProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.asking.prepare;
  const today = useToday(zone);
  const [once, setOnce] = useState({ kind: 'card' as (typeof classKinds)[number], school: '', language, consent: false });
  const [children, setChildren] = useState<readonly Child[]>(() => [emptyChild(device.act.newToken())]);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const work = useWork();
  const filled = children.filter(isFilled);
  useUnsaved(filled.length > 0 && !work.busy);

  async function save(): Promise<void> {
    const { school, consent } = once;
    const found = [...tooLong({ ...emptyContact, school }, 'school', text), ...classProblems(children, consent, today, text)];
    setProblems(found);
    if (found.length > 0) return;
    const wording = consentInWriting;
    const signUps = classSignUps(filled, { ...once, rules, wording, today }, text);
    if ((await work.run(() => device.act.takeSignUps(session, signUps))) !== undefined) route(routes.session(session, 'sign-ups'), true);
  }

  return (
    <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save()}>
      {work.problem && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      <h2>{words.once}</h2>
      <SelectField
        name="kind"
        label={words.kind}
        value={once.kind}
        options={classKinds.map((value) => ({ value, label: text.words.signUpKind[value] }))}
        onInput={(value) => setOnce({ ...once, kind: classKinds.find((one) => one === value) ?? 'card' })}
      />
      <TextField
        name="school"
        label={text.asking.school}
        optional={text.sessionSteps.optional}
        capitalize="words"
        value={once.school}
        onInput={(school) => setOnce({ ...once, school })}
      />
      <SelectField
        name="language"
        label={text.signUps.form.language}
        value={once.language}
        options={languages.map((value) => ({ value, label: text.words.language[value] }))}
        onInput={(value) => setOnce({ ...once, language: languages.find((one) => one === value) ?? 'en-US' })}
      />
      <h2>{words.children}</h2>
      <ol class={css.children} data-marks="none">
        {children.map((child, place) => (
          <ChildLine
            key={child.token}
            child={child}
            place={place + 1}
            isLast={place === children.length - 1}
            onChange={(set) => setChildren(children.map((one) => (one === child ? { ...one, ...set } : one)))}
            onNext={() => setChildren([...children, emptyChild(device.act.newToken())])}
            onRemove={children.length > 1 ? () => setChildren(children.filter((one) => one !== child)) : undefined}
          />
        ))}
      </ol>
      <div>
        <Button icon="add" onClick={() => setChildren([...children, emptyChild(device.act.newToken())])}>
          {words.add}
        </Button>
      </div>
      <CheckboxField name="consent" label={words.consent} checked={once.consent} onChange={(consent) => setOnce({ ...once, consent })} />
      <ActionBar>
        <Button type="submit" look="main" large busy={work.busy ? words.saving : undefined}>
          {words.save(Math.max(1, filled.length))}
        </Button>
      </ActionBar>
    </Form>
  );
}
