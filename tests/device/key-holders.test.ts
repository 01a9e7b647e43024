// The sealing key over the years: a second holder, a forgotten passphrase, a new key in place of the old. Whole devices, a real server.

import { expect, test } from 'vitest';
import { sealingKey, sealingKeys, shownWraps } from '../../src/device/store/records.ts';
import { signUpsOf } from '../../src/device/store/sign-ups.ts';
import type { ContactDetails } from '../../src/domain/sign-up.ts';
import { aServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, aTablet, type Tablet } from './a-tablet.ts';

const first = 'seven lanterns over the quiet harbor';
const second = 'eleven pelicans under a copper moon';
const third = 'forty mangoes behind the yellow door';

const contact: ContactDetails = {
  name: 'Zoé',
  phone: '305 555 0143',
  email: '',
  address: '',
  birthDate: null,
  guardian: null,
  cardNumber: '',
  note: '',
};

async function makeKey({ device }: Tablet, passphrase: string): Promise<string> {
  const key = okOf(await device.act.makeSealingKey(passphrase, 'Alice'));
  okOf(await key.rehearse({ passphrase, recoveryKey: key.recoveryKey }));
  okOf(await key.confirm());
  return key.recoveryKey;
}

async function deliver(...tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) okOf(await tablet.device.sync.deliverNow());
}

async function aLibrary() {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const recoveryKey = await makeKey(desktop, first);
  await deliver(desktop);
  const tablet = await anEnrolledTablet(server, desktop, 7);
  const started = okOf(await tablet.device.act.startNewSession({ date: '2026-11-02' })).id;
  return { server, desktop, tablet, recoveryKey, started };
}

const consent = { given: true, wording: 'en-US/2026-11', by: 'person' } as const;
const signUp = { for: 'newsletter', program: null, language: 'en-US', ageBand: '19+', consent, contact } as const;

async function opens({ device }: Tablet, session: string, secret: { passphrase: string } | { recoveryKey: string }) {
  device.seal.lock();
  const unlocked = await device.seal.unlock(secret);
  if (!unlocked.ok) return unlocked.problem.code;
  const all = await signUpsOf(device.store, session);
  const opened = await Promise.all(all.map(({ sealed, sealedIn }) => device.seal.open(sealed, sealedIn.id, 'sign-up.taken')));
  device.seal.lock();
  return opened.map((one) => (one.ok ? one.value.name : one.problem.code));
}

test('a second holder opens with a passphrase of their own; the first still opens; both are listed with a date', async () => {
  const { desktop, tablet, started } = await aLibrary();
  okOf(await tablet.device.act.takeSignUp(started, signUp));
  expect(problemOf(await desktop.device.act.addKeyHolder({ passphrase: 'not the passphrase at all' }, second, 'Bob')).code).toBe(
    'passphrase-wrong',
  );
  expect(problemOf(await desktop.device.act.addKeyHolder({ passphrase: first }, 'short', 'Bob')).code).toBe('passphrase-weak');
  expect(await shownWraps(desktop.device.store)).toHaveLength(2);
  expect(okOf(await desktop.device.act.addKeyHolder({ passphrase: first }, second, 'Bob'))).toEqual({ keys: 1 });
  await deliver(desktop, tablet);
  for (const passphrase of [first, second]) expect(await opens(tablet, started, { passphrase })).toEqual(['Zoé']);
  const wraps = await shownWraps(tablet.device.store);
  expect(wraps.map(({ values }) => [values.by, values.holder, values.madeAt?.slice(0, 10)]).toSorted()).toEqual([
    ['passphrase', 'Alice', '2026-11-02'],
    ['passphrase', 'Bob', '2026-11-02'],
    ['recovery', 'Alice', '2026-11-02'],
  ]);

  const ofAlice = wraps.filter(({ values }) => values.by === 'passphrase' && values.holder === 'Alice').map(({ id }) => id);
  okOf(await desktop.device.act.removeKeyWraps(ofAlice));
  await deliver(desktop, tablet);
  expect(await opens(tablet, started, { passphrase: first })).toBe('passphrase-wrong');
  expect(await opens(tablet, started, { passphrase: second })).toEqual(['Zoé']);
  const ofBob = (await shownWraps(desktop.device.store)).filter(({ values }) => values.by === 'passphrase').map(({ id }) => id);
  expect(problemOf(await desktop.device.act.removeKeyWraps(ofBob))).toMatchObject({ code: 'input-invalid', detail: { field: 'holder' } });
});

