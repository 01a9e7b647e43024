// Reading a partner's contacts, and the languages that a site offers to choose from.

import { contactRoles, type PartnerContact, type PartnerFields } from './places.ts';

/** Spoken in the United States most, by the census; others are told in words. */
export const siteLanguages = ['en', 'es', 'ht', 'zh', 'vi', 'ar', 'fr', 'ko', 'pt', 'ru', 'so', 'tl'] as const;

/** Everybody to talk to at a partner, also the one contact that earlier versions kept. */
export function contactsOf({ contacts, contactName, contactRole, contact }: PartnerFields): readonly PartnerContact[] {
  if (contacts !== undefined) return contacts;
  if (contactName === '' && contact === '') return [];
  const role = contactRoles.find((one) => one === contactRole.trim().toLowerCase().replace(/\s+/g, '_')) ?? 'other';
  const isMail = contact.includes('@');
  return [{ name: contactName, role, phone: isMail ? '' : contact, email: isMail ? contact : '' }];
}
