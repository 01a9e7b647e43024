// The questions that are answered by choosing: what, which program, for whom, how old.

import { useApp } from '../../context.ts';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { ManyChoice } from '../../ui/form/ManyChoice.tsx';
import { type ForWhom, isFor, type KioskForm, type Person, withPerson } from './form.ts';
import type { KioskSetup } from './steps.ts';

export interface QuestionProps {
  readonly form: KioskForm;
  readonly setup: KioskSetup;
  readonly onChange: (form: KioskForm) => void;
}

export interface PersonQuestionProps extends QuestionProps {
  readonly person: Person;
  readonly at: number;
}

export function KindsQuestion({ form, setup, onChange }: QuestionProps) {
  const { text } = useApp();
  const words = text.kiosk.kinds;
  return (
    <ManyChoice
      name="choice"
      label={words.title}
      labelHidden
      hint={words.hint}
      values={form.kinds}
      onChange={(kinds) => onChange({ ...form, kinds })}
      choices={setup.offers.map((kind) => ({ value: kind, label: words.label[kind] }))}
    />
  );
}

export function ProgramsQuestion({ form, setup, onChange }: QuestionProps) {
  const { text } = useApp();
  const words = text.kiosk.programs;
  return (
    <ManyChoice
      name="choice"
      label={words.title}
      labelHidden
      hint={words.hint}
      values={form.programs}
      onChange={(programs) => onChange({ ...form, programs })}
      choices={setup.programs.map((program) => ({ value: program, label: program }))}
    />
  );
}

export function WhoQuestion({ form, onChange }: QuestionProps) {
  const { text } = useApp();
  const words = text.kiosk.who;
  return (
    <ChoiceGroup<ForWhom>
      name="choice"
      label={words.title}
      labelHidden
      large
      value={form.forWhom ?? undefined}
      onChange={(forWhom) => onChange(isFor(form, forWhom))}
      choices={[
        { value: 'myself', label: words.myself },
        { value: 'child', label: words.child },
        { value: 'children', label: words.children },
      ]}
    />
  );
}

export function UnderQuestion({
  form,
  person,
  at,
  onChange,
  limit,
  title,
}: PersonQuestionProps & { readonly limit: number; readonly title: string }) {
  const { text } = useApp();
  const answer = person.under[limit];
  return (
    <ChoiceGroup<'yes' | 'no'>
      name="choice"
      label={title}
      labelHidden
      large
      value={answer === undefined ? undefined : answer ? 'yes' : 'no'}
      onChange={(chosen) => onChange(withPerson(form, at, { under: { ...person.under, [limit]: chosen === 'yes' } }))}
      choices={[
        { value: 'yes', label: text.kiosk.yes },
        { value: 'no', label: text.kiosk.no },
      ]}
    />
  );
}
