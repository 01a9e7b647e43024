// The first coordinator's account as typed.
import { expect, test } from 'vitest';
import { accountProblems, type TypedAccount } from '../../../src/app/features/admin/set-up/account-problems.ts';
import { access } from '../../../src/app/text/en-US/access.ts';
import { alice } from '../../support/cast.ts';

const typed: TypedAccount = { ...alice, code: '', codeNeeded: false };
const problemsOf = (parts: Partial<TypedAccount>) =>
  accountProblems({ ...typed, ...parts }, access.missing).map((problem) => problem.field);

test('a whole account has no problem', () => {
  expect(problemsOf({})).toEqual([]);
});

test('every script and one-word names are names', () => {
  for (const name of ['Ñusta', "D'Haïti", '李', 'Jean-Baptiste']) expect(problemsOf({ name })).toEqual([]);
});

test('what is missing or does not fit is named at its field, in their order', () => {
  expect(problemsOf({ name: ' ', email: 'alice', password: 'short' })).toEqual(['name', 'email', 'password']);
  expect(problemsOf({ password: 'a'.repeat(129) })).toEqual(['password']);
  expect(problemsOf({ codeNeeded: true })).toEqual(['code']);
});
