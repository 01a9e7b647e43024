// Which kind a confirmed session gets, and when it gets none.

import { expect, test } from 'vitest';
import { givenOnConfirming, withoutBrought } from '../../src/domain/given-kind.ts';
import { applyChange, emptyRecord } from '../../src/domain/record.ts';
import { emptySession, type Session, type SessionFields } from '../../src/domain/session.ts';
import { ownTemplates, type Template, usualTemplate } from '../../src/domain/templates.ts';

const own = (id: string, set: Partial<Template['values']>): Template => ({ id, values: { ...usualTemplate(id), ...set } });
const brought = ownTemplates.map((id) => own(id, {}));
const teens = own('TEENS0000001', { name: 'Teen book club', activityType: 'program_session', topic: 'book_club', targetAge: '12-18' });
const lego = own('LEGO00000001', { name: 'Lego club', activityType: 'program_session', topic: 'other' });

/** As one fact after another said it. */
function aSession(...facts: readonly Partial<SessionFields>[]): Session {
  const record = facts.reduce<ReturnType<typeof emptyRecord>>((before, set, at) => {
    const after = applyChange(before, { id: `FACT${at}`, body: { set, base: {} } }, at + 1);
    if (after === 'out-of-order') throw new Error('in order');
    return after;
  }, emptyRecord('S1'));
  return { ...emptySession('S1'), ...record, values: { ...emptySession('S1').values, ...Object.assign({}, ...facts) } };
}

const storytime = { activityType: 'program_session', topic: 'storytime', targetAge: '0-5', classification: 'proposed' } as const;

test.each([
  ['a storytime', storytime, 'storytime'],
  ['a stop', { activityType: 'bookmobile_stop', topic: 'other' }, 'bookmobile_stop'],
  ['a book club for teens, of which the library has a kind', { ...storytime, topic: 'book_club', targetAge: '12-18' }, 'TEENS0000001'],
  ['a book club for children, of which it has none', { ...storytime, topic: 'book_club', targetAge: '6-11' }, 'book_club'],
  ['a program of which no topic is known', { ...storytime, topic: 'other' }, undefined],
  ['one that was held', { ...storytime, status: 'closed' }, undefined],
  ['one that staff gave another kind', { ...storytime, template: 'class_visit' }, undefined],
  ['one of which staff said that it is of no kind', { ...storytime, template: null }, undefined],
] as const)('%s', (_, values, template) => {
  const said: readonly Partial<SessionFields>[] = 'template' in values ? [storytime, { template: values.template }] : [values];
  expect(givenOnConfirming(aSession(...said), {}, [...brought, teens, lego]).template).toBe(template);
});

test('what it is confirmed as decides, and a kind put away is none', () => {
  expect(givenOnConfirming(aSession(storytime), { topic: 'book_club' }, brought).template).toBe('book_club');
  const without = brought.map((one) => (one.id === 'storytime' ? own('storytime', { archived: true }) : one));
  expect(givenOnConfirming(aSession(storytime), {}, without)).toEqual({});
});

test('what staff said of sign-ups and the survey stays', () => {
  const given = givenOnConfirming(aSession(storytime, { offers: ['newsletter'], asksSurvey: true }), {}, brought);
  expect(Object.keys(given).toSorted()).toEqual(['checklist', 'template']);
});

test('taken back with the confirmation, it is given again with the next', () => {
  const given = givenOnConfirming(aSession(storytime), {}, brought);
  const undone = aSession(storytime, { ...given, classification: 'confirmed' }, { ...withoutBrought(given), classification: 'proposed' });
  expect(undone.values).toMatchObject({ template: null, checklist: [], offers: [], asksSurvey: false });
  expect(givenOnConfirming(undone, { topic: 'class_visit' }, brought).template).toBe('class_visit');
});
