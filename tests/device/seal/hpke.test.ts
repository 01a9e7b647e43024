// Sealing one record: the standard's own vector, a second implementation, and everything that must make opening fail.

import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import * as other from 'hpke';
import { beforeAll, describe, expect, test } from 'vitest';
import { sealedBox, type ContactDetails } from '../../../src/domain/sign-up.ts';
import { openContact, type SealContext, sealContact } from '../../../src/device/seal/hpke.ts';
import { openBase } from '../../../src/device/seal/open-base.ts';
import { importedPair, keyIdOf, makeSealingKeyPair, type SealingKey } from '../../../src/device/seal/key.ts';
import { suite } from '../../../src/device/seal/suite.ts';
import { padded, paddingBlock, unpadded } from '../../../src/device/seal/padding.ts';
import { base64url, bytesFromBase64url } from '../../../src/protocol/hash.ts';
import * as v from 'valibot';

const canary = 'Canary Jean-Baptiste Èzili 小明';
const contact: ContactDetails = {
  name: canary,
  phone: '(305) 555-0142',
  email: 'canary@example.org',
  address: '12 NE 125th St, North Miami',
  birthDate: '2016-02-29',
  guardian: { name: "Marie D'Haïti", relation: 'grandmother' },
  cardNumber: '',
  note: '',
};
const context: SealContext = { library: 'LIBRARY00001', fact: 'AAAAAAAAAAAAAAAAAAAAAA', kind: 'sign-up.taken' };

let key: SealingKey;
let pair: CryptoKeyPair;
beforeAll(async () => {
  key = await makeSealingKeyPair();
  pair = await importedPair(key.publicKey, key.privateKey);
});

