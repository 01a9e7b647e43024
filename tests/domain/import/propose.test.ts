// What an event seems to be, and for whom: always a proposal, with the words that say so, and "unsure" where they can be meant otherwise.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agesIn } from '../../../src/domain/import/ages.ts';
import { folded } from '../../../src/domain/import/folded.ts';
import { propose } from '../../../src/domain/import/propose.ts';
import { proposalFields, reasonsOf } from '../../../src/domain/proposal.ts';

describe('ages', () => {
  test.each([
    // figures within one band are sure
    ['For ages 1-5', '0-5', true],
    ['Ages 3 – 5', '0-5', true],
    ['birth-12 months', '0-5', true],
    ['Newborn to 2 years', '0-5', true],
    ['18 months to 3 years', '0-5', true],
    ['6-18 months', '0-5', true],
    ['5 and under', '0-5', true],
    ['ages 7 to 11', '6-11', true],
    ['8-10 year olds', '6-11', true],
    ['Grades 1-5', '6-11', true],
    ['6th-8th grade', '12-18', false],
    ['Teen (ages 12-18)', '12-18', true],
    ['13 to 17 years', '12-18', true],
    ['18 and older', '19+', true],
    ['18+', '19+', true],
    ['ages 21 & up', '19+', true],
    // figures in several bands are unsure, and the larger part of them is proposed
    ['(4-11)', '6-11', false],
    ['4-11', '6-11', false],
    ['ages 3-6', '0-5', false],
    ['ages 8-14', '6-11', false],
    ['under 6', '0-5', false],
    // grown-ups together with children are everybody, unsure
    ['10 and up', 'general', false],
    ['ages 12-18, adults 18+', 'general', false],
    // words
    ['All ages welcome', 'general', true],
    ['Family fun night', 'general', true],
    ['Toddlers and babies', '0-5', true],
    ['Preschool storytime', '0-5', true],
    ['Elementary students', '6-11', true],
    ['Crafts for kids', '6-11', false],
    ['Tween time', '6-11', false],
    ['Young adults', '12-18', true],
    ['High school', '12-18', true],
    ['Adults only', '19+', true],
    ['Teens and adults', 'general', false],
    ['Seniors', '19+', true],
    ['Children must be accompanied by an adult', '6-11', false],
    // Spanish and Haitian Creole
    ['De 6 a 11 años', '6-11', true],
    ['Edades de 3 a 5', '0-5', true],
    ['Todas las edades', 'general', true],
    ['Menores de 5 años', '0-5', true],
    ['Mayores de 18', '19+', true],
    ['10 años en adelante', 'general', false],
    ['Recién nacidos a 2 años', '0-5', true],
    ['Para bebés', '0-5', true],
    ['Para niños', '6-11', false],
    ['Adolescentes', '12-18', true],
    ['Para adultos', '19+', true],
    ['Laj 6-11', '6-11', true],
    ['Tout laj', 'general', true],
    ['Pou timoun', '6-11', false],
    // no ages at all
    ['10:00-11:30', null, null],
    ['10-11 am', null, null],
    ['2026-11-12', null, null],
    ['11/12', null, null],
    ['Room 4', null, null],
    ['$5-10', null, null],
    ['Meet the bookmobile', null, null],
  ])('%s', (text, band, sure) => {
    const said = agesIn(folded(text));
    expect({ band: said?.band ?? null, sure: said?.sure ?? null }).toEqual({ band, sure });
  });

  test('a range inside one band is always that band, and one across two is never sure', () => {
    const bands = [
      ['0-5', 0, 5],
      ['6-11', 6, 11],
      ['12-18', 12, 18],
    ] as const;
    const ages = fc.tuple(fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 18 })).filter(([from, to]) => from < to);
    const form = fc.constantFrom<(from: number, to: number) => string>(
      (from, to) => `For ages ${from}-${to}, please register`,
      (from, to) => `Edades de ${from} a ${to} años`,
      (from, to) => `Fun (ages ${from} through ${to})`,
      (from, to) => `${from} - ${to} yrs`,
    );
    fc.assert(
      fc.property(ages, form, ([from, to], say) => {
        const within = bands.find(([, least, most]) => from >= least && to <= most);
        const said = agesIn(folded(say(from, to)));
        expect(said?.sure).toBe(within !== undefined);
        if (within !== undefined) expect(said?.band).toBe(within[0]);
        else expect(bands.filter(([, least, most]) => from <= most && to >= least).map(([band]) => band)).toContain(said?.band);
      }),
    );
  });
});

