// What each question is called: names stay apart from the sentence they stand in, and are not read aloud.

import { expect, test } from 'vitest';
import { newForm, nobodyYet } from '../../../src/app/features/kiosk/form.ts';
import type { Step } from '../../../src/app/features/kiosk/steps.ts';
import { spokenTitleOf, titleOf } from '../../../src/app/features/kiosk/titles.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';

const words = text.kiosk;

test('a name from right to left is isolated, so that the words around it keep their order', () => {
  const form = { ...newForm('en-US', ['card']), forWhom: 'child', people: [{ ...nobodyYet, firstName: ' محمد ' }] } as const;
  const steps: readonly Step[] = [
    { name: 'born', person: 0 },
    { name: 'school', person: 0 },
    { name: 'under', person: 0, limit: 13 },
  ];
  const apart = '\u2068محمد\u2069';
  expect(steps.map((step) => titleOf(step, form, words))).toEqual([
    words.born.child(apart),
    words.school.child(apart),
    words.under.child(apart, 13),
  ]);
  expect(steps.map((step) => spokenTitleOf(step, form, words))).toEqual([
    words.born.child(words.aloud.child),
    words.school.child(words.aloud.child),
    words.under.child(words.aloud.child, 13),
  ]);
});
