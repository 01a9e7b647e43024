// The list at the desk: what a search finds, what filters leave, in which order; and what making two into one leaves of each field.

import { expect, test } from 'vitest';
import {
  countsOf,
  type Entry,
  entryOf,
  find,
  type Filters,
  leavingSoon,
  linkedIn,
  noFilters,
  sorted,
} from '../../../src/app/features/follow-up/book.ts';
import { contactOf, draftOf } from '../../../src/app/features/follow-up/correction.ts';
import {
  changedSince,
  differing,
  firstToKeep,
  giverOf,
  isOpen,
  mergedContact,
  type OpenEntry,
} from '../../../src/app/features/follow-up/merging.ts';
import { candidatesOf, duplicateGroups } from '../../../src/app/features/follow-up/use-duplicates.ts';
import type { SignUp } from '../../../src/device/store/sign-ups.ts';
import { findDuplicates } from '../../../src/domain/duplicates.ts';
import { failed, ok } from '../../../src/domain/problem.ts';
import type { ContactDetails, FollowUpState, SignUpTaken } from '../../../src/domain/sign-up.ts';
import { aMaker } from '../../support/facts.ts';

const contact = (parts: Partial<ContactDetails>): ContactDetails => ({
  name: 'Nobody',
  phone: '',
  email: '',
  address: '',
  birthDate: null,
  guardian: null,
  cardNumber: '',
  note: '',
  ...parts,
});

interface Parts {
  readonly contact?: Partial<ContactDetails>;
  readonly session?: string;
  readonly state?: FollowUpState;
  readonly at?: string;
  readonly body?: Partial<SignUpTaken>;
  readonly signUp?: Partial<SignUp>;
}

const today = '2026-11-02';
const maker = aMaker();

function signUpOf({ session = 'PARK', state = 'new', at = '2026-11-02T15:00:00.000Z', body = {}, signUp = {} }: Parts): SignUp {
  const consent = { given: true, wording: 'ht/2026-11', by: 'caregiver' } as const;
  const sealed = { key: 'KEY000000001', enc: 'ZW5j', box: 'Ym94' };
  const taken = { for: 'card', program: null, language: 'ht', ageBand: '6-11', consent, sealed, ...body } as const;
  const { fact } = maker.make('sign-up.taken', session, taken, { at });
  const followUp = { state, by: null, at };
  return {
    fact,
    body: taken,
    sealed,
    sealedIn: fact,
    otherVersions: [],
    baseVersion: null,
    state: 'server',
    voided: false,
    followUp,
    mergedInto: null,
    mergedAt: Number.MAX_SAFE_INTEGER,
    merge: null,
    keptApartFrom: [],
    ...signUp,
  };
}

const anEntry = (parts: Parts): Entry => entryOf(signUpOf(parts), ok(contact(parts.contact ?? {})));
const openEntries = (...all: readonly Parts[]): readonly OpenEntry[] => all.map(anEntry).filter(isOpen);
const names = (entries: readonly Entry[]) => entries.map((entry) => entry.contact?.name);
const where = new Map([
  ['PARK', { site: 'SITE1', date: '2026-11-02' }],
  ['SCHOOL', { site: null, date: '2026-11-03' }],
]);
const found = (entries: readonly Entry[], filters: Partial<Filters>) => names(find(entries, { ...noFilters, ...filters }, where));

const ezili = {
  name: "Èzili D'Haïti Jean-Baptiste",
  phone: '(305) 555-0142',
  email: 'Marie@Example.org',
  address: '12 Mango Lane',
  guardian: { name: 'Marie Núñez', relation: 'mother' },
  cardNumber: '2 1234 00000 1234',
};

test.each([
  'ezili',
  'BAPTISTE ezili',
  'dhaiti',
  "d'haiti",
  'nunez',
  '5550142',
  '305 555',
  '(305) 555-0142',
  'marie@example',
  'mango 12',
  '0142 jean',
  '21234000001234',
  'A21234000001234B',
  'jean a21234000001234d',
])('a search for %s finds her', (typed) => {
  expect(found([anEntry({ contact: ezili }), anEntry({ contact: { name: 'Ana' } })], { typed })).toEqual([ezili.name]);
});

test.each([
  ['３０５－５５５－０１４２', '305 555 0142'],
  ['٣٠٥ ٥٥٥ ٠١٤٢', '3055550142'],
  ['(305) 555-0142', '٠١٤٢'],
  ['1-800-LIBRARY', '542-7279'],
  ['1 800 542 7279', '1-800-LIBRARY'],
])('the phone number %s is found by %s', (phone, typed) => {
  expect(
    found([anEntry({ contact: { ...ezili, phone } }), anEntry({ contact: { name: 'Ana', phone: '305 555 9999' } })], { typed }),
  ).toEqual([ezili.name]);
});

