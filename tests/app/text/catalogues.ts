// Every language whole, for tests: the app loads each in two parts.

import { enUS } from '../../../src/app/text/en-US.ts';
import { first as firstOfSpanish } from '../../../src/app/text/es-US/first.ts';
import { rest as restOfSpanish } from '../../../src/app/text/es-US/rest.ts';
import { first as firstOfCreole } from '../../../src/app/text/ht/first.ts';
import { rest as restOfCreole } from '../../../src/app/text/ht/rest.ts';
import type { Text } from '../../../src/app/text/text.ts';
import type { Language } from '../../../src/domain/shapes.ts';

export const catalogues: Readonly<Record<Language, Text>> = {
  'en-US': enUS,
  'es-US': { ...firstOfSpanish, ...restOfSpanish, problems: { ...firstOfSpanish.problems, ...restOfSpanish.moreProblems } },
  ht: { ...firstOfCreole, ...restOfCreole, problems: { ...firstOfCreole.problems, ...restOfCreole.moreProblems } },
};
