// People who signed up for a card, as rows that a library system takes in: Koha (Tools, Import patrons; Koha/Patrons/Import.pm) and Evergreen
// (patron_loader.pl). What such a system would drop without a word is left out here instead, and its reason said. FIELD.md 2.1 and 2.5.

import type { Day, Language } from '../shapes.ts';
import type { ContactDetails } from '../sign-up.ts';

export const patronFormats = ['koha', 'evergreen', 'plain'] as const;
/** 'plain' is for people and spreadsheets; its columns speak their language and are the caller's. */
export type PatronFormat = (typeof patronFormats)[number];

/** What only the library knows, in its system's own codes; '' is chosen at the import. */
export interface PatronCodes {
  readonly branch: string;
  readonly category: string;
  readonly profile: string;
  readonly homeLibrary: string;
}

export const noCodes: PatronCodes = { branch: '', category: '', profile: '', homeLibrary: '' };

/** Of branchcode and categorycode, in characters (Koha's kohastructure). */
export const longestKohaCode = 10;
/** Of cardnumber, likewise. */
const longestKohaCard = 32;

export interface Candidate {
  readonly id: string;
  /** null: no key that is open opens it. */
  readonly contact: ContactDetails | null;
  readonly language: Language;
  /** On which the person asked for it; never one to come. */
  readonly day: Day;
}

export type LeftOutReason = 'closed' | 'no-name' | 'no-card' | 'no-birth-date';
/** What to look at; nobody is left out for it. */
export type PatronDoubt = 'no-card' | 'card-twice' | 'card-long' | 'name-divided' | 'apostrophe';

export interface Patron extends Candidate {
  readonly contact: ContactDetails;
  readonly surname: string;
  readonly firstName: string;
  readonly doubts: readonly PatronDoubt[];
}

export interface LeftOut {
  readonly id: string;
  readonly reason: LeftOutReason;
}

/** Who can be in such a file, and who not; in the order given. */
export function patronsOf(
  candidates: readonly Candidate[],
  format: PatronFormat,
): { readonly patrons: readonly Patron[]; readonly leftOut: readonly LeftOut[] } {
  const twice = cardsOfSeveral(candidates);
  const patrons: Patron[] = [];
  const leftOut: LeftOut[] = [];
  for (const one of candidates) {
    const { id, contact } = one;
    if (contact === null) {
      leftOut.push({ id, reason: 'closed' });
      continue;
    }
    const reason = reasonAgainst(contact, format);
    if (reason !== null) {
      leftOut.push({ id, reason });
      continue;
    }
    const { surname, firstName, isDivided } = namesOf(contact);
    const card = cell(contact.cardNumber);
    const found: readonly (readonly [PatronDoubt, boolean])[] = [
      ['no-card', card === ''],
      ['card-twice', twice.has(card)],
      ['card-long', format === 'koha' && [...card].length > longestKohaCard],
      ['name-divided', isDivided && format !== 'plain'],
      // It writes each apostrophe twice before it hands the name over as it is (sql_wrap_text).
      ['apostrophe', format === 'evergreen' && `${surname}${firstName}`.includes("'")],
    ];
    patrons.push({ ...one, contact, surname, firstName, doubts: found.flatMap(([doubt, isSo]) => (isSo ? [doubt] : [])) });
  }
  return { patrons, leftOut };
}

function cardsOfSeveral(candidates: readonly Candidate[]): ReadonlySet<string> {
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const { contact } of candidates) {
    const card = cell(contact?.cardNumber ?? '');
    if (card !== '') (once.has(card) ? twice : once).add(card);
  }
  return twice;
}

function reasonAgainst(contact: ContactDetails, format: PatronFormat): LeftOutReason | null {
  if (namesOf(contact).surname === '') return 'no-name';
  if (format !== 'evergreen') return null;
  // The loader skips a line without a card number, and PostgreSQL refuses one whose day of birth is empty: a line of its log says so, no screen.
  if (cell(contact.cardNumber) === '') return 'no-card';
  return contact.birthDate === null ? 'no-birth-date' : null;
}

export interface PatronTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Columns = readonly (readonly [name: string, cell: (patron: Patron, codes: PatronCodes) => string])[];

/**
 * Far fewer columns than Koha's table has, and it must stay so: a row with exactly as many as that is read by position, whatever the header
 * says. No password: such an account has none until the person sets one.
 */
