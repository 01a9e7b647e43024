// Several contacts, each with a role and how one reaches the person at work.

import { contactRoles, type PartnerContact } from '../../../domain/places.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';
import css from './partners.module.css';

export interface ContactFieldsProps {
  readonly contacts: readonly PartnerContact[];
  readonly onChange: (contacts: readonly PartnerContact[]) => void;
}

const empty: PartnerContact = { name: '', role: 'media_specialist', phone: '', email: '' };

export function ContactFields({ contacts, onChange }: ContactFieldsProps) {
  const { text } = useApp();
  const words = text.partners;
  const add = useFocusGoesOn<HTMLButtonElement>();
  const optional = `(${text.shell.optional})`;
  const change = (at: number, set: Partial<PartnerContact>) =>
    onChange(contacts.map((one, place) => (place === at ? { ...one, ...set } : one)));
  return (
    <>
      {contacts.map((one, at) => (
        // A contact has no name of its own but its place among the others.
        <fieldset class={css.contact} key={String(at)}>
          <legend>{words.contact(at + 1)}</legend>
          <TextField
            name={`contact-${at}-name`}
            label={words.contactName}
            capitalize="words"
            maxLength={300}
            value={one.name}
            onInput={(name) => change(at, { name })}
          />
          <SelectField
            name={`contact-${at}-role`}
            label={words.role}
            value={one.role}
            onInput={(value) => change(at, { role: contactRoles.find((role) => role === value) ?? 'other' })}
            options={contactRoles.map((value) => ({ value, label: words.roles[value] }))}
          />
          <TextField
            name={`contact-${at}-phone`}
            label={words.phone}
            optional={optional}
            keyboard="tel"
            maxLength={300}
            value={one.phone}
            onInput={(phone) => change(at, { phone })}
          />
          <TextField
            name={`contact-${at}-email`}
            label={words.email}
            optional={optional}
            keyboard="email"
            maxLength={300}
            value={one.email}
            onInput={(email) => change(at, { email })}
          />
          <Button look="quiet" icon="close" onClick={() => onChange(contacts.filter((_, place) => place !== at))}>
            {words.removeContact(one.name)}
          </Button>
        </fieldset>
      ))}
      {contacts.length < 50 && (
        <Button buttonRef={add} icon="add" onClick={() => onChange([...contacts, empty])}>
          {words.addContact}
        </Button>
      )}
    </>
  );
}
