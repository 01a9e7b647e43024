// The rules as a form. Ages and spans are kept as typed until they are saved; a consent text that changed gets a new version then.

import { useState } from 'preact/hooks';
import type { Language } from '../../../../domain/shapes.ts';
import type { SignUpRules } from '../../../../domain/sign-up-rules.ts';
import { signUpKinds } from '../../../../domain/sign-up.ts';
import { useApp } from '../../../context.ts';
import { useToday } from '../../../records/library-day.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { useTexts } from '../../../records/use-texts.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { NumberField } from '../../../ui/form/NumberField.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { ActionBar } from '../../../ui/frame/ActionBar.tsx';
import type { Text } from '../../../text/text.ts';
import { useUnsaved } from '../../../use-unsaved.ts';
import { useWork } from '../../../use-work.ts';
import { KindRulesPart } from './KindRulesPart.tsx';
import { rulesProblems, rulesToTyped, type TypedRules, typedToRules } from './typed-rules.ts';
import css from './sign-up-rules.module.css';

export interface SignUpRulesFormProps {
  readonly saved: SignUpRules;
  readonly languages: readonly Language[];
  readonly zone: string;
}

export function SignUpRulesForm({ saved, languages, zone }: SignUpRulesFormProps) {
  const { device, text } = useApp();
  const words = text.asking;
  const today = useToday(zone);
  const texts = useTexts(languages);
  const [changed, setChanged] = useState<TypedRules | null>(null);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [done, setDone] = useState(false);
  const work = useWork();
  const typed = changed ?? rulesToTyped(saved);
  const isDirty = changed !== null && JSON.stringify(changed) !== JSON.stringify(rulesToTyped(saved));
  useUnsaved(isDirty);

  function change(set: Partial<TypedRules>): void {
    setDone(false);
    setChanged({ ...typed, ...set });
  }

  async function save(): Promise<void> {
    const found = rulesProblems(typed, words);
    setProblems(found);
    if (found.length > 0) return;
    const signUpRules = typedToRules(typed, saved, today);
    if ((await work.run(() => device.act.changeLibrary({ signUpRules }))) === undefined) return;
    setChanged(null);
    setDone(true);
  }

  return (
    <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={save}>
      <h2>{words.kinds}</h2>
      {signUpKinds.map((kind) => (
        <KindRulesPart
          key={kind}
          kind={kind}
          value={typed.kinds[kind]}
          open={problems.some(({ field }) => field.startsWith(`${kind}-`))}
          onChange={(set) => change({ kinds: { ...typed.kinds, [kind]: { ...typed.kinds[kind], ...set } } })}
        />
      ))}
      <h2>{words.consent}</h2>
      <p>{words.consentText}</p>
      {languages.map((language) => {
        const own = typed.consents[language] ?? '';
        const version = saved.consents[language]?.version;
        return (
          <div class={css.wording} key={language}>
            <TextArea
              name={`consent-${language}`}
              label={words.wording(text.words.language[language])}
              hint={own === '' ? words.ours : version === undefined ? undefined : words.version(version)}
              rows={5}
              value={own}
              onInput={(value) => change({ consents: { ...typed.consents, [language]: value } })}
            />
            <OurWording ours={texts?.get(language)} keepDays={saved.keepDays} />
            {own !== '' && (
              <Button look="quiet" onClick={() => change({ consents: { ...typed.consents, [language]: '' } })}>
                {words.backToOurs}
              </Button>
            )}
          </div>
        );
      })}
      <h2>{words.keeping}</h2>
      <NumberField
        name="keepDays"
        label={words.keepDays}
        hint={words.keepDaysHint}
        value={typed.keepDays}
        onInput={(keepDays) => change({ keepDays })}
      />
      <NumberField
        name="kioskIdleSeconds"
        label={words.kioskIdle}
        hint={words.kioskIdleHint}
        value={typed.kioskIdleSeconds}
        onInput={(kioskIdleSeconds) => change({ kioskIdleSeconds })}
      />
      {work.problem && <ProblemNotice problem={work.problem} />}
      {done && <Notice tone="done" title={text.shell.saved} announce />}
      <ActionBar>
        <Button look="main" type="submit" disabled={!isDirty} busy={work.busy ? words.saving : undefined}>
          {words.save}
        </Button>
      </ActionBar>
    </Form>
  );
}

/** What visitors read where the library has no wording of its own: staff's form and the kiosk each have their own. */
function OurWording({ ours, keepDays }: { readonly ours: Text | undefined; readonly keepDays: number }) {
  const { text } = useApp();
  const words = text.asking;
  if (ours === undefined) return null;
  return (
    <>
      <p class={css.ours}>
        {words.oursAtTable} <q lang={ours.language}>{ours.signUps.consent.text(keepDays)}</q>
      </p>
      <p class={css.ours}>
        {words.oursAtKiosk} <q lang={ours.language}>{ours.kiosk.consent.text(keepDays)}</q>
      </p>
    </>
  );
}
