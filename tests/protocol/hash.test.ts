// Content hashes and digests, held against Node's own.

import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../support/any-text.ts';
import { base64url, bytesFromBase64url, emptyDigest, hashOf, toggleDigest } from '../../src/protocol/hash.ts';

const nodeHash = (text: string) => createHash('sha256').update(text, 'utf8').digest('base64url');

test('the hash of a text is SHA-256 of its UTF-8, as Node computes it', () => {
  expect(hashOf('')).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU');
  fc.assert(fc.property(anyText(200), (text) => hashOf(text) === nodeHash(text)));
});

describe('base64url', () => {
  test('agrees with Node and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(bytesFromBase64url(base64url(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  test.each(['A', 'ABCDE', 'a+b/', 'YQ==', ' ', 'é'])('is not %s', (text) => {
    expect(bytesFromBase64url(text)).toBeNull();
  });
});

describe('[S21] a digest', () => {
  const hashes = fc.uniqueArray(fc.string(), { maxLength: 20 }).map((texts) => texts.map(hashOf));

  test('does not depend on the order, nor on how many are added at once', () => {
    fc.assert(
      fc.property(hashes, (list) => {
        const atOnce = toggleDigest(emptyDigest, list, 1);
        const oneByOne = list.toReversed().reduce((digest, hash) => toggleDigest(digest, [hash], 1), emptyDigest);
        expect(oneByOne).toEqual(atOnce);
        expect(atOnce.count).toBe(list.length);
      }),
    );
  });

  test('tells one fact more, less or other', () => {
    fc.assert(
      fc.property(hashes, fc.string(), (list, other) => {
        const digest = toggleDigest(emptyDigest, list, 1);
        fc.pre(!list.includes(hashOf(other)));
        expect(toggleDigest(digest, [hashOf(other)], 1)).not.toEqual(digest);
        expect(toggleDigest(toggleDigest(digest, [hashOf(other)], 1), [hashOf(other)], -1)).toEqual(digest);
      }),
    );
  });

  test('of nothing is 32 bytes of zero', () => {
    expect(bytesFromBase64url(emptyDigest.xor)).toEqual(new Uint8Array(32));
    expect(toggleDigest(emptyDigest, [], 1)).toEqual(emptyDigest);
  });
});
