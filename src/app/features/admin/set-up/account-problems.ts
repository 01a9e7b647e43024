// What is wrong with an account as typed, in the words of the form. The same limits as the protocol's, which the server checks again.

import * as v from 'valibot';
import { name } from '../../../../domain/shapes.ts';
import { setupRequest } from '../../../../protocol/access.ts';
import type { Text } from '../../../text/text.ts';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';

export interface TypedAccount {
  readonly code: string;
  readonly codeNeeded: boolean;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

const coordinator = setupRequest.entries.coordinator.entries;
const leastPassword = 12;
const mostPassword = 128;

export function accountProblems(typed: TypedAccount, words: Text['access']['missing']): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (typed.codeNeeded && typed.code.trim() === '') problems.push({ field: 'code', message: words.setupCode });
  if (!v.is(name, typed.name)) problems.push({ field: 'name', message: words.name });
  if (!v.is(coordinator.email, typed.email)) problems.push({ field: 'email', message: words.email });
  if (typed.password.length > mostPassword) problems.push({ field: 'password', message: words.passwordTooLong(mostPassword) });
  else if (typed.password.length < leastPassword) problems.push({ field: 'password', message: words.password(leastPassword) });
  return problems;
}