const kohaColumns: Columns = [
  ['cardnumber', ({ contact }) => contact.cardNumber],
  ['surname', ({ surname }) => surname],
  ['firstname', ({ firstName }) => firstName],
  ['dateofbirth', ({ contact }) => contact.birthDate ?? ''],
  ['address', ({ contact }) => addressOf(contact).street],
  ['city', ({ contact }) => addressOf(contact).city],
  ['state', ({ contact }) => addressOf(contact).state],
  ['zipcode', ({ contact }) => addressOf(contact).zip],
  ['email', ({ contact }) => contact.email],
  ['phone', ({ contact }) => contact.phone],
  ['branchcode', (_patron, codes) => codes.branch],
  ['categorycode', (_patron, codes) => codes.category],
  ['dateenrolled', ({ day }) => day],
  ['contactname', (patron) => guardianOf(patron).surname],
  ['contactfirstname', (patron) => guardianOf(patron).firstName],
  // 100 characters have room.
  ['relationship', ({ contact }) => [...cell(contact.guardian?.relation ?? '')].slice(0, 100).join('')],
  ['borrowernotes', ({ contact }) => [contact.school ?? '', contact.note].map(cell).filter(isSaid).join('; ')],
  ['lang', ({ language }) => kohaLanguages[language]],
];

/** As Koha names its translations; one that a library has not installed falls back to its default. */
const kohaLanguages: Readonly<Record<Language, string>> = { 'en-US': 'en', 'es-US': 'es-ES', ht: 'ht' };

/** An empty `passwd` makes the loader choose one; without the column the new account is refused. */
const evergreenColumns: Columns = [
  ['cardnumber', ({ contact }) => contact.cardNumber],
  ['usrname', ({ contact }) => contact.cardNumber],
  ['passwd', () => ''],
  ['profile', (_patron, codes) => codes.profile],
  ['home_library', (_patron, codes) => codes.homeLibrary],
  ['family_name', ({ surname }) => surname],
  ['first_given_name', ({ firstName }) => firstName],
  ['dob', ({ contact }) => contact.birthDate ?? ''],
  ['email', ({ contact }) => contact.email],
  ['day_phone', ({ contact }) => contact.phone],
  ['guardian', ({ contact }) => [contact.guardian?.name ?? '', contact.guardian?.relation ?? ''].map(cell).filter(isSaid).join(', ')],
  ['add1_street1', ({ contact }) => addressOf(contact).street],
  ['add1_city', ({ contact }) => addressOf(contact).city],
  ['add1_state', ({ contact }) => addressOf(contact).state],
  ['add1_post_code', ({ contact }) => addressOf(contact).zip],
];

export function patronTable(patrons: readonly Patron[], format: Exclude<PatronFormat, 'plain'>, codes: PatronCodes): PatronTable {
  const columns = format === 'koha' ? kohaColumns : evergreenColumns;
  return {
    columns: columns.map(([name]) => name),
    rows: patrons.map((patron) => columns.map(([, said]) => cell(said(patron, codes)))),
  };
}

/** Whether it has letters that Evergreen's loader takes for a broken line unless it is told of UTF-8. */
export function hasAccents({ rows }: PatronTable): boolean {
  return rows.flat().some((value) => /[^ -~]/.test(value));
}

/**
 * Both systems read a file line by line, whatever is quoted, so that a line's end becomes a blank; and Koha imports as empty what begins
 * with the sign of a formula, which no name, address or number needs.
 */
function cell(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/^[\s=]+/, '')
    .trim();
}

/** One word is a surname, which both systems ask for. What was asked in one is divided after its first word, for staff to look at. */
function namesOf({ name, firstName = '', lastName = '' }: Pick<ContactDetails, 'name' | 'firstName' | 'lastName'>) {
  if (cell(lastName) !== '') return { surname: cell(lastName), firstName: cell(firstName), isDivided: false };
  const [first = '', ...rest] = cell(name).split(' ');
  return rest.length === 0
    ? { surname: first, firstName: '', isDivided: false }
    : { surname: rest.join(' '), firstName: first, isDivided: true };
}

/** Koha knows a guardian by number only when it has an account already; else there are these fields. */
function guardianOf({ contact }: Patron) {
  return namesOf({ name: contact.guardian?.name ?? '' });
}

interface Address {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/** '12 Maple Court, Apt 4 / North Miami, FL 33161': only what ends like this is divided. */
const addressInUs = /^(?<street>.+?)[,\n][ \n]?(?<city>[^,\n\d]+)[,\s]+(?<state>[A-Z]{2})[,\s]+(?<zip>\d{5}(?:-\d{4})?)$/s;

function addressOf({ address }: ContactDetails): Address {
  const lines = address
    .split(/[\r\n]+/)
    .map(cell)
    .filter(isSaid)
    .join('\n');
  const found = addressInUs.exec(lines)?.groups;
  return { street: found?.['street'] ?? lines, city: found?.['city'] ?? '', state: found?.['state'] ?? '', zip: found?.['zip'] ?? '' };
}

function isSaid(text: string): boolean {
  return text !== '';
}
