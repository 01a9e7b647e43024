// People as rows for Koha and Evergreen: nothing that those systems would read wrong, drop without a word, or take for another column.

import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvForSystems } from '../../../src/domain/export/csv-text.ts';
import { type Candidate, hasAccents, noCodes, type PatronFormat, patronsOf, patronTable } from '../../../src/domain/export/patrons.ts';
import type { ContactDetails } from '../../../src/domain/sign-up.ts';

const wideline: ContactDetails = {
  name: 'Wideline Jean-Baptiste',
  firstName: 'Wideline',
  lastName: 'Jean-Baptiste',
  phone: '(305) 555-0142',
  email: 'marie@example.org',
  address: '12 Maple Court, Apt 4\nNorth Miami, FL 33161',
  birthDate: '2015-03-14',
  guardian: { name: "Marie D'Haïti", relation: 'mother' },
  cardNumber: '21234000000018',
  note: 'Likes "big" dinosaurs',
  school: 'Hurston Elementary',
};
const sayingNothing: ContactDetails = {
  ...{ name: 'Èzili', phone: '', email: '', address: '', birthDate: null, guardian: null, cardNumber: '', note: '' },
};

function candidate(contact: ContactDetails | null, id = 'A', language: Candidate['language'] = 'ht'): Candidate {
  return { id, contact, language, day: '2026-11-02' };
}

const codes = { branch: 'NMIAMI', category: 'JUV', profile: 'Patrons', homeLibrary: 'BR1' };

function fileOf(contacts: readonly ContactDetails[], format: Exclude<PatronFormat, 'plain'>, given = codes): string {
  const { patrons } = patronsOf(
    contacts.map((contact, at) => candidate(contact, String(at))),
    format,
  );
  const { columns, rows } = patronTable(patrons, format, given);
  return csvForSystems(columns, rows);
}

/** As both systems read it: line by line, then each line as CSV. */
function readByLine(file: string): Record<string, string>[] {
  const lines = file.split('\n');
  expect(lines.pop()).toBe('');
  const [columns = [], ...rows] = lines.map((line) => Papa.parse<string[]>(line, { delimiter: ',' }).data[0] ?? []);
  expect(rows.filter((row) => row.length !== columns.length)).toEqual([]);
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])));
}

const koha = (changes: Partial<ContactDetails>) => readByLine(fileOf([{ ...wideline, ...changes }], 'koha'))[0];

describe('Koha', () => {
  test('every field has its column: dates as YYYY-MM-DD, the guardian by name, the language by Koha’s code', () => {
    expect(readByLine(fileOf([wideline], 'koha'))).toEqual([
      {
        cardnumber: '21234000000018',
        surname: 'Jean-Baptiste',
        firstname: 'Wideline',
        dateofbirth: '2015-03-14',
        address: '12 Maple Court, Apt 4',
        city: 'North Miami',
        state: 'FL',
        zipcode: '33161',
        email: 'marie@example.org',
        phone: '(305) 555-0142',
        branchcode: 'NMIAMI',
        categorycode: 'JUV',
        dateenrolled: '2026-11-02',
        contactname: "D'Haïti",
        contactfirstname: 'Marie',
        relationship: 'mother',
        borrowernotes: 'Hurston Elementary; Likes "big" dinosaurs',
        lang: 'ht',
      },
    ]);
  });

  test('what was not asked stays empty, and one word is a surname', () => {
    const [row] = readByLine(fileOf([sayingNothing], 'koha', noCodes));
    const filled = Object.entries(row ?? {}).filter(([, value]) => value !== '');
    expect(Object.fromEntries(filled)).toEqual({ surname: 'Èzili', dateenrolled: '2026-11-02', lang: 'ht' });
  });

  test('no byte order mark, and never nearly as many columns as Koha has, which would be read by position', () => {
    const file = fileOf([wideline], 'koha');
    expect(file.startsWith('cardnumber,surname,')).toBe(true);
    expect(file.split('\n')[0]?.split(',')).toHaveLength(18);
  });

  test('a line’s end within a field becomes a blank, whatever kind it is', () => {
    expect(koha({ address: '12 Maple Court\r\nbehind the church\u2028blue door' })).toMatchObject({
      address: '12 Maple Court behind the church blue door',
      city: '',
    });
    expect(koha({ note: 'one\n\ntwo\tthree' })).toMatchObject({ borrowernotes: 'Hurston Elementary; one two three' });
  });

  test('what begins like a formula does not, and nothing is put before what Koha takes as it is', () => {
    expect(koha({ lastName: '=Jean', firstName: '= Wideline', phone: '+1 305 555 0142', email: '@none', note: '-' })).toMatchObject({
      surname: 'Jean',
      firstname: 'Wideline',
      phone: '+1 305 555 0142',
      email: '@none',
      borrowernotes: 'Hurston Elementary; -',
    });
  });

  test('an accent that was typed as two signs is one', () => {
    expect(koha({ lastName: 'Nu\u0301n\u0303ez' })).toMatchObject({ surname: 'Núñez' });
  });

  test.each([
    ['12 Maple Court\nNorth Miami FL 33161-1234', '12 Maple Court', 'North Miami', 'FL', '33161-1234'],
    ['12 Maple Court, North Miami, FL, 33161', '12 Maple Court', 'North Miami', 'FL', '33161'],
    ['12 Maple Court,\nNorth Miami,\nFL 33161', '12 Maple Court', 'North Miami', 'FL', '33161'],
    ['12 Maple Court, Apt 4 FL 33161', '12 Maple Court, Apt 4 FL 33161', '', '', ''],
    ['North Miami', 'North Miami', '', '', ''],
    ['33161', '33161', '', '', ''],
    ['', '', '', '', ''],
  ])('an address is divided only where it is certain: %j', (address, street, city, state, zipcode) => {
    expect(koha({ address })).toMatchObject({ address: street, city, state, zipcode });
  });

  test('a relation that is too long for its column is cut, not refused by Koha', () => {
    expect(koha({ guardian: { name: 'Marie', relation: 'x'.repeat(150) } })?.['relationship']).toHaveLength(100);
  });
});

