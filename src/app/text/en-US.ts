// English (United States), whole. The app loads it in two parts; tests and the type of every other language take it from here.

import { first } from './en-US/first.ts';
import { rest } from './en-US/rest.ts';

export const enUS = { ...first, ...rest, problems: { ...first.problems, ...rest.moreProblems } } as const;
