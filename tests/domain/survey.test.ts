// The exit survey and the checklist in a session's view: sums that no order changes, and figures that tell nobody apart.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listProgress, ticksByItem } from '../../src/domain/checklist-progress.ts';
import { emptySession, foldSession } from '../../src/domain/session.ts';
import { surveyResults, wordingIn } from '../../src/domain/survey-results.ts';
import type { Score, SurveyAnswered } from '../../src/domain/survey.ts';
import { aMaker, type MadeFact } from '../support/facts.ts';
import { randomBytesFrom } from '../support/random.ts';

const id = 'SESSION00001';
const answer = (agreement: SurveyAnswered['agreement']): SurveyAnswered => ({ wording: 'w/1', agreement, way: 'kiosk', sealed: null });
const fold = (made: readonly MadeFact[]) =>
  foldSession(
    id,
    made.map(({ fact }, at) => ({ fact, seq: at + 1 })),
  );

function makers() {
  const random = randomBytesFrom(5);
  return [aMaker({ device: 'TABLET00001', random }), aMaker({ device: 'TABLET00002', random })] as const;
}

test('ticks of two tablets stand side by side; a tick is gone when each that made it is taken back', () => {
  const [one, two] = makers();
  const mine = one.make('checklist.ticked', id, { item: 'count' });
  const theirs = two.make('checklist.ticked', id, { item: 'count' });
  const other = two.make('checklist.ticked', id, { item: 'welcome' });
  const list = one.changeSession(id, {
    checklist: [
      { id: 'count', phase: 'during', text: '' },
      { id: 'welcome', phase: 'during', text: '' },
      { id: 'notes', phase: 'after', text: '' },
    ],
  });
  const all = [list, mine, theirs, other];
  expect(listProgress(fold(all)).done).toBe(2);
  expect(listProgress(fold([...all, one.voidOf(id, mine)])).done).toBe(2);
  expect(listProgress(fold([two.voidOf(id, theirs), ...all, one.voidOf(id, mine)])).done).toBe(1);
  expect(ticksByItem(fold(all)).get('count')?.toSorted()).toEqual([mine.fact.id, theirs.fact.id].toSorted());
});

test('answers sum up whatever their order, and what is taken back leaves nothing', () => {
  const score = fc.constantFrom<Score>(1, 2, 3, 4, 5);
  const given = fc.array(fc.record({ knowledge: score, awareness: score }, { requiredKeys: [] }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(given, fc.infiniteStream(fc.nat()), (agreements, shuffle) => {
      const [one] = makers();
      const made = agreements.map((agreement) => one.make('survey.answered', id, answer(agreement)));
      const order = made.map((fact) => ({ fact, key: shuffle.next().value ?? 0 })).sort((a, b) => a.key - b.key);
      const session = fold(order.map(({ fact }) => fact));
      expect(session.totals.survey?.['answers']).toBe(made.length);
      expect(session.totals).toEqual(fold(made).totals);
      expect(fold([...made.map((fact) => one.voidOf(id, fact)), ...made]).totals).toEqual(emptySession(id).totals);
    }),
  );
});

test('a share is told from five answers on, and counts who agrees', () => {
  const [one] = makers();
  const scores: readonly Score[] = [5, 4, 3, 1];
  const four = scores.map((knowledge) => one.make('survey.answered', id, answer({ knowledge })));
  expect(surveyResults(fold(four))).toEqual({ answers: 4, statements: [{ item: 'knowledge', answers: 4, agree: null }] });
  const five = [...four, one.make('survey.answered', id, answer({ knowledge: 4, confidence: 2 }))];
  expect(surveyResults(fold(five))).toEqual({
    answers: 5,
    statements: [
      { item: 'knowledge', answers: 5, agree: 3 },
      { item: 'confidence', answers: 1, agree: null },
    ],
  });
});

test('a visitor reads the words of this kind of session, else the library’s, else ours', () => {
  const words = (version: string) => ({ version, statements: {}, questions: {} });
  const ours = words('ours');
  const library = { 'en-US': words('library'), ht: words('library-ht') };
  expect(wordingIn('en-US', [{ 'en-US': words('kind') }, library], ours).version).toBe('kind');
  expect(wordingIn('ht', [{ 'en-US': words('kind') }, library], ours).version).toBe('library-ht');
  expect(wordingIn('es-US', [undefined, library], ours).version).toBe('ours');
});