test('the recovery sheet, typed from paper, sets a new passphrase that opens everything', async () => {
  const { desktop, tablet, recoveryKey, started } = await aLibrary();
  okOf(await tablet.device.act.takeSignUp(started, signUp));
  const slip = `${recoveryKey.slice(0, -1)}${recoveryKey.endsWith('7') ? '8' : '7'}`;
  expect(problemOf(await desktop.device.act.addKeyHolder({ recoveryKey: slip }, second, 'Alice')).code).toBe('recovery-key-wrong');
  const typed = recoveryKey.toLowerCase().replaceAll('-', ' ');
  okOf(await desktop.device.act.addKeyHolder({ recoveryKey: typed }, second, 'Alice'));
  await deliver(desktop, tablet);
  expect(await opens(tablet, started, { passphrase: second })).toEqual(['Zoé']);
});

test('a new key: each device seals to it from its next delivery on, kiosks too, and old keys open what is old', async () => {
  const { server, desktop, tablet, started } = await aLibrary();
  const kiosk = aTablet(server, 8);
  okOf(await kiosk.device.access.enroll(okOf(await desktop.device.access.invite('kiosk')).code, 'Kiosk'));
  await deliver(kiosk);
  okOf(await tablet.device.act.takeSignUp(started, signUp));
  await makeKey(desktop, third);
  const fresh = await sealingKey(desktop.device.store);
  okOf(await tablet.device.act.takeSignUp(started, signUp)); // has not heard of it
  await deliver(tablet, desktop, tablet, kiosk);
  for (const { device } of [tablet, kiosk]) {
    expect(await sealingKey(device.store)).toEqual(fresh);
    expect((await sealingKeys(device.store)).map(({ values }) => values.retired).toSorted()).toEqual([false, true]);
  }
  expect(await shownWraps(kiosk.device.store)).toEqual([]); // a kiosk is never sent what opens
  okOf(await tablet.device.act.takeSignUp(started, signUp));
  okOf(await kiosk.device.act.takeSignUp(started, signUp));
  await deliver(tablet, kiosk, desktop);
  const sealedTo = (await signUpsOf(desktop.device.store, started)).map(({ sealed }) => sealed.key === fresh?.id);
  expect(sealedTo.toSorted()).toEqual([false, false, true, true]);
  expect(await opens(desktop, started, { passphrase: first })).toEqual(expect.arrayContaining(['Zoé', 'seal-key-unknown']));

  // One passphrase for all: whoever knows both gives the old key the new passphrase.
  okOf(await desktop.device.act.addKeyHolder({ passphrase: first }, third, 'Alice'));
  expect(await opens(desktop, started, { passphrase: third })).toEqual(['Zoé', 'Zoé', 'Zoé', 'Zoé']);
});

test('private keys never stay in memory in clear: what the wrapping was given is zeros afterwards', async () => {
  const { desktop } = await aLibrary();
  const { subtle } = crypto;
  const seen: ArrayBufferView[] = [];
  const encrypt = subtle.encrypt.bind(subtle);
  subtle.encrypt = (algorithm, key, data) => {
    if (ArrayBuffer.isView(data) && data.byteLength === 32) seen.push(data);
    return encrypt(algorithm, key, data);
  };
  try {
    okOf(await desktop.device.act.addKeyHolder({ passphrase: first }, second, 'Bob'));
  } finally {
    subtle.encrypt = encrypt;
  }
  expect(seen).toHaveLength(1);
  for (const view of seen) expect(new Uint8Array(view.buffer).every((byte) => byte === 0)).toBe(true);
});
