// Ids: their bits, and that a person can type them.

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { factId, recordId } from '../../src/domain/shapes.ts';
import { enrollmentCode, inGroups, longId, recordIdFrom, typable, typedCode } from '../../src/protocol/ids.ts';
import { randomBytesFrom } from '../support/random.ts';

const random = randomBytesFrom(5);

describe('an id', () => {
  test('of a fact has 128 random bits in 22 letters', () => {
    expect(v.is(factId, longId(random))).toBe(true);
    expect(longId(() => new Uint8Array(16))).not.toBe(longId(() => new Uint8Array(16).fill(255)));
  });

  test('of a record has 12 letters a person can type, a one-time code 10', () => {
    for (let round = 0; round < 200; round++) {
      expect(recordIdFrom(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
      expect(enrollmentCode(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    }
    expect(v.is(recordId, recordIdFrom(random))).toBe(true);
  });

  test('uses every letter alike', () => {
    const letters = recordIdFrom((length) => Uint8Array.from({ length }, (_, at) => at * 3));
    expect(letters).toBe('0369CFJNRVY1');
    expect(new Set(typable).size).toBe(32);
  });

  test('is not the same twice', () => {
    const ids = Array.from({ length: 2_000 }, () => recordIdFrom(random));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a typed code', () => {
  test.each(['4K7Q-W2RN-X8TD', '4k7qw2rnx8td', ' 4K7Q W2RN\tX8TD ', '4k7q-w2rn-x8td\n'])('is understood: %j', (typed) => {
    expect(typedCode(typed)).toBe('4K7QW2RNX8TD');
  });

  test('mends look-alike letters', () => {
    expect(typedCode('ilo-IL0')).toBe('110110');
  });

  test('is shown in groups, the last one shorter', () => {
    expect(inGroups('4K7QW2RNX8', 4)).toBe('4K7Q-W2RN-X8');
    expect(inGroups('', 4)).toBe('');
    expect(typedCode(inGroups('4K7QW2RNX8TD', 5))).toBe('4K7QW2RNX8TD');
  });
});
