// Kinds of session: what choosing one fills in, and what it leaves alone.

import { expect, test } from 'vitest';
import * as v from 'valibot';
import { type SessionFields, unknownSession } from '../../src/domain/session.ts';
import { templateFields } from '../../src/domain/template.ts';
import { type Before, fillingOf, ownTemplates, type Template, usualTemplate } from '../../src/domain/templates.ts';

const kind = (id: string, set: Partial<Template['values']> = {}): Template => ({ id, values: { ...usualTemplate(id), ...set } });
const before = (values: Partial<SessionFields> = {}, template: Template | null = null): Before => ({
  values: { ...unknownSession, ...values },
  said: (field) => field in values,
  template,
});
const nothing: ReadonlySet<string> = new Set();

test('there are ten, each a whole template with a checklist whose items are told apart', () => {
  expect(ownTemplates).toHaveLength(10);
  for (const id of ownTemplates) {
    const values = usualTemplate(id);
    expect(v.is(templateFields, values), id).toBe(true);
    expect(new Set(values.checklist.map((item) => item.id)).size, id).toBe(values.checklist.length);
    expect(values.checklist.length, id).toBeGreaterThan(4);
  }
});

test('a fresh session becomes what such a session usually is', () => {
  const { set, kept } = fillingOf(kind('storytime'), before(), nothing);
  expect(set).toMatchObject({ template: 'storytime', activityType: 'program_session', topic: 'storytime', targetAge: '0-5', title: '' });
  expect(set.checklist?.map((item) => item.id)).toContain('pack-books');
  expect(kept).toEqual([]);
});

test('what a person typed stays, and is named', () => {
  const { set, kept } = fillingOf(kind('storytime'), before({ targetAge: '6-11', title: 'Under the mango tree' }), nothing);
  expect(set).not.toHaveProperty('targetAge');
  expect(set).not.toHaveProperty('title');
  expect(kept).toEqual(['targetAge', 'title']);
});

test('another kind takes back what the first one filled, and only that', () => {
  const first = kind('storytime');
  const filled = { ...fillingOf(first, before(), nothing).set, format: 'virtual_live' as const };
  const { set, kept } = fillingOf(kind('card_drive'), before(filled, first), nothing);
  expect(set).toMatchObject({ activityType: 'outreach_event', topic: 'card_drive', targetAge: 'general', offers: ['card'] });
  expect(kept).toEqual(['format']);
  expect(fillingOf(null, before(filled, first), nothing).set).toMatchObject({ template: null, topic: 'other', checklist: [], offers: [] });
});

test('an item that was ticked stays on the list when the kind changes', () => {
  const first = kind('storytime');
  const filled = fillingOf(first, before(), nothing).set;
  const { set } = fillingOf(kind('card_drive'), before(filled, first), new Set(['pack-supplies']));
  expect(set.checklist?.map((item) => item.id)).toContain('pack-supplies');
  expect(set.checklist?.map((item) => item.id)).not.toContain('welcome');
});

test('a kind of the library’s own gives the session its name', () => {
  expect(fillingOf(kind('KJ3M2X7Q9RTA', { name: 'Lego club' }), before(), nothing).set.title).toBe('Lego club');
});
