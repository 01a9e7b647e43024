// A partner prepares applications for a class [S57], between two lessons, on a school's computer: what is typed is in this page's memory and
// nowhere else, is sealed before it is sent, and is never shown again. Who got no answer sends the very same once more.

import { useEffect, useRef, useState } from 'preact/hooks';
import { mayHaveArrived, sealClass, sendClass } from '../../../../device/actions/prepared.ts';
import { askShared } from '../../../../device/actions/shared.ts';
import type { NewSignUp } from '../../../../device/actions/sign-ups.ts';
import { ok, type Problem } from '../../../../domain/problem.ts';
import { type Language, languages } from '../../../../domain/shapes.ts';
import { consentInWriting } from '../../../../domain/sign-up-rules.ts';
import { mostPrepared } from '../../../../protocol/prepared.ts';
import type { SentFact } from '../../../../protocol/push.ts';
import type { Preparing, SharedAnswer, SharedSession } from '../../../../protocol/shared.ts';
import { useApp } from '../../../context.ts';
import { type Child, classProblems, classSignUps } from '../../../records/class-list.ts';
import { longestName } from '../../../records/too-long.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { emptyContact } from '../../../records/sign-up-draft.ts';
import { tooLong } from '../../../records/too-long.ts';
import { useWording } from '../../../records/use-wording.ts';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useUnsaved } from '../../../use-unsaved.ts';
import { useWork } from '../../../use-work.ts';
import { KnownOfChildren } from './KnownOfChildren.tsx';
import { namesIn, namesTwice, withNames } from './names.ts';
import css from './prepare-class.module.css';

export interface PrepareClassPageProps {
  readonly answer: SharedAnswer;
  readonly session: string;
}