const words = { title: '', description: '', categories: [], location: '', atLibrary: false };

describe('what an event seems to be', () => {
  test.each([
    [{ title: 'Preschool Story Time' }, 'program_session', 'storytime', true],
    [{ title: 'Hora de cuentos en el parque' }, 'program_session', 'storytime', true],
    [{ title: 'School of Blind, 761 Summit Ave- Myth, Bookmobile Stop' }, 'bookmobile_stop', 'other', true],
    [{ title: 'Outreach team will be tabling' }, 'outreach_event', 'other', true],
    [{ title: 'Farmers Market: library card sign-up' }, 'program_session', 'card_drive', null],
    [{ title: 'Grab & Go Craft Kits' }, 'self_directed', 'other', true],
    [{ title: 'Tech help', description: 'By appointment only' }, 'program_session', 'digital_literacy_workshop', true],
    [{ title: 'Homework Help' }, 'one_on_one', 'other', true],
    [{ title: 'Blood drive' }, 'outreach_event', 'other', true],
    [{ title: 'Mystery Book Club' }, 'program_session', 'book_club', true],
    [{ title: 'Meet the Author: J. Doe' }, 'program_session', 'author_visit', true],
    [{ title: 'Clases de inglés' }, 'program_session', 'literacy_workshop', true],
    [{ title: 'Visit', categories: ['Early Learning & Storytime'] }, 'program_session', 'storytime', true],
    [{ title: 'Board of Trustees meeting' }, 'outreach_event', 'other', false],
    [{ title: 'Library closed' }, 'outreach_event', 'other', false],
    [{ title: 'Something nobody has words for' }, 'outreach_event', 'other', false],
    [{ title: 'Bookmobile', description: 'We may read a story: storytime' }, 'bookmobile_stop', 'storytime', true],
  ])('%j', (said, type, topic, sure) => {
    const { activityType, topic: about } = propose({ ...words, ...said });
    if (sure === null) expect(about.value).toBe(topic);
    else expect([activityType.value, about.value, activityType.sure]).toEqual([type, topic, sure]);
  });

  test('says which words it was read from, and where', () => {
    const said = propose({ ...words, title: 'Story Time', description: 'Songs and books. Ages 1-5.', location: 'Oak Park' });
    expect(said.activityType).toEqual({ value: 'program_session', by: 'title', words: 'story time', sure: true });
    expect(said.targetAge).toEqual({ value: '0-5', by: 'description', words: 'ages 1-5', sure: true });
    expect(propose({ ...words, title: 'Club: 12 a 18  años' }).targetAge.words).toBe('12 a 18 años');
    expect(said.format).toEqual({ value: 'in_person_offsite', by: 'location', words: 'oak park', sure: true });
  });

  test('an age that the title and the description tell differently is unsure; figures outweigh words', () => {
    expect(propose({ ...words, title: 'Kids club', description: 'For ages 12-18' }).targetAge).toMatchObject({
      value: '12-18',
      sure: true,
    });
    expect(propose({ ...words, title: 'Teen night', description: 'Ages 6-11' }).targetAge).toMatchObject({ value: '6-11', sure: false });
    expect(propose({ ...words, title: 'Storytime' }).targetAge).toEqual({ value: '0-5', by: 'topic', words: 'storytime', sure: false });
  });

  test('online is said where it is said, and the library is where the place says so', () => {
    expect(propose({ ...words, title: 'Book club on Zoom' }).format).toMatchObject({ value: 'virtual_live', sure: true });
    expect(propose({ ...words, location: 'Main Library, Room 2' }).format).toMatchObject({ value: 'in_person_onsite', sure: false });
    expect(propose({ ...words, location: 'Little Free Library, Oak St' }).format.value).toBe('in_person_offsite');
    expect(propose({ ...words, location: 'Oak', atLibrary: true }).format).toMatchObject({ value: 'in_person_onsite', sure: true });
  });

  test('any text gives a proposal whose reasons a session can carry', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(
        fc.record({
          title: text,
          description: text,
          location: text,
          categories: fc.array(text, { maxLength: 3 }),
          atLibrary: fc.boolean(),
        }),
        (any) => {
          const fields = proposalFields(propose(any));
          expect(reasonsOf(fields)).not.toBeNull();
          expect(fields.classification).toBe('proposed');
        },
      ),
      { numRuns: 200 },
    );
  });
});
