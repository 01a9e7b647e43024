// Name and how to reach the person; address and date of birth only where a card needs them; a caregiver for the young. Nobody is asked
// for more than the request takes.

import { useApp } from '../../context.ts';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import type { ContactDraft } from './draft.ts';
import css from './contact-fields.module.css';

export interface ContactFieldsProps {
  readonly value: ContactDraft;
  readonly onChange: (set: Partial<ContactDraft>) => void;
  readonly card: boolean;
  readonly child: boolean;
  readonly guardian: boolean;
}

export function ContactFields({ value, onChange, card, child, guardian }: ContactFieldsProps) {
  const { text } = useApp();
  const words = text.signUps.form;
  const optional = text.sessionSteps.optional;
  return (
    <>
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        capitalize="words"
        value={value.name}
        onInput={(name) => onChange({ name })}
      />
      {guardian && (
        <fieldset class={css.group}>
          <legend>{words.guardian}</legend>
          <TextField
            name="guardianName"
            label={words.guardianName}
            optional={child ? undefined : optional}
            capitalize="words"
            maxLength={300}
            value={value.guardianName}
            onInput={(guardianName) => onChange({ guardianName })}
          />
          <TextField
            name="guardianRelation"
            label={words.guardianRelation}
            hint={words.guardianRelationHint}
            optional={optional}
            maxLength={300}
            value={value.guardianRelation}
            onInput={(guardianRelation) => onChange({ guardianRelation })}
          />
        </fieldset>
      )}
      <fieldset class={css.group}>
        <legend>{words.reach}</legend>
        {!card && <p class={css.hint}>{words.reachHint}</p>}
        <TextField
          name="phone"
          label={words.phone}
          keyboard="tel"
          width="medium"
          maxLength={300}
          value={value.phone}
          onInput={(phone) => onChange({ phone })}
        />
        <TextField
          name="email"
          label={words.email}
          keyboard="email"
          maxLength={300}
          value={value.email}
          onInput={(email) => onChange({ email })}
        />
        {card && (
          <TextArea
            name="address"
            label={words.address}
            hint={words.addressHint}
            rows={3}
            maxLength={10_000}
            value={value.address}
            onInput={(address) => onChange({ address })}
          />
        )}
      </fieldset>
      {card && (
        <TextField
          name="birthDate"
          label={words.birthDate}
          hint={words.birthDateHint}
          width="medium"
          maxLength={40}
          value={value.birthDate}
          onInput={(birthDate) => onChange({ birthDate })}
        />
      )}
      <TextArea
        name="note"
        label={words.note}
        hint={words.noteHint}
        optional={optional}
        rows={2}
        maxLength={10_000}
        value={value.note}
        onInput={(note) => onChange({ note })}
      />
    </>
  );
}
