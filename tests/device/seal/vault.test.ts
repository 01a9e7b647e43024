// The vault: opened by passphrase or recovery key, shut by hand, by idleness and by sleep; many records without freezing the screen.

import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { ContactDetails } from '../../../src/domain/sign-up.ts';
import { type SealContext, sealContact } from '../../../src/device/seal/hpke.ts';
import { type PreparedKey, prepareSealingKey } from '../../../src/device/seal/set-up.ts';
import { createVault, type SealedItem, type VaultKey, type VaultStatus } from '../../../src/device/seal/vault.ts';
import { longId } from '../../../src/protocol/ids.ts';
import { randomBytesFrom } from '../../support/random.ts';

const random = randomBytesFrom(3);
const passphrase = 'bookmobile under the mango tree';
const contact: ContactDetails = {
  name: 'Chelsea Ruiz',
  phone: '305-555-0100',
  email: '',
  address: '',
  birthDate: null,
  guardian: null,
  cardNumber: '',
  note: '',
};

let prepared: PreparedKey;
let key: VaultKey;
beforeAll(async () => {
  const result = await prepareSealingKey({ passphrase, holder: 'Alice', random });
  if (!result.ok) throw new Error(result.problem.code);
  prepared = result.value;
  key = { key: prepared.keyId, publicKey: prepared.publicKey, wraps: prepared.wraps };
});

/** A vault with a clock and timers that move when the test says so. */
function aVault() {
  let now = 1_000;
  let timer: { readonly at: number; readonly run: () => void } | null = null;
  const vault = createVault({
    now: () => now,
    idleMinutes: 10,
    after: (milliseconds, run) => {
      const mine = { at: now + milliseconds, run };
      timer = mine;
      return () => {
        if (timer === mine) timer = null;
      };
    },
  });
  const sleepMinutes = (minutes: number) => {
    now += minutes * 60_000;
  };
  const passMinutes = (minutes: number) => {
    sleepMinutes(minutes);
    if (timer !== null && timer.at <= now) timer.run();
  };
  return { vault, passMinutes, sleepMinutes };
}

async function aSealedItem(name = contact.name): Promise<SealedItem> {
  const context: SealContext = { library: 'LIBRARY00001', fact: longId(random), kind: 'sign-up.taken' };
  const sealed = await sealContact(prepared.publicKey, prepared.keyId, context, { ...contact, name });
  if (!sealed.ok) throw new Error(sealed.problem.code);
  return { context, sealed: sealed.value };
}

const locked = { ok: false, problem: { code: 'sealing-key-missing', detail: { locked: true } } };

describe('unlocking', () => {
  test('with the passphrase opens what was sealed; locking shuts it', async () => {
    const { vault } = aVault();
    const { context, sealed } = await aSealedItem();
    expect(await vault.open(context, sealed)).toEqual(locked);
    expect(await vault.unlock({ passphrase }, [key])).toEqual({ ok: true, value: { opened: [prepared.keyId] } });
    expect(await vault.open(context, sealed)).toEqual({ ok: true, value: contact });
    vault.lock();
    expect(await vault.open(context, sealed)).toEqual(locked);
    expect(vault.status()).toEqual({ state: 'locked' });
  });

  test('works with the recovery key, typed in small letters', async () => {
    const { vault } = aVault();
    expect((await vault.unlock({ recoveryKey: prepared.recoveryKey.toLowerCase() }, [key])).ok).toBe(true);
  });

  test('says what was wrong', async () => {
    const { vault } = aVault();
    expect(await vault.unlock({ passphrase }, [])).toEqual({ ok: false, problem: { code: 'sealing-key-missing' } });
    expect(await vault.unlock({ passphrase: 'bookmobile under the lemon tree' }, [key])).toMatchObject({
      problem: { code: 'passphrase-wrong' },
    });
    expect(await vault.unlock({ recoveryKey: 'ABCD' }, [key])).toMatchObject({
      problem: { code: 'recovery-key-wrong', detail: { reason: 'length' } },
    });
    expect(vault.status()).toEqual({ state: 'locked' });
  });

  test('does not take a public key that was exchanged under the same name', async () => {
    const other = await prepareSealingKey({ passphrase, holder: 'Mallory', random });
    if (!other.ok) throw new Error(other.problem.code);
    const { vault } = aVault();
    expect(await vault.unlock({ passphrase }, [{ ...key, publicKey: other.value.publicKey }])).toMatchObject({
      problem: { code: 'seal-key-unknown' },
    });
  });

  test('opens old keys besides the new one, and leaves those of other secrets shut', async () => {
    const old = await prepareSealingKey({ passphrase: 'an older passphrase of ours', holder: 'Alice', random });
    if (!old.ok) throw new Error(old.problem.code);
    const oldKey = { key: old.value.keyId, publicKey: old.value.publicKey, wraps: old.value.wraps };
    const { vault } = aVault();
    expect(await vault.unlock({ passphrase }, [oldKey, key])).toEqual({ ok: true, value: { opened: [prepared.keyId] } });
    const { context, sealed } = await aSealedItem();
    expect(await vault.open(context, { ...sealed, key: old.value.keyId })).toMatchObject({ problem: { code: 'seal-key-unknown' } });
    expect((await vault.unlock({ passphrase: 'an older passphrase of ours' }, [oldKey, key])).ok).toBe(true);
    expect(vault.status()).toMatchObject({ state: 'unlocked', keys: [prepared.keyId, old.value.keyId] });
  });
});

