// Overwritten values are offered for review until somebody has chosen.

import { expect, test } from 'vitest';
import { openReviews } from '../../../src/app/features/sessions/overwritten.ts';
import { foldSession } from '../../../src/domain/session.ts';
import { aMaker } from '../../support/facts.ts';

const id = '4K7Q9XTM2BHC';

test('two edits that did not see each other are one review, and writing the field again answers it', () => {
  const [alices, bobs] = [aMaker(), aMaker()];
  const begun = alices.changeSession(id, { title: 'Story time', place: 'Maple Court' });
  const base = { title: begun.fact.id, place: begun.fact.id };
  const hers = alices.changeSession(id, { title: 'Storytime' }, base);
  const his = bobs.changeSession(id, { title: 'Book giveaway', place: 'Maple Court' }, base);
  const facts = [begun, hers, his].map(({ fact }, at) => ({ fact, seq: at + 1 }));
  expect(openReviews(foldSession(id, facts))).toMatchObject([{ field: 'title', lost: { value: 'Storytime' }, by: his.fact.id }]);

  const kept = bobs.changeSession(id, { title: 'Storytime' }, { title: his.fact.id });
  expect(openReviews(foldSession(id, [...facts, { fact: kept.fact, seq: null }]))).toEqual([]);
  expect(openReviews(foldSession(id, [...facts, { fact: kept.fact, seq: 4 }]))).toEqual([]);
});

test('two who wrote the same have nothing to choose', () => {
  const [alices, bobs] = [aMaker(), aMaker()];
  const hers = alices.changeSession(id, { title: 'Storytime' });
  const his = bobs.changeSession(id, { title: 'Storytime' });
  expect(
    openReviews(
      foldSession(
        id,
        [hers, his].map(({ fact }, at) => ({ fact, seq: at + 1 })),
      ),
    ),
  ).toEqual([]);
});
