// What a plan says of a session fills what nobody has said, and gives way to a person, in whatever order the words arrive.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPlan, emptyRecord, plainValues } from '../../src/domain/record.ts';
import { foldSession, type SessionFields } from '../../src/domain/session.ts';
import { aMaker } from '../support/facts.ts';

const id = 'SESSION00001';

function folded(...said: readonly (readonly ['plan' | 'edit', Partial<SessionFields>])[]) {
  const maker = aMaker();
  const facts = said.map(([what, set]) => (what === 'plan' ? maker.make('session.planned', id, { set }) : maker.changeSession(id, set)));
  return foldSession(
    id,
    facts.map(({ fact }, at) => ({ fact, seq: at + 1 })),
  );
}

test('a person’s word stands, before and after the plan', () => {
  const plan = ['plan', { date: '2026-12-01', startsAt: '10:00', title: 'Storytime' }] as const;
  const edit = ['edit', { startsAt: '11:00' }] as const;
  for (const said of [
    [plan, edit],
    [edit, plan],
    [plan, edit, plan],
  ]) {
    expect(folded(...said).values).toMatchObject({ date: '2026-12-01', startsAt: '11:00', title: 'Storytime' });
  }
});

test('of two plans the first at the server stands', () => {
  const session = folded(['plan', { title: 'Storytime' }], ['plan', { title: 'Old name', startsAt: '09:00' }]);
  expect(session.values).toMatchObject({ title: 'Storytime', startsAt: '09:00' });
});

test('nothing is to be reviewed: neither what a plan says nor what replaces it is a lost value', () => {
  const session = folded(['plan', { title: 'Storytime' }], ['edit', { title: 'Story hour' }], ['plan', { title: 'Storytime' }]);
  expect(session.overwritten).toEqual([]);
});

test('two people who change a planned value apart are asked about it', () => {
  const session = folded(['plan', { title: 'Storytime' }], ['edit', { title: 'Story hour' }], ['edit', { title: 'Tales' }]);
  expect(session.overwritten.map(({ lost }) => lost.value)).toEqual(['Story hour']);
});

test('a plan of one’s own shows before the server has it, and once it has', () => {
  const plan = { id: 'P'.repeat(22), set: { title: 'Storytime' } };
  const waiting = applyPlan(emptyRecord(id), plan, null);
  if (waiting === 'out-of-order') throw new Error('in order');
  expect(plainValues(waiting)).toEqual({ title: 'Storytime' });
  const delivered = applyPlan(waiting, plan, 7);
  if (delivered === 'out-of-order') throw new Error('in order');
  expect(delivered.fields['title']).toMatchObject({ current: { seq: 7 }, pending: [] });
  expect(applyPlan(delivered, plan, 7)).toEqual(delivered);
});

test('plans and edits fold to the same whatever was in hand unsent', () => {
  const step = fc.record({ plan: fc.boolean(), field: fc.constantFrom('title', 'startsAt'), value: fc.constantFrom('09:00', '10:00') });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.nat({ max: 8 }), (steps, sent) => {
      const maker = aMaker();
      const facts = steps.map(({ plan, field, value }) => {
        const set = { [field]: value };
        return plan ? maker.make('session.planned', id, { set }) : maker.changeSession(id, set);
      });
      const whole = foldSession(
        id,
        facts.map(({ fact }, at) => ({ fact, seq: at + 1 })),
      );
      const unsent = foldSession(
        id,
        facts.map(({ fact }, at) => ({ fact, seq: at < sent ? at + 1 : null })),
      );
      if (sent >= steps.length) expect(unsent).toEqual(whole);
      // Unsent words of one's own lie on top of what the server has: for one device alone that is the order they were said in.
      expect(unsent.values).toEqual(whole.values);
    }),
  );
});
