// All sign-ups of one person, for erasing them: what is certain is chosen beforehand, so it may never be a brother or a namesake.

import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../src/domain/duplicates.ts';
import { searchSamePerson } from '../../src/domain/same-person.ts';
import type { ContactDetails } from '../../src/domain/sign-up.ts';

const ana: ContactDetails = {
  name: 'Ana Núñez',
  phone: '305 555 0142',
  email: '',
  address: '',
  birthDate: '2017-03-04',
  guardian: { name: 'Marie Núñez', relation: 'mother' },
  cardNumber: '',
  note: '',
};

function candidate(id: string, contact: Partial<ContactDetails>, wish: Candidate['body'] = { for: 'card', program: null }): Candidate {
  return { id, session: `in ${id}`, body: wish, contact: { ...ana, ...contact } };
}

function found(one: Candidate, ...others: readonly Candidate[]) {
  const search = searchSamePerson(one, [one, ...others]);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

const newsletter = { for: 'newsletter', program: null } as const;

describe('sign-ups of one person', () => {
  test('are found whatever was asked for, and certain by name, birth date and one thing more', () => {
    expect(found(candidate('A', {}), candidate('B', { name: 'NUNEZ ANA', guardian: null }, newsletter))).toEqual([
      { id: 'B', score: 1, reasons: ['name-order', 'birth-date', 'phone'], isCertain: true },
    ]);
  });

  test('filled in on one form are certain with the name alone, unless birth dates differ', () => {
    const form = { family: 'F1', phone: '', guardian: null };
    const one = candidate('A', { ...form, birthDate: null });
    expect(found(one, candidate('B', form, newsletter))).toMatchObject([{ id: 'B', reasons: ['name-same', 'family'], isCertain: true }]);
    expect(found(candidate('A', form), candidate('B', { ...form, birthDate: '2011-12-30' }, newsletter))).toEqual([]);
    expect(found(one, candidate('B', { ...form, name: 'Luis Núñez' }, newsletter))).toEqual([]);
  });

  test('with less in common are found and not certain: a mother of the same name, a name one letter off', () => {
    const others = [candidate('B', { birthDate: null, guardian: null }, newsletter), candidate('C', { name: 'Anna Núñez' }, newsletter)];
    expect(found(candidate('A', {}), ...others).map(({ id, isCertain }) => [id, isCertain])).toEqual([
      ['C', false],
      ['B', false],
    ]);
  });

  test('are asked about for the name alone, unless birth dates say that it is somebody else', () => {
    const alone = { phone: '', guardian: null };
    expect(found(candidate('A', {}), candidate('B', { ...alone, name: 'Núñez, Ana', birthDate: null }, newsletter))).toEqual([
      { id: 'B', score: 0.4, reasons: ['name-order'], isCertain: false },
    ]);
    expect(found(candidate('A', {}), candidate('B', { ...alone, birthDate: '2003-11-30' }, newsletter))).toEqual([]);
  });

  test('of brothers and sisters are not found', () => {
    expect(found(candidate('A', {}), candidate('B', { name: 'Luis Núñez', birthDate: '2015-01-30' }, newsletter))).toEqual([]);
  });
});
