// People one reaches at work, each with a number to call and an address to write to.

import type { PartnerContact } from '../../domain/places.ts';
import { useApp } from '../context.ts';
import { List, ListItem } from '../ui/data/List.tsx';
import { ListRow } from '../ui/data/ListRow.tsx';
import css from './work-contacts.module.css';

export interface WorkContactsProps {
  /** `of`: the partner's name, where several partners' contacts stand together. */
  readonly contacts: readonly (PartnerContact & { readonly of?: string })[];
}

export function WorkContacts({ contacts }: WorkContactsProps) {
  const { text } = useApp();
  const words = text.partners;
  return (
    <List label={words.contacts}>
      {contacts.map(({ name, role, phone, email, of = '' }) => (
        <ListItem key={`${of} ${name} ${email} ${phone}`}>
          <ListRow
            icon="person"
            title={name || of}
            meta={[words.roles[role], name === '' ? '' : of].filter((part) => part !== '').join(' · ')}
            trailing={
              <span class={css.reach}>
                {phone !== '' && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>}
                {email !== '' && <a href={`mailto:${email}`}>{email}</a>}
              </span>
            }
          />
        </ListItem>
      ))}
    </List>
  );
}
