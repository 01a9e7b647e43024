// Opened contact details, as they were written.

import type { ContactDetails } from '../../domain/sign-up.ts';
import { useApp } from '../context.ts';
import { DetailRows } from '../ui/data/DetailRows.tsx';

export function ContactList({ contact }: { readonly contact: ContactDetails }) {
  const { text } = useApp();
  const words = text.signUps.one;
  const guardian =
    contact.guardian === null ? '' : [contact.guardian.name, contact.guardian.relation].filter((part) => part !== '').join(', ');
  const rows = [
    [words.name, contact.name],
    [words.guardian, guardian],
    [words.phone, contact.phone],
    [words.email, contact.email],
    [words.address, contact.address],
    [words.birthDate, contact.birthDate === null ? '' : text.formatting.dayWithYear(contact.birthDate)],
    [text.asking.school, contact.school ?? ''],
    [words.cardNumber, contact.cardNumber],
    [words.note, contact.note],
    [words.signedAs, contact.signedAs ?? ''],
    [text.asking.toAsk, contact.missing ?? ''],
  ] as const;
  return <DetailRows rows={rows.map(([label, value]) => ({ label, value, verbatim: true }))} />;
}
