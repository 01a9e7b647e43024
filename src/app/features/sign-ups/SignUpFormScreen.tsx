// Taking a sign-up at the table: a parent dictates, a child pulls at a sleeve. One column, the fewest fields the request needs, the
// consent last. Nothing typed is lost by an error, by another tab, or by a look at the count.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { libraryRecord, sealingKey } from '../../../device/store/records.ts';
import { session as readSession } from '../../../device/store/sessions.ts';
import { readCardNumber } from '../../../domain/card.ts';
import { bands } from '../../../domain/attendance.ts';
import type { Problem } from '../../../domain/problem.ts';
import { offeredPrograms } from '../../../domain/programs.ts';
import { language as languageSchema, type Language, languages } from '../../../domain/shapes.ts';
import { ageOn, bandOf, defaultRules, type SignUpRules } from '../../../domain/sign-up-rules.ts';
import { type SignUpKind, signUpKinds } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { knownZone, useToday } from '../../records/library-day.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { useWarnBeforeUnload } from '../../records/use-warn-before-unload.ts';
import { SignaturePad } from '../../records/SignaturePad.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { Chips } from '../../ui/form/Chips.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { CardField } from './CardField.tsx';
import { draftToContact, needsOf, signUpProblems } from './check.ts';
import { Consent } from './Consent.tsx';
import { ContactFields } from './ContactFields.tsx';
import { ProgramFields } from './ProgramFields.tsx';
import css from './sign-up-form.module.css';
import { useWording } from '../../records/use-wording.ts';
import { draftOf, isTouched, keepDraft, newDraft, type SignUpDraft } from '../../records/sign-up-draft.ts';

export function SignUpFormScreen({ session }: { readonly session: string }) {
  const { device, text } = useApp();
  const ready = useLive(async () => {
    const [key, library, found] = await Promise.all([
      sealingKey(device.store),
      libraryRecord(device.store),
      readSession(device.store, session),
    ]);
    return {
      key,
      zone: knownZone(library?.values.timeZone),
      spoken: library?.values.languages ?? [],
      rules: library?.values.signUpRules ?? defaultRules,
      planned: found?.values.status === 'planned',
      offered: offeredPrograms(found?.values ?? {}),
    };
  }, [device, session]);
  return (
    <>
      <PageHeader title={text.signUps.form.title} back={{ href: routes.session(session, 'sign-ups'), label: text.signUps.title }} />
      {ready.state === 'loading' && <Skeleton label={text.signUps.reading} />}
      {ready.state === 'problem' && <ProblemNotice problem={ready.problem} />}
      {ready.state === 'ready' && ready.value.key === null && (
        <Notice tone="warning" title={text.signUps.noKeyTitle}>
          <p>{text.signUps.noKeyText}</p>
        </Notice>
      )}
      {ready.state === 'ready' && ready.value.key !== null && (
        <SignUpForm
          session={session}
          zone={ready.value.zone}
          first={ready.value.spoken.find(isKnownLanguage) ?? 'en-US'}
          rules={ready.value.rules}
          prepared={ready.value.planned}
          offered={ready.value.offered}
        />
      )}
    </>
  );
}

interface SignUpFormProps {
  readonly session: string;
  readonly zone: string;
  /** The library's first language. */
  readonly first: Language;
  readonly rules: SignUpRules;
  /** Before the session: the person need not have come yet. */
  readonly prepared: boolean;
  /** Programs that this session offers. */
  readonly offered: ReturnType<typeof offeredPrograms>;
}