describe('Evergreen', () => {
  test('the card number is the user name too, the password column is there and empty, dates are YYYY-MM-DD', () => {
    expect(readByLine(fileOf([wideline], 'evergreen'))).toEqual([
      {
        cardnumber: '21234000000018',
        usrname: '21234000000018',
        passwd: '',
        profile: 'Patrons',
        home_library: 'BR1',
        family_name: 'Jean-Baptiste',
        first_given_name: 'Wideline',
        dob: '2015-03-14',
        email: 'marie@example.org',
        day_phone: '(305) 555-0142',
        guardian: "Marie D'Haïti, mother",
        add1_street1: '12 Maple Court, Apt 4',
        add1_city: 'North Miami',
        add1_state: 'FL',
        add1_post_code: '33161',
      },
    ]);
  });

  test('whom its loader would pass over in silence is left out, with the reason', () => {
    const all = [
      candidate(wideline, 'whole'),
      candidate({ ...wideline, cardNumber: '' }, 'no card'),
      candidate({ ...wideline, cardNumber: '21234000000026', birthDate: null }, 'no day of birth'),
    ];
    expect(patronsOf(all, 'evergreen').patrons.map(({ id }) => id)).toEqual(['whole']);
    expect(patronsOf(all, 'evergreen').leftOut).toEqual([
      { id: 'no card', reason: 'no-card' },
      { id: 'no day of birth', reason: 'no-birth-date' },
    ]);
    expect(patronsOf(all, 'koha').leftOut).toEqual([]);
  });

  test('letters that need UTF-8 are found, in any column', () => {
    const table = (contact: ContactDetails) => patronTable(patronsOf([candidate(contact)], 'evergreen').patrons, 'evergreen', codes);
    expect(hasAccents(table(wideline))).toBe(true);
    expect(hasAccents(table({ ...wideline, guardian: { name: "Marie D'Haiti", relation: 'mother' } }))).toBe(false);
  });
});

describe('who is in the file', () => {
  const reasons = (contact: ContactDetails | null) => patronsOf([candidate(contact)], 'koha').leftOut.map(({ reason }) => reason);
  const doubts = (format: PatronFormat, ...contacts: readonly ContactDetails[]) =>
    patronsOf(
      contacts.map((contact, at) => candidate(contact, String(at))),
      format,
    ).patrons.map((patron) => patron.doubts);

  test('not who cannot be opened, nor who has no name that could stand in it', () => {
    expect(reasons(null)).toEqual(['closed']);
    expect(reasons({ ...wideline, name: '= ', firstName: ' ', lastName: '' })).toEqual(['no-name']);
    expect(reasons(wideline)).toEqual([]);
  });

  test('a card number that is missing, or that two have, is said and holds nobody back', () => {
    expect(doubts('koha', { ...wideline, cardNumber: ' ' }, { ...wideline, cardNumber: '' })).toEqual([['no-card'], ['no-card']]);
    expect(doubts('koha', wideline, { ...wideline, cardNumber: ' 21234000000018' })).toEqual([['card-twice'], ['card-twice']]);
    expect(doubts('koha', wideline, { ...wideline, cardNumber: '21234000000026' })).toEqual([[], []]);
  });

  test('a card number longer than Koha has room for is said, for Koha alone', () => {
    const long = { ...wideline, cardNumber: '2'.repeat(33) };
    expect(doubts('koha', { ...wideline, cardNumber: '2'.repeat(32) }, long)).toEqual([[], ['card-long']]);
    expect([doubts('evergreen', long), doubts('plain', long)]).toEqual([[[]], [[]]]);
  });

  test('a name that was asked in one is divided, and that is said where it matters', () => {
    const asOne = { ...sayingNothing, name: 'María José García López', cardNumber: '21234000000018' };
    const { patrons } = patronsOf([candidate(asOne)], 'koha');
    expect(patrons.map(({ surname, firstName }) => [surname, firstName])).toEqual([['José García López', 'María']]);
    expect(doubts('koha', asOne)).toEqual([['name-divided']]);
    expect(doubts('plain', asOne)).toEqual([[]]);
    expect(doubts('koha', { ...asOne, name: 'Èzili' })).toEqual([[]]);
    // At the kiosk the last name may stay empty.
    expect(doubts('koha', { ...asOne, name: 'Ana Pierre', firstName: 'Ana Pierre', lastName: '' })).toEqual([['name-divided']]);
  });

  test('an apostrophe in a name is said of Evergreen, whose loader doubles it', () => {
    const apostrophe = { ...wideline, lastName: "D'Haïti" };
    expect(doubts('evergreen', apostrophe, wideline)).toEqual([['card-twice', 'apostrophe'], ['card-twice']]);
    expect(doubts('koha', apostrophe)).toEqual([[]]);
  });
});