async function sealed() {
  const result = await sealContact(key.publicKey, key.id, context, contact);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe('an envelope', () => {
  test('opens to what was sealed, letter for letter', async () => {
    expect(await openContact(pair, context, await sealed())).toEqual({ ok: true, value: contact });
  });

  test('is a sealed box of the domain and holds nothing in clear', async () => {
    const box = await sealed();
    expect(v.is(sealedBox, box)).toBe(true);
    const bytes = new TextDecoder('latin1').decode(bytesFromBase64url(box.box) ?? new Uint8Array());
    for (const word of ['Canary', 'Jean', '555-0142', 'canary@', 'Marie', '125th', '2016']) {
      expect(JSON.stringify(box)).not.toContain(word);
      expect(bytes).not.toContain(word);
      expect(box.box).not.toContain(btoa(word).replace(/=+$/, '').slice(0, -1));
    }
  });

  test('is different each time', async () => {
    const [one, two] = [await sealed(), await sealed()];
    expect(one.box).not.toBe(two.box);
    expect(one.enc).not.toBe(two.enc);
  });

  test('has a length that says only which block', async () => {
    const short = await sealContact(key.publicKey, key.id, context, { ...contact, name: 'Li', note: '' });
    expect(short.ok && short.value.box.length).toBe((await sealed()).box.length);
  });

  test.each([
    ['another fact', { ...context, fact: 'BAAAAAAAAAAAAAAAAAAAAA' }],
    ['another library', { ...context, library: 'LIBRARY00002' }],
    ['another kind', { ...context, kind: 'sign-up.corrected' as const }],
  ])('does not open as that of %s', async (_, elsewhere) => {
    expect(await openContact(pair, elsewhere, await sealed())).toEqual({
      ok: false,
      problem: { code: 'seal-unreadable', detail: { key: key.id } },
    });
  });

  test('does not open under another key id', async () => {
    const opened = await openContact(pair, context, { ...(await sealed()), key: 'ANOTHERKEY' });
    expect(opened).toEqual({ ok: false, problem: { code: 'seal-unreadable', detail: { key: 'ANOTHERKEY' } } });
  });

  test('does not open with another key', async () => {
    const stranger = await makeSealingKeyPair();
    const opened = await openContact(await importedPair(stranger.publicKey, stranger.privateKey), context, await sealed());
    expect(opened.ok).toBe(false);
  });

  test('does not open with one bit changed, wherever it is', async () => {
    const whole = await sealed();
    for (const part of ['enc', 'box'] as const) {
      const bytes = bytesFromBase64url(whole[part]) ?? new Uint8Array();
      for (const at of [0, 1, bytes.length >> 1, bytes.length - 1]) {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect((await openContact(pair, context, { ...whole, [part]: base64url(changed) })).ok, `${part} ${at}`).toBe(false);
      }
    }
  });

  test('does not open when it is cut short or no base64url', async () => {
    const whole = await sealed();
    for (const box of ['', 'A', '*', whole.box.slice(0, -8)]) expect((await openContact(pair, context, { ...whole, box })).ok).toBe(false);
  });
});

describe('sealing', () => {
  test('refuses a public key that is not the one its id names', async () => {
    const swapped = await makeSealingKeyPair();
    expect(await sealContact(swapped.publicKey, key.id, context, contact)).toEqual({
      ok: false,
      problem: { code: 'seal-key-unknown', detail: { key: key.id } },
    });
  });

  test('refuses a point that is not on the curve, even under its own fingerprint', async () => {
    const offCurve = base64url(Uint8Array.from({ length: 65 }, (_, at) => (at === 0 ? 4 : at)));
    const result = await sealContact(offCurve, keyIdOf(offCurve) ?? '', context, contact);
    expect(result).toMatchObject({ ok: false, problem: { code: 'seal-key-unknown' } });
  });

  test('names the field that cannot be sealed, and not its value', async () => {
    expect(await sealContact(key.publicKey, key.id, context, { ...contact, name: '  ' })).toEqual({
      ok: false,
      problem: { code: 'input-invalid', detail: { field: 'name' } },
    });
  });

  test('takes the longest address and note in any script', async () => {
    const long = { ...contact, address: '小'.repeat(10_000), note: 'é'.repeat(10_000) };
    const result = await sealContact(key.publicKey, key.id, context, long);
    expect(result.ok && v.is(sealedBox, result.value)).toBe(true);
    expect(result.ok && (await openContact(pair, context, result.value))).toEqual({ ok: true, value: long });
  });
});

describe('the suite', () => {
  test('agrees with the vector of RFC 9180, A.3.1 (same KEM and KDF, AES-128-GCM)', async () => {
    const rfc = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
    const recipientKey = await importedPair(
      base64url(
        hex(
          '04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0',
        ),
      ),
      hex('f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2'),
    );
    const enc = hex(
      '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
    );
    const ct = hex('5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434');
    const info = new TextEncoder().encode('Ode on a Grecian Urn');
    const associated = new TextEncoder().encode('Count-0');
    const plain = await rfc.open({ recipientKey, enc, info }, ct, associated);
    expect(new TextDecoder().decode(plain)).toBe('Beauty is truth, truth beauty');
    const ours = await openBase(recipientKey, { enc, box: ct, info, associated }, { id: 1, keyBytes: 16 });
    expect(new TextDecoder().decode(ours)).toBe('Beauty is truth, truth beauty');
  });

  test('is understood by a second implementation, both ways', async () => {
    const theirs = new other.CipherSuite(other.KEM_DHKEM_P256_HKDF_SHA256, other.KDF_HKDF_SHA256, other.AEAD_AES_256_GCM);
    const info = new TextEncoder().encode('wayside/contact/1');
    const aad = new TextEncoder().encode(JSON.stringify(['wayside/contact/1', context.library, context.fact, context.kind, key.id]));
    const box = await sealed();
    const enc = bytesFromBase64url(box.enc) ?? new Uint8Array();
    const opened = await theirs.Open(pair, enc, bytesFromBase64url(box.box) ?? new Uint8Array(), { info, aad });
    expect(JSON.parse(new TextDecoder().decode(unpadded(opened) ?? new Uint8Array()))).toEqual(contact);

    const sent = await theirs.Seal(pair.publicKey, padded(new TextEncoder().encode(JSON.stringify(contact))), { info, aad });
    const fromThem = { key: key.id, enc: base64url(sent.encapsulatedSecret), box: base64url(sent.ciphertext) };
    expect(await openContact(pair, context, fromThem)).toEqual({ ok: true, value: contact });
  });
});

describe('opening', () => {
  test('agrees with the library that seals, for texts of any length', async () => {
    const info = new TextEncoder().encode('wayside/contact/1');
    for (const length of [0, 1, 255, 4096]) {
      const plain = crypto.getRandomValues(new Uint8Array(length));
      const associated = crypto.getRandomValues(new Uint8Array(length % 300));
      const { enc, ct } = await suite.seal({ recipientPublicKey: pair.publicKey, info }, plain, associated);
      const envelope = { enc: new Uint8Array(enc), box: new Uint8Array(ct), info, associated };
      expect(await openBase(pair, envelope)).toEqual(new Uint8Array(await suite.open({ recipientKey: pair, enc, info }, ct, associated)));
      expect(await openBase(pair, envelope)).toEqual(plain);
    }
  });
});

describe('a key', () => {
  test('is named by its public half, and an opened one cannot be read back', async () => {
    expect(keyIdOf(key.publicKey)).toBe(key.id);
    expect(key.id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(key.privateKey.length).toBe(32);
    expect(pair.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('jwk', pair.privateKey)).rejects.toThrow();
  });

  test.each(['', 'A', '*', base64url(new Uint8Array(65)), base64url(new Uint8Array(64))])('has no id when it is no point: %s', (text) => {
    expect(keyIdOf(text)).toBeNull();
  });
});

describe('padding', () => {
  test('fills whole blocks and comes off again', () => {
    for (const length of [0, 1, paddingBlock - 1, paddingBlock, paddingBlock + 1]) {
      const bytes = Uint8Array.from({ length }, (_, at) => at % 3);
      expect(padded(bytes).length % paddingBlock).toBe(0);
      expect(unpadded(padded(bytes))).toEqual(bytes);
    }
  });

  test('that is missing is noticed', () => {
    expect(unpadded(new Uint8Array(paddingBlock))).toBeNull();
    expect(unpadded(new Uint8Array())).toBeNull();
    expect(unpadded(Uint8Array.of(1, 2))).toBeNull();
  });
});

function hex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
}