function SignUpForm({ session, zone, first, rules, prepared, offered }: SignUpFormProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const today = useToday(zone);
  const words = text.signUps.form;
  const [draft, setDraft] = useState<SignUpDraft>(() => draftOf(session) ?? newDraft(first));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);
  const [saved, setSaved] = useState('');
  const dirty = isTouched(draft);
  const needs = needsOf(rules, draft, today);
  const problems = signUpProblems(draft, needs, today, text);
  const wording = useWording(rules, draft.language);
  useHoldUpdates(dirty);
  useWarnBeforeUnload(dirty);

  function change(set: Partial<SignUpDraft>): SignUpDraft {
    const next = { ...draft, ...set };
    keepDraft(session, next);
    setDraft(next);
    return next;
  }

  async function save(then: 'back' | 'another'): Promise<void> {
    setTried(true);
    setSaved('');
    if (busy || problems.length > 0) return;
    setBusy(true);
    setFailed(null);
    const { signature } = draft;
    const contact = { ...draftToContact(draft, needs, today), ...(needs.signature && signature !== '' ? { signature } : {}) };
    const tokens = Object.fromEntries(draft.kinds.map((kind) => [kind, draft.tokens[kind] ?? device.act.newToken()]));
    let now = change({ tokens });
    for (const kind of draft.kinds) {
      if (now.done.includes(kind)) continue;
      const cardNumber = kind === 'card' ? readCardNumber(draft.cardNumber) : '';
      const signUp = {
        for: kind,
        program: kind === 'program' && draft.program.trim() !== '' ? draft.program.trim() : null,
        ...(kind === 'program' && draft.programSession !== '' ? { programSession: draft.programSession } : {}),
        language: draft.language,
        ageBand: draft.ageBand !== '' ? draft.ageBand : contact.birthDate === null ? null : bandOf(ageOn(contact.birthDate, today)),
        consent: { given: true, wording: wording.version, by: contact.guardian === null ? 'person' : 'caregiver' },
        contact: { ...contact, cardNumber },
        ...(tokens[kind] === undefined ? {} : { token: tokens[kind] }),
        ...(prepared ? { prepared } : {}),
      } as const;
      const isNext = cardNumber !== '' && cardNumber === draft.nextCard;
      const result = await device.act.takeSignUp(session, signUp, isNext ? 'next' : 'any');
      if (!result.ok) {
        setBusy(false);
        if (result.problem.code === 'cards-taken-meanwhile') change({ tokens, cardNumber: '', nextCard: '' });
        return setFailed(result.problem);
      }
      now = { ...now, done: [...now.done, kind] };
      keepDraft(session, now);
      setDraft(now);
    }
    setBusy(false);
    setTried(false);
    keepDraft(session, null);
    setDraft(newDraft(draft.language));
    if (then === 'back') return route(routes.session(session, 'sign-ups'), true);
    setSaved(text.signUps.saved(draft.kinds.length));
    document.querySelector('h1')?.scrollIntoView();
  }

  const names = (kinds: readonly SignUpKind[]) => text.formatting.list(kinds.map((kind) => text.words.signUpKind[kind]));
  return (
    <Form problems={tried ? problems : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save('back')}>
      <LiveRegion text={saved} />
      {saved !== '' && <Notice tone="done" title={saved} />}
      {failed?.code === 'cards-taken-meanwhile' && (
        <Notice tone="problem" title={text.cards.atSignUp.taken} code={text.shell.codeIs(failed.code)} announce>
          <p>{text.cards.atSignUp.takenText}</p>
        </Notice>
      )}
      {failed !== null && failed.code !== 'cards-taken-meanwhile' && <ProblemNotice problem={failed} title={text.sessions.notSaved} />}
      {failed !== null && draft.done.length > 0 && (
        <Notice tone="info" title={words.partlySaved(names(draft.done), names(draft.kinds.filter((kind) => !draft.done.includes(kind))))} />
      )}
      <Chips
        name="kinds"
        label={words.kinds}
        values={draft.kinds}
        onChange={(kinds) => change({ kinds })}
        options={signUpKinds.map((value) => ({ value, label: text.words.signUpKind[value] }))}
      />
      {draft.kinds.includes('program') && (
        <ProgramFields session={session} zone={zone} offered={offered} program={draft} onChange={change} />
      )}
      <SelectField
        name="ageBand"
        label={words.age}
        value={draft.ageBand}
        placeholder={words.ageNotSaid}
        onInput={(value) => change({ ageBand: bands.find((one) => one === value) ?? '' })}
        options={bands.filter((band) => band !== 'general').map((value) => ({ value, label: text.words.bandName[value] }))}
      />
      <SelectField
        name="language"
        label={words.language}
        value={draft.language}
        onInput={(value) => change({ language: languages.find((one) => one === value) ?? 'en-US' })}
        options={languages.map((value) => ({ value, label: text.words.language[value] }))}
      />
      <ContactFields value={draft} onChange={change} needs={needs} />
      {draft.kinds.includes('card') && <CardField draft={draft} onChange={change} />}
      {needs.signature && (
        <fieldset>
          <legend>{text.asking.signature}</legend>
          <p>{text.asking.signatureHint}</p>
          <SignaturePad path={draft.signature} onChange={(signature) => change({ signature })} />
        </fieldset>
      )}
      <Consent
        by={draft.guardianName.trim() !== '' && needs.guardian !== 'no' ? 'caregiver' : 'person'}
        given={draft.consent}
        wording={wording.text}
        onChange={(consent) => change({ consent })}
      />
      <div class={css.others}>
        <Button onClick={() => void save('another')}>{words.saveAnother}</Button>
        {dirty && (
          <Button look="quiet" onClick={() => setAsking(true)}>
            {words.discard}
          </Button>
        )}
      </div>
      <ActionBar>
        <Button type="submit" look="main" large busy={busy ? words.saving : undefined}>
          {words.save}
        </Button>
      </ActionBar>
      <ConfirmDialog
        open={asking}
        look="danger"
        title={words.discardTitle}
        confirmLabel={words.discard}
        cancelLabel={words.discardKeep}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          keepDraft(session, null);
          route(routes.session(session, 'sign-ups'), true);
        }}
      >
        <p>{words.discardText}</p>
      </ConfirmDialog>
    </Form>
  );
}

function isKnownLanguage(value: string): value is Language {
  return languageSchema.options.some((one) => one === value);
}