describe('idleness', () => {
  test('locks, and tells those who watch', async () => {
    const { vault, passMinutes } = aVault();
    const seen: VaultStatus['state'][] = [];
    const stop = vault.subscribe((status) => seen.push(status.state));
    await vault.unlock({ passphrase }, [key]);
    passMinutes(9);
    vault.touch();
    passMinutes(9);
    expect(vault.status()).toMatchObject({ state: 'unlocked' });
    passMinutes(2);
    expect(vault.status()).toEqual({ state: 'locked' });
    expect(seen).toEqual(['locked', 'unlocked', 'locked']);
    stop();
    await vault.unlock({ passphrase }, [key]);
    expect(seen).toHaveLength(3);
  });

  test('goes on while records are opened with nobody there', async () => {
    const { vault, passMinutes } = aVault();
    const { context, sealed } = await aSealedItem();
    await vault.unlock({ passphrase }, [key]);
    const [, locksAt] = [passMinutes(9), vault.status()];
    expect((await vault.open(context, sealed)).ok).toBe(true);
    expect((await vault.openMany([{ context, sealed }]))[0]?.ok).toBe(true);
    expect(vault.status()).toEqual(locksAt);
    passMinutes(1);
    expect(vault.status()).toEqual({ state: 'locked' });
  });

  test('waits for the end of what is being opened, and then locks; late input does not change that', async () => {
    const { vault, passMinutes } = aVault();
    const items = await Promise.all(Array.from({ length: 70 }, () => aSealedItem()));
    await vault.unlock({ passphrase }, [key]);
    const more: Promise<readonly { readonly ok: boolean }[]>[] = [];
    const opened = await vault.openMany(items, {
      onBatch: (_, done) => {
        if (done !== 32) return;
        passMinutes(10);
        vault.touch();
        more.push(vault.openMany(items));
      },
    });
    expect(opened.filter((one) => one.ok)).toHaveLength(70);
    expect(vault.status()).toEqual({ state: 'locked' });
    expect((await more[0])?.some((one) => one.ok)).toBe(false);
  });

  test('counts while the tablet sleeps and no timer runs', async () => {
    const { vault, sleepMinutes } = aVault();
    const { context, sealed } = await aSealedItem();
    await vault.unlock({ passphrase }, [key]);
    sleepMinutes(60);
    vault.touch();
    expect(await vault.open(context, sealed)).toEqual(locked);
  });
});

describe('many records', () => {
  test('come in their order, one bad one among them, with progress and with turns for others', async () => {
    const { vault } = aVault();
    await vault.unlock({ passphrase }, [key]);
    const items = await Promise.all(Array.from({ length: 100 }, (_, at) => aSealedItem(`Person ${at}`)));
    const bad = items.map((item, at) => (at === 41 ? { ...item, context: { ...item.context, fact: 'x'.repeat(22) } } : item));
    const turns = vi.fn();
    const timer = setInterval(turns, 0);
    const progress: number[] = [];
    const opened = await vault.openMany(bad, { onBatch: (_, done) => progress.push(done) });
    clearInterval(timer);
    expect(opened.map((one) => (one.ok ? one.value.name : one.problem.code))).toEqual(
      items.map((_, at) => (at === 41 ? 'seal-unreadable' : `Person ${at}`)),
    );
    expect(progress).toEqual([32, 64, 96, 100]);
    expect(turns.mock.calls.length).toBeGreaterThan(0);
  });

  test('give the page its turn after every batch, ten thousand as well as a hundred', async () => {
    const state = { turns: 0 };
    const pause = async () => {
      state.turns += 1;
    };
    const vault = createVault({ now: () => 0, after: () => () => {}, pause });
    await vault.unlock({ passphrase }, [key]);
    const [item] = [await aSealedItem()];
    const largest: number[] = [];
    await vault.openMany(Array(10_000).fill({ ...item, sealed: { ...item.sealed, enc: '*' } }), {
      onBatch: (answers) => largest.push(answers.length),
    });
    expect(state.turns).toBe(Math.ceil(10_000 / 32));
    expect(Math.max(...largest)).toBe(32);
  });

  test('stop when the one who asked has gone', async () => {
    const { vault } = aVault();
    await vault.unlock({ passphrase }, [key]);
    const leaving = new AbortController();
    const items = await Promise.all(Array.from({ length: 70 }, () => aSealedItem()));
    const opened = await vault.openMany(items, { stop: leaving.signal, onBatch: () => leaving.abort() });
    expect(opened.filter((one) => one.ok)).toHaveLength(32);
    expect(opened).toHaveLength(70);
  });

  test('stop opening when somebody locks', async () => {
    const { vault } = aVault();
    await vault.unlock({ passphrase }, [key]);
    const items = await Promise.all(Array.from({ length: 70 }, () => aSealedItem()));
    const opened = await vault.openMany(items, { onBatch: (_, done) => done === 32 && vault.lock() });
    expect(opened.filter((one) => one.ok)).toHaveLength(32);
    expect(opened.at(-1)).toEqual(locked);
  });
});
