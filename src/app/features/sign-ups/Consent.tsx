// Consent in plain words, never ticked beforehand. What stands here is what `consent.version` names.

import { useApp } from '../../context.ts';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import css from './consent.module.css';

export interface ConsentProps {
  readonly by: 'person' | 'caregiver';
  readonly given: boolean;
  readonly onChange: (given: boolean) => void;
}

export function Consent({ by, given, onChange }: ConsentProps) {
  const { text } = useApp();
  const words = text.signUps.consent;
  return (
    <section class={css.consent} aria-label={text.signUps.form.consent}>
      <h2>{text.signUps.form.consent}</h2>
      <p class={css.lead}>{words.lead}</p>
      <blockquote class={css.wording}>{words.text}</blockquote>
      <CheckboxField name="consent" label={words[by]} checked={given} onChange={onChange} />
    </section>
  );
}
