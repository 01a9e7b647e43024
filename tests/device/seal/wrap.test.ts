// What people keep: a passphrase and a printed recovery key. Real key derivation (600,000 rounds), so each case is worth its half second.

import { beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { KeyWrapFields } from '../../../src/domain/places.ts';
import { keyWrapFields, sealingKeyFields } from '../../../src/domain/places.ts';
import { makeRecoveryKey, readRecoveryKey } from '../../../src/device/seal/recovery-key.ts';
import { prepareSealingKey, rehearseSealing, type PreparedKey } from '../../../src/device/seal/set-up.ts';
import { readPassphrase, unwrapKey } from '../../../src/device/seal/wrap.ts';
import { randomBytesFrom } from '../../support/random.ts';

const passphrase = 'bookmobile under the mango tree';
const random = randomBytesFrom(7);

let prepared: PreparedKey;
let byPassphrase: KeyWrapFields;
let byRecovery: KeyWrapFields;
beforeAll(async () => {
  const result = await prepareSealingKey({ passphrase, holder: 'Alice Moreau', random });
  if (!result.ok) throw new Error(result.problem.code);
  prepared = result.value;
  const [one, two] = prepared.wraps;
  if (one === undefined || two === undefined) throw new Error('two wraps');
  [byPassphrase, byRecovery] = [one, two];
});

describe('a prepared key', () => {
  test('is made of records the library can keep', () => {
    expect(v.is(sealingKeyFields, { publicKey: prepared.publicKey, retired: false })).toBe(true);
    for (const wrap of prepared.wraps) expect(v.is(keyWrapFields, wrap)).toBe(true);
    expect(prepared.wraps.map((wrap) => [wrap.by, wrap.key, wrap.holder])).toEqual([
      ['passphrase', prepared.keyId, 'Alice Moreau'],
      ['recovery', prepared.keyId, 'Alice Moreau'],
    ]);
  });

  test('opens with either secret, and shows neither', async () => {
    const one = await unwrapKey(byPassphrase, passphrase);
    const two = await unwrapKey(byRecovery, prepared.recoveryKey);
    expect(one.ok && one.value.length).toBe(32);
    expect(one).toEqual(two);
    const told = JSON.stringify({ ...prepared, recoveryKey: '' });
    expect(told).not.toContain('bookmobile');
    expect(told.replaceAll('-', '')).not.toContain(prepared.recoveryKey.replaceAll('-', ''));
  });

  test('opens with the passphrase as another keyboard writes it', async () => {
    expect((await unwrapKey(byPassphrase, '  ｂookmobile  under the mango\u00a0tree ')).ok).toBe(true);
  });

  test('stays shut for a wrong passphrase, and for a wrap that was changed', async () => {
    expect(await unwrapKey(byPassphrase, 'bookmobile under the lemon tree')).toEqual({ ok: false, problem: { code: 'passphrase-wrong' } });
    expect(await unwrapKey({ ...byPassphrase, key: 'ANOTHERKEY' }, passphrase)).toEqual({
      ok: false,
      problem: { code: 'passphrase-wrong' },
    });
    expect(await unwrapKey({ ...byPassphrase, box: `B${byPassphrase.box.slice(1)}` }, passphrase)).toMatchObject({ ok: false });
    expect(await unwrapKey({ ...byPassphrase, box: '*' }, passphrase)).toMatchObject({ ok: false, problem: { code: 'seal-unreadable' } });
  });

  test('stays shut for somebody else’s recovery key', async () => {
    expect(await unwrapKey(byRecovery, makeRecoveryKey(random))).toEqual({ ok: false, problem: { code: 'recovery-key-wrong' } });
  });

  test('is not made with a weak passphrase', async () => {
    const result = await prepareSealingKey({ passphrase: 'library', holder: 'Alice', random });
    expect(result).toEqual({ ok: false, problem: { code: 'passphrase-weak', detail: { reason: 'too-short', least: 14 } } });
  });
});

describe('a rehearsal', () => {
  const rehearse = (parts: Partial<Parameters<typeof rehearseSealing>[0]>) =>
    rehearseSealing({ prepared, library: 'LIBRARY00001', passphrase, recoveryKey: prepared.recoveryKey, random, ...parts });

  test('opens a sealed sample with both secrets', async () => {
    expect(await rehearse({})).toMatchObject({ ok: true, value: { name: 'Sample Person, Èzili Núñez', birthDate: '2016-02-29' } });
  });

  test('fails for a secret that was noted down wrongly', async () => {
    expect(await rehearse({ passphrase: 'bookmobile under the mango' })).toMatchObject({ problem: { code: 'passphrase-wrong' } });
    expect(await rehearse({ recoveryKey: makeRecoveryKey(random) })).toMatchObject({ problem: { code: 'recovery-key-wrong' } });
  });

  test('fails for wraps of another key', async () => {
    const another = await prepareSealingKey({ passphrase, holder: 'Bob', random });
    if (!another.ok) throw new Error(another.problem.code);
    const mixed = { ...another.value, wraps: prepared.wraps };
    expect(await rehearse({ prepared: mixed })).toMatchObject({ ok: false, problem: { code: 'seal-unreadable' } });
  });
});

describe('a passphrase', () => {
  test.each([
    'correct horse battery',
    'mwen renmen li anpil',
    'a big red cats',
    'ñandú y colibrí juntos',
    '図書館のバスは毎週木曜日に'.padEnd(14, '来'),
  ])('is taken: %s', (text) => {
    expect(readPassphrase(text)).toEqual({ ok: true, value: text.normalize('NFKC') });
  });

  test.each([
    ['', 'too-short'],
    ['thirteen lets', 'too-short'],
    ['a b c d', 'too-short'],
    ['              x', 'too-short'],
    ['aaaaaaaaaaaaaaaaaaaa', 'too-plain'],
    ['12121212121212121212', 'too-plain'],
  ])('is refused: "%s" (%s)', (text, reason) => {
    expect(readPassphrase(text)).toMatchObject({ ok: false, problem: { code: 'passphrase-weak', detail: { reason } } });
  });
});

describe('a recovery key', () => {
  const printed = makeRecoveryKey(randomBytesFrom(11));

  test('is nine groups of four letters that survive handwriting', () => {
    expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test('is read however it was typed', () => {
    const letters = printed.replaceAll('-', '');
    const sloppy = printed.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l');
    for (const typed of [printed, letters, sloppy, ` ${letters.toLowerCase()}\n`])
      expect(readRecoveryKey(typed)).toEqual({ ok: true, value: letters });
  });

  test('with one letter wrong, or two exchanged, is told apart from a wrong key', () => {
    const letters = printed.replaceAll('-', '');
    for (let at = 0; at < letters.length; at++) {
      const typed = letters.slice(0, at) + (letters[at] === '7' ? '8' : '7') + letters.slice(at + 1);
      expect(readRecoveryKey(typed), typed).toMatchObject({ problem: { code: 'recovery-key-wrong', detail: { reason: 'checksum' } } });
    }
    const exchanged = (letters[1] ?? '') + (letters[0] ?? '') + letters.slice(2);
    expect(readRecoveryKey(exchanged)).toMatchObject({ problem: { detail: { reason: 'checksum' } } });
    expect(readRecoveryKey(letters.slice(1))).toMatchObject({ problem: { detail: { reason: 'length' } } });
    expect(readRecoveryKey(`U${letters.slice(1)}`)).toMatchObject({ problem: { detail: { reason: 'letter' } } });
  });
});
