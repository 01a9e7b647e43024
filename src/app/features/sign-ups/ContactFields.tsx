// Name, how to reach the person, and what else the library's rules ask for this request; a caregiver for the young. Nobody is asked for
// more than the request takes.

import type { AskedField } from '../../../domain/sign-up-rules.ts';
import { useApp } from '../../context.ts';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { type ContactNeeds, isAsked } from './check.ts';
import type { ContactDraft } from '../../records/sign-up-draft.ts';
import css from './contact-fields.module.css';

export interface ContactFieldsProps {
  readonly value: ContactDraft;
  readonly onChange: (set: Partial<ContactDraft>) => void;
  readonly needs: ContactNeeds;
}

export function ContactFields({ value, onChange, needs }: ContactFieldsProps) {
  const { text } = useApp();
  const words = text.signUps.form;
  const optional = text.sessionSteps.optional;
  const asks = (field: AskedField) => isAsked(needs, field);
  /** Said only where nothing else says it: of three ways to be reached one is enough. */
  const mark = (field: AskedField) => (needs.fields[field] === 'required' ? undefined : optional);
  const reach = asks('phone') || asks('email') || asks('address');
  const oneIsEnough = needs.reachable && !(['phone', 'email', 'address'] as const).some((field) => needs.fields[field] === 'required');
  return (
    <>
      {needs.namesApart ? (
        <>
          <TextField
            name="firstName"
            label={text.asking.firstName}
            capitalize="words"
            value={value.firstName}
            onInput={(firstName) => onChange({ firstName })}
          />
          <TextField
            name="lastName"
            label={text.asking.lastName}
            capitalize="words"
            value={value.lastName}
            onInput={(lastName) => onChange({ lastName })}
          />
        </>
      ) : (
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          capitalize="words"
          value={value.name}
          onInput={(name) => onChange({ name })}
        />
      )}
      {needs.guardian !== 'no' && (
        <fieldset class={css.group}>
          <legend>{words.guardian}</legend>
          <TextField
            name="guardianName"
            label={words.guardianName}
            optional={needs.guardian === 'required' ? undefined : optional}
            capitalize="words"
            value={value.guardianName}
            onInput={(guardianName) => onChange({ guardianName })}
          />
          <TextField
            name="guardianRelation"
            label={words.guardianRelation}
            hint={words.guardianRelationHint}
            optional={needs.relation === 'required' ? undefined : optional}
            value={value.guardianRelation}
            onInput={(guardianRelation) => onChange({ guardianRelation })}
          />
        </fieldset>
      )}
      {reach && (
        <fieldset class={css.group}>
          <legend>{words.reach}</legend>
          {oneIsEnough && <p class={css.hint}>{words.reachHint}</p>}
          {asks('phone') && (
            <TextField
              name="phone"
              label={words.phone}
              keyboard="tel"
              width="medium"
              value={value.phone}
              onInput={(phone) => onChange({ phone })}
            />
          )}
          {asks('email') && (
            <TextField name="email" label={words.email} keyboard="email" value={value.email} onInput={(email) => onChange({ email })} />
          )}
          {asks('address') && (
            <TextArea
              name="address"
              label={words.address}
              hint={words.addressHint}
              rows={3}
              value={value.address}
              onInput={(address) => onChange({ address })}
            />
          )}
        </fieldset>
      )}
      {asks('birthDate') && (
        <TextField
          name="birthDate"
          label={words.birthDate}
          hint={words.birthDateHint}
          optional={mark('birthDate')}
          width="medium"
          value={value.birthDate}
          onInput={(birthDate) => onChange({ birthDate })}
        />
      )}
      {asks('school') && (
        <TextField
          name="school"
          label={text.asking.school}
          optional={mark('school')}
          capitalize="words"
          value={value.school}
          onInput={(school) => onChange({ school })}
        />
      )}
      <TextArea
        name="note"
        label={words.note}
        hint={words.noteHint}
        optional={mark('note')}
        rows={2}
        value={value.note}
        onInput={(note) => onChange({ note })}
      />
    </>
  );
}
