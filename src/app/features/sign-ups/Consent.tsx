// Consent in plain words, never ticked beforehand: the library's own wording, or ours. What stands here is what the version names that is
// stored with the sign-up.

import { useApp } from '../../context.ts';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import css from './consent.module.css';

export interface ConsentProps {
  readonly by: 'person' | 'caregiver';
  readonly given: boolean;
  readonly wording: string;
  readonly onChange: (given: boolean) => void;
}

export function Consent({ by, given, wording, onChange }: ConsentProps) {
  const { text } = useApp();
  const words = text.signUps.consent;
  return (
    <section class={css.consent} aria-label={text.signUps.form.consent}>
      <h2>{text.signUps.form.consent}</h2>
      <p class={css.lead}>{words.lead}</p>
      <blockquote class={css.wording}>{wording}</blockquote>
      <CheckboxField name="consent" label={words[by]} checked={given} onChange={onChange} />
    </section>
  );
}
