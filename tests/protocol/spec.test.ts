// SPEC.md says of every code and every route what a server does: none is missing there, and none stands there that is not.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deepestFact, largestFact } from '../../src/domain/fact.ts';
import { largestRequest } from '../../src/protocol/version.ts';
import { statuses } from '../../src/server/problem-response.ts';
import { gets, posts } from '../support/every-route.ts';

const spec = readFileSync(new URL('../../src/protocol/SPEC.md', import.meta.url), 'utf8');

test('each rule has a number of its own', () => {
  const numbers = [...spec.matchAll(/^- \*\*(S\d+)\*\*/gm)].map(([, number = '']) => number);
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  expect(numbers.length).toBeGreaterThan(45);
});

test('[S49] every code that a route answers stands in SPEC.md with its status', () => {
  const rows = [...spec.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \|/gm)].map(([, code = '', status]) => [code, Number(status)]);
  expect(rows.sort()).toEqual(Object.entries(statuses).sort());
});

test('[S50] every route stands in SPEC.md, with the limits of requests and facts', () => {
  const rows = [...spec.matchAll(/^\| `((?:GET|POST) [^`]+)` \|/gm)].map(([, route]) => route);
  const routes = [...gets.map((path) => `GET ${path}`), ...posts.map((path) => `POST ${path}`)];
  expect(rows.sort()).toEqual(routes.sort());
  const limits = spec.slice(spec.indexOf('**S50**'));
  for (const limit of [largestRequest, largestFact, deepestFact]) expect(limits).toContain(limit.toLocaleString('en-US'));
});
