// The messages' shapes: what is optional to a newer peer, what is refused, and that a held fact's unknown reason is still a reason.

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { largestFact } from '../../src/domain/fact.ts';
import { problemAnswer, setupRequest } from '../../src/protocol/access.ts';
import { hashOf } from '../../src/protocol/hash.ts';
import { paths } from '../../src/protocol/paths.ts';
import { pullAnswer, pullRequest } from '../../src/protocol/pull.ts';
import { offerRequest, pushAnswer, pushRequest, receipt } from '../../src/protocol/push.ts';
import { largestRequest, mostFactsPerPush, mostIdsPerOffer } from '../../src/protocol/version.ts';
import { aFact } from '../support/facts.ts';

const health = { app: '0.1.0', at: '2026-11-02T15:00:00.000Z', unsent: 0, oldestUnsentAt: null, attention: 0, persisted: null };
const pull = { protocol: 1, incarnation: 'INCARNATION1', cursor: null, health, digest: null };
const server = { id: 'SERVER', epoch: 'EPOCH' };
const notices = { server, now: '2026-11-02T15:00:00.000Z', offer: false, newIncarnation: null };

describe('[S3] a push', () => {
  test('is a pull that carries facts, each with its hash', () => {
    expect(v.is(pullRequest, pull)).toBe(true);
    expect(v.is(pushRequest, { ...pull, facts: [aFact().sent] })).toBe(true);
    expect(v.is(pushRequest, { ...pull, facts: [{ text: '{}' }] })).toBe(false);
  });

  test('carries no more than the limit', () => {
    const facts = Array.from({ length: mostFactsPerPush + 1 }, () => aFact().sent);
    expect(v.is(pushRequest, { ...pull, facts })).toBe(false);
    expect(v.is(pushRequest, { ...pull, facts: facts.slice(1) })).toBe(true);
  });

  test('of the largest fact, escaped, is a request the server reads', () => {
    for (const letter of ['"', '\\', 'é', '小']) {
      const text = letter.repeat(largestFact);
      const bytes = new TextEncoder().encode(JSON.stringify({ ...pull, facts: [{ text, hash: hashOf(text) }] })).length;
      expect(bytes, letter).toBeLessThanOrEqual(largestRequest);
    }
  });
});

describe('[S5] an answer', () => {
  const stored = { state: 'stored', hash: 'h', seq: 7, receivedAt: '2026-11-02T15:00:00.000Z' };
  const held = { state: 'held', hash: 'h', code: 'fact-invalid', field: 'body.heads', receivedAt: '2026-11-02T15:00:00.000Z' };

  test('has a receipt for each fact; unknown fields of a newer server are kept', () => {
    const answer = { ...notices, receipts: [{ ...stored, shard: 3 }, held], rows: null };
    expect(v.parse(pushAnswer, answer)).toEqual(answer);
  });

  test('that holds a fact for a reason unknown here still holds it', () => {
    expect(v.parse(receipt, { ...held, code: 'fact-smells' })).toEqual({ ...held, code: 'fact-invalid' });
  });

  test.each([
    ['a page of a captive portal', '<html>Welcome</html>'],
    ['nothing', null],
    ['a receipt without a number', { ...notices, receipts: [{ ...stored, seq: 0 }], rows: null }],
    ['no receipts', { ...notices, rows: null }],
  ])('is not %s', (_, answer) => {
    expect(v.is(pushAnswer, answer)).toBe(false);
  });

  test('of a pull says whose rows these are, or that they are of another epoch', () => {
    expect(v.is(pullAnswer, { ...notices, rows: null })).toBe(true);
    const scope = { from: '2026-09-18', to: '2027-03-02' };
    const cursor = { server: 'SERVER', epoch: 'EPOCH', seq: 7, scope, snapshot: null };
    const rows = { cursor, highest: 7, more: false, safe: 0, facts: [], removed: [], erased: [], total: null };
    expect(v.is(pullAnswer, { ...notices, rows })).toBe(true);
    expect(v.is(pullAnswer, { ...notices, rows: { ...rows, cursor: { ...cursor, seq: -1 } } })).toBe(false);
  });
});

test('[S20] an offer names no more ids than the limit', () => {
  const ids = Array.from({ length: mostIdsPerOffer + 1 }, (_, at) => String(at).padStart(22, 'A'));
  expect(v.is(offerRequest, { protocol: 1, ids })).toBe(false);
  expect(v.is(offerRequest, { protocol: 1, ids: ids.slice(1) })).toBe(true);
});

test('[S23] a refusal has a code of the catalogue', () => {
  expect(v.is(problemAnswer, { problem: { code: 'rate-limited', retryAfter: 30 } })).toBe(true);
  expect(v.is(problemAnswer, { problem: { code: 'teapot' } })).toBe(false);
});

test('a coordinator’s password is long, not complicated', () => {
  const setUp = (password: string) => ({
    code: null,
    coordinator: { name: 'Alice', email: 'alice@library.example', password },
    deviceName: 'Desk',
  });
  expect(v.is(setupRequest, setUp('a bookmobile in the rain'))).toBe(true);
  expect(v.is(setupRequest, setUp('P4$$w0rd!'))).toBe(false);
});

test('no path says anything personal, and none is there twice', () => {
  const all = Object.values(paths);
  expect(new Set(all).size).toBe(all.length);
  for (const path of all) expect(path).toMatch(/^\/api\/[a-z-]+(\/[a-z-]+)?$/);
});