test('a card with letters is found as it is printed, and as it is stored', () => {
  const entries = [anEntry({ contact: { name: 'Ana', cardNumber: 'MC00123' } })];
  for (const typed of ['MC-00123', 'mc00123']) expect(found(entries, { typed })).toEqual(['Ana']);
});

test.each(['joseph', 'ezili joseph', '9999', '01'])('a search for %s does not', (typed) => {
  expect(found([anEntry({ contact: { name: ezili.name, phone: '305' } })], { typed })).toEqual([]);
});

test('filters narrow by state, kind, session, site, language and day; what is done is not to be done', () => {
  const entries = [
    anEntry({ contact: { name: 'New' } }),
    anEntry({ contact: { name: 'Done' }, state: 'done' }),
    anEntry({ contact: { name: 'Asked' }, state: 'needs_information', session: 'SCHOOL' }),
    anEntry({ contact: { name: 'Letter' }, body: { for: 'newsletter', language: 'es-US' } }),
    anEntry({ contact: { name: 'Gone' }, signUp: { voided: true } }),
  ];
  expect(found(entries, {})).toEqual(['New', 'Asked', 'Letter']);
  expect(found(entries, { state: 'all' })).toEqual(['New', 'Done', 'Asked', 'Letter']);
  expect(found(entries, { state: 'done' })).toEqual(['Done']);
  expect(found(entries, { kind: 'newsletter' })).toEqual(['Letter']);
  expect(found(entries, { session: 'SCHOOL' })).toEqual(['Asked']);
  expect(found(entries, { site: 'SITE1' })).toEqual(['New', 'Letter']);
  expect(found(entries, { language: 'es-US' })).toEqual(['Letter']);
  expect(found(entries, { day: '2026-11-03' })).toEqual(['Asked']);
});

test('each order is the one it is called', () => {
  const entries = [
    anEntry({ contact: { name: 'Zoé' }, at: '2026-11-02T15:00:00.000Z', state: 'done' }),
    anEntry({ contact: { name: 'Álvaro' }, at: '2026-11-02T16:00:00.000Z' }),
  ];
  expect(names(sorted(entries, 'newest'))).toEqual(['Álvaro', 'Zoé']);
  expect(names(sorted(entries, 'oldest'))).toEqual(['Zoé', 'Álvaro']);
  expect(names(sorted(entries, 'name'))).toEqual(['Álvaro', 'Zoé']);
  expect(names(sorted(entries.toReversed(), 'state'))).toEqual(['Álvaro', 'Zoé']);
});

test('[S51] what was corrected on two devices is counted, open or not', () => {
  const { sealed, sealedIn } = signUpOf({});
  const apart = { otherVersions: [{ sealed, sealedIn }] };
  const entries = [
    entryOf(signUpOf({ signUp: apart }), undefined),
    entryOf(signUpOf({ signUp: { ...apart, voided: true } }), undefined),
    entryOf(signUpOf({}), undefined),
  ];
  expect(countsOf(entries).apart).toEqual([entries[0]?.id]);
});

test('[S51] what one correction changed and the other left as it was is chosen beforehand', () => {
  const base = { contact: contact({ phone: '1', address: 'Mango Lane', email: 'a@example.org' }) };
  const counts = { id: 'counts', contact: contact({ phone: '1', address: 'Guava Court', cardNumber: '77' }) };
  const other = { id: 'other', contact: contact({ phone: '2', address: 'Lime Street', email: 'a@example.org' }) };
  const choices = changedSince(base, [counts, other], counts);
  expect(choices).toEqual({ phone: 'other', address: 'counts', email: 'counts', cardNumber: 'counts' });
  expect(mergedContact([counts, other], counts, choices)).toEqual({ ...counts.contact, phone: '2' });
});

test('what does not open is counted by why, what is sealed is only counted', () => {
  const entries = [
    entryOf(signUpOf({}), undefined),
    entryOf(signUpOf({}), failed('seal-key-unknown')),
    entryOf(signUpOf({ state: 'entered' }), failed('seal-unreadable')),
    entryOf(signUpOf({ signUp: { voided: true } }), failed('seal-unreadable')),
  ];
  expect(countsOf(entries)).toEqual({
    all: 3,
    byState: { new: 2, needs_information: 0, entered: 1, done: 0, declined: 0 },
    unknownKey: 1,
    unreadable: 1,
    apart: [],
  });
});

test('groups of one person leave out those that were kept apart, said at either of them', () => {
  const [one, two] = openEntries({ contact: ezili }, { contact: ezili });
  if (one === undefined || two === undefined) throw new Error('two entries are open');
  const groups = (entries: readonly Entry[]) => duplicateGroups(entries, findDuplicates(candidatesOf(entries)).pairs);
  expect(groups([one, two]).map(({ entries }) => entries.length)).toEqual([2]);
  const apart = (entry: Entry, from: Entry): Entry => ({ ...entry, signUp: { ...entry.signUp, keptApartFrom: [from.id] } });
  expect(groups([apart(one, two), two])).toEqual([]);
  expect(groups([one, apart(two, one)])).toEqual([]);
});