export function PrepareClassPage({ answer, session: id }: PrepareClassPageProps) {
  const { text } = useApp();
  const words = text.shared.prepare;
  const { formatting } = text;
  const session = answer.sessions.find((one) => one.id === id);
  const { preparing } = answer;
  // As it was when it could first be prepared: what the library changes meanwhile takes nobody's list away. The server refuses what is too late.
  const begun = useRef<Pick<PrepareFormProps, 'session' | 'preparing'> | null>(null);
  if (session?.prepared !== undefined && preparing !== undefined) begun.current ??= { session, preparing };
  const shown = begun.current?.session ?? session;
  return (
    <>
      {shown !== undefined && (
        <p class={css.when}>
          {[formatting.day(shown.date), formatting.timeRange(shown.startsAt, shown.endsAt), shown.place]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      )}
      <div>
        <LinkButton look="quiet" icon="back" href={routes.today}>
          {words.back}
        </LinkButton>
      </div>
      {begun.current === null ? <Notice tone="info" title={words.closed} /> : <PrepareForm answer={answer} {...begun.current} />}
    </>
  );
}

interface PrepareFormProps {
  readonly answer: SharedAnswer;
  readonly session: SharedSession;
  readonly preparing: Preparing;
}

interface Draft {
  readonly list: string;
  readonly children: readonly Child[];
  readonly consent: boolean;
}

const empty: Draft = { list: '', children: [], consent: false };

function PrepareForm({ answer, session, preparing }: PrepareFormProps) {
  const { device, text } = useApp();
  const words = text.shared.prepare;
  const { today, partner } = answer;
  const [draft, setDraft] = useState(empty);
  const [school, setSchool] = useState(partner.name);
  const [language, setLanguage] = useState<Language>(preparing.languages[0] ?? 'en-US');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  /** Sent, and no answer came: until one does, nothing of it may be changed. */
  const [pending, setPending] = useState<readonly SentFact[] | null>(null);
  const [sent, setSent] = useState<{ readonly count: number; readonly prepared: number } | null>(null);
  const [reached, setReached] = useState(0);
  const submit = useRef<HTMLButtonElement>(null);
  const work = useWork();
  const wording = useWording(preparing.rules, language);
  const { children } = draft;
  const names = children.map(({ name }) => name);
  const twice = namesTwice(names);
  const prepared = Math.max(reached, answer.sessions.find(({ id }) => id === session.id)?.prepared ?? 0);
  const isPending = pending !== null;
  useUnsaved(draft.list.trim() !== '' || isPending);

  // Where a browser keeps the page for its back button, it keeps no names.
  useEffect(() => {
    const forget = () => setDraft(empty);
    addEventListener('pagehide', forget);
    return () => removeEventListener('pagehide', forget);
  }, []);

  function write(list: string): void {
    setSent(null);
    setDraft((now) => ({ ...now, list, children: withNames(now.children, namesIn(list), device.act.newToken) }));
  }

  function know(child: Child, set: Partial<Child>): void {
    setDraft((now) => ({ ...now, children: now.children.map((one) => (one.token === child.token ? { ...one, ...set } : one)) }));
  }

  async function send(): Promise<void> {
    const found = isPending ? [] : problemsNow();
    setProblems(found);
    if (found.length > 0) return;
    submit.current?.focus(); // the fields are closed meanwhile, and would throw a keyboard back to the top
    const done = await work.run(async () => {
      const sealed = pending === null ? await sealClass(device.store, session.id, signUpsNow()) : ok(pending);
      if (!sealed.ok) return sealed;
      const facts = sealed.value;
      const answered = await sendClass(device.store, session.id, facts);
      setPending(!answered.ok && mayHaveArrived(answered.problem, isPending) ? facts : null);
      return answered.ok ? ok({ count: facts.length, prepared: answered.value.prepared }) : answered;
    });
    if (done === undefined) return;
    setDraft(empty);
    setSent(done);
    setReached(done.prepared);
    await askShared(device.store); // the page says the number, too; without an answer it does so at its next look
  }

  function signUpsNow(): readonly NewSignUp[] {
    return classSignUps(children, { kind: 'card', school, language, rules: preparing.rules, wording: consentInWriting, today }, text);
  }

  function problemsNow(): readonly FieldProblem[] {
    const found = classProblems(children, draft.consent, today, text);
    // Of lines each name has a field of its own; here one field has them all.
    const ofNames = namesProblem();
    return [
      ...(ofNames === null ? [] : [{ field: 'names', message: ofNames }]),
      ...found.filter(({ field }) => !field.startsWith('name-') && field !== 'consent'),
      ...tooLong({ ...emptyContact, school }, 'school', text),
      ...found.filter(({ field }) => field === 'consent'),
    ];
  }

  function namesProblem(): string | null {
    const left = Math.max(0, mostPrepared - prepared);
    const long = names.flatMap((name, at) => (name.length > longestName ? [text.formatting.number(at + 1)] : []));
    if (names.length === 0) return text.asking.prepare.none;
    if (long.length > 0) return words.tooLong(text.formatting.list(long), longestName);
    return names.length > left ? words.tooMany(left) : null;
  }

  return (
    <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void send()}>
      <p>{words.text}</p>
      <fieldset class={css.fields} disabled={isPending || work.busy}>
        <TextArea name="names" label={words.names} hint={words.namesHint} rows={8} holds="names" value={draft.list} onInput={write} />
        <p class={css.count}>{words.count(children.length)}</p>
        {twice.length > 0 && (
          <Notice tone="info" title={words.twice} announce>
            <p translate={false}>{text.formatting.list(twice)}</p>
          </Notice>
        )}
        {children.length > 0 && children.length <= mostPrepared && (
          <KnownOfChildren
            list={children}
            open={problems.some(({ field }) => /^(birthDate|guardian|phone)-/.test(field))}
            onChange={know}
          />
        )}
        <TextField
          name="school"
          label={text.asking.school}
          optional={text.sessionSteps.optional}
          capitalize="words"
          value={school}
          onInput={setSchool}
        />
        <SelectField
          name="language"
          label={words.language}
          value={language}
          options={languages.map((value) => ({ value, label: text.words.language[value] }))}
          onInput={(value) => setLanguage(languages.find((one) => one === value) ?? language)}
        />
        <section class={css.consent} aria-label={words.agreed}>
          <h2>{words.agreed}</h2>
          <blockquote class={css.wording} lang={language}>
            {wording.text}
          </blockquote>
          <CheckboxField
            name="consent"
            label={text.asking.prepare.consent}
            checked={draft.consent}
            onChange={(consent) => setDraft((now) => ({ ...now, consent }))}
          />
        </section>
      </fieldset>
      {sent !== null && (
        <Notice tone="done" title={words.sent(sent.count)} announce>
          <p>{words.inAll(sent.prepared)}</p>
        </Notice>
      )}
      {work.problem !== undefined && <NotSent problem={work.problem} isPending={isPending} />}
      <div>
        <Button type="submit" look="main" large buttonRef={submit} busy={work.busy ? words.sending : undefined}>
          {isPending ? text.shell.tryAgain : words.send(children.length)}
        </Button>
      </div>
    </Form>
  );
}

/** What the catalogue says of a lost network is said to tablets, which keep everything and try again by themselves. Here neither is so. */
function NotSent({ problem, isPending }: { readonly problem: Problem; readonly isPending: boolean }) {
  const { text } = useApp();
  const words = text.shared.prepare;
  if (!mayHaveArrived(problem, isPending)) return <ProblemNotice problem={problem} title={words.notSent} />;
  return (
    <Notice tone="warning" title={words.notSent} code={text.shell.codeIs(problem.code)} announce>
      <p>{isPending ? words.noAnswer : words.noNetwork}</p>
    </Notice>
  );
}
