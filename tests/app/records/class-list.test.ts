// A class prepared before its visit: what is asked of the list, and what each child's sign-up says.

import { expect, test } from 'vitest';
import { type Child, classProblems, classSignUps, emptyChild } from '../../../src/app/records/class-list.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { defaultRules } from '../../../src/domain/sign-up-rules.ts';

const today = '2026-11-02';
const child = (parts: Partial<Child>, token = 'T'): Child => ({ ...emptyChild(token), ...parts });
const fieldsOf = (children: readonly Child[], consent = true) => classProblems(children, consent, today, text).map(({ field }) => field);

test('empty lines are no children; what is missing is named by its line', () => {
  expect(fieldsOf([child({})], false)).toEqual(['name-1', 'consent']);
  expect(fieldsOf([child({ name: 'Ana' }), child({}), child({ phone: '305' }), child({ name: 'B', birthDate: '31/31/2015' })])).toEqual([
    'name-3',
    'birthDate-4',
  ]);
});

test('what is too long for a record is named by its line, and nothing is cut off', () => {
  const long = child({ name: 'x'.repeat(201), guardian: 'x'.repeat(301), phone: '1'.repeat(301) });
  const said = (field: 'name' | 'guardian' | 'phone', most: number) => text.asking.prepare.long(2, text.asking.prepare[field], most);
  expect(classProblems([child({ name: 'Ana' }), long], true, today, text)).toEqual([
    { field: 'name-2', message: said('name', 200) },
    { field: 'guardian-2', message: said('guardian', 300) },
    { field: 'phone-2', message: said('phone', 300) },
  ]);
});

test('each child is a prepared sign-up with the school, and says what is still to be asked', () => {
  const once = { kind: 'card', school: ' Hurston ', language: 'ht', rules: defaultRules, wording: 'ht/2026-11-01', today } as const;
  const [ana, leo] = classSignUps(
    [child({ name: ' Ana Núñez ', birthDate: '3/14/2018', guardian: 'Marie', phone: '305 555 0142' }, 'A'), child({ name: 'Leo' }, 'B')],
    once,
    text,
  );
  expect(ana).toMatchObject({
    for: 'card',
    prepared: true,
    language: 'ht',
    ageBand: '6-11',
    consent: { given: true, wording: 'ht/2026-11-01', by: 'caregiver' },
    token: 'A',
    contact: { name: 'Ana Núñez', birthDate: '2018-03-14', guardian: { name: 'Marie', relation: '' }, school: 'Hurston' },
  });
  expect(ana?.contact.missing).toBe('Still to ask: Address and signature');
  expect(leo).toMatchObject({ ageBand: null, token: 'B' });
  expect(leo?.contact.missing).toContain('Date of birth');
  expect(leo?.contact.missing).toContain('Parent or caregiver');
});

test('a child who asks for the reading challenge only has nothing left to be asked', () => {
  const once = { kind: 'reading_challenge', school: '', language: 'en-US', rules: defaultRules, wording: 'x', today } as const;
  expect(classSignUps([child({ name: 'Leo', guardian: 'Marie' })], once, text)[0]?.contact).not.toHaveProperty('missing');
});