test('who may be twins are a group of two each, after all others and never together with what is surer', () => {
  const child = { birthDate: '2017-03-04', guardian: { name: 'Marie Núñez', relation: 'mother' } };
  const named = (...all: readonly string[]) => openEntries(...all.map((name) => ({ contact: { ...child, name } })));
  const groups = (entries: readonly Entry[]) =>
    duplicateGroups(entries, findDuplicates(candidatesOf(entries)).pairs).map((group) => names(group.entries).toSorted());
  expect(groups(named('Ana', 'Luis', 'ANA'))).toEqual([['ANA', 'Ana']]);
  expect(groups(named('Ana', 'Luis'))).toEqual([['Ana', 'Luis']]);
  const three = groups(named('Ana', 'Luis', 'Zoé'));
  expect(three.map((group) => group.join()).toSorted()).toEqual(['Ana,Luis', 'Ana,Zoé', 'Luis,Zoé']);
});

test('the one that is furthest stays; empty fields are filled from the other, chosen ones are taken', () => {
  const entries = openEntries(
    { contact: { name: 'Ana', phone: '1', email: '' }, at: '2026-11-02T15:00:00.000Z' },
    { contact: { name: 'Anna', phone: '2', email: 'a@b.org', school: 'Hurston' }, at: '2026-11-02T16:00:00.000Z', state: 'entered' },
  );
  const [older, further] = entries;
  if (older === undefined || further === undefined) throw new Error('two entries are open');
  expect(firstToKeep(entries)).toBe(further);
  expect(differing(entries)).toEqual(['name', 'phone', 'email', 'school']);
  expect(mergedContact(entries, further, {})).toBe(null);
  expect(mergedContact(entries, further, { name: older.id })).toEqual({ ...further.contact, name: 'Ana' });
  expect(mergedContact(entries, older, {})).toEqual({ ...older.contact, email: 'a@b.org', school: 'Hurston' });
  expect(giverOf(entries, older, { email: older.id }, 'email')).toBe(older);
});

test('a typed signature of the one that goes stays with the one that is kept', () => {
  const entries = openEntries({ contact: { name: 'Ana' }, state: 'entered' }, { contact: { name: 'Ana', signedAs: 'Marie Jean' } });
  const [kept, gone] = entries;
  if (kept === undefined || gone === undefined) throw new Error('two entries are open');
  expect(mergedContact(entries, kept, {})).toEqual({ ...kept.contact, signedAs: 'Marie Jean' });
  const { signedAs: _, ...unsigned } = gone.contact;
  expect(mergedContact(entries, gone, { signedAs: kept.id })).toEqual(unsigned);
});

test('a card is known with each sign-up that has it, but for those taken back', () => {
  const entries = openEntries({ contact: { cardNumber: '1000' } }, { contact: {} }, { contact: { cardNumber: '1000' } });
  const takenBack = openEntries({ contact: { cardNumber: '1001' }, signUp: { voided: true } });
  expect(linkedIn([...entries, ...takenBack])).toEqual(new Map([['1000', [entries[0]?.id, entries[2]?.id]]]));
});

test('a correction changes what was typed and keeps what the form does not ask about', () => {
  const before = contact({ ...ezili, firstName: 'Èzili', lastName: 'Jean', signature: 'M1 2', family: 'F1', birthDate: '2015-03-14' });
  const draft = draftOf(before);
  expect(contactOf(before, draft, today)).toEqual({ ...before, name: 'Èzili Jean' });
  const next = contactOf(before, { ...draft, lastName: ' Jean-Baptiste ', birthDate: '', guardianName: '', guardianRelation: ' ' }, today);
  expect(next).toMatchObject({ name: 'Èzili Jean-Baptiste', birthDate: null, guardian: null, signature: 'M1 2', family: 'F1' });
  expect(contactOf(contact({ name: 'Ana' }), draftOf(contact({ name: 'Ana' })), today)).toEqual(contact({ name: 'Ana' }));
  expect(contactOf(before, { ...draft, birthDate: '3/15/2015' }, today).birthDate).toBe('2015-03-15');
});

test('what is to be done and leaves the devices within three weeks is counted, with the first day', () => {
  const entries = [
    anEntry({ session: 'PARK' }),
    anEntry({ session: 'SCHOOL', state: 'needs_information' }),
    anEntry({ session: 'PARK', state: 'done' }),
    anEntry({ session: 'PARK', signUp: { voided: true } }),
  ];
  expect(leavingSoon(entries, where, '2027-10-12')).toBeNull();
  expect(leavingSoon(entries, where, '2027-10-13')).toEqual({ count: 1, first: '2027-11-03' });
  expect(leavingSoon(entries, where, '2027-10-17')).toEqual({ count: 2, first: '2027-11-03' });
});
