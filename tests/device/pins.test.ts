// PINs: kept as a hash, asked for with growing waits that neither a reload nor the clock shortens, and never a way to be locked out.

import { expect, test } from 'vitest';
import { kioskActions } from '../../src/device/actions/kiosk.ts';
import { pinActions } from '../../src/device/actions/pins.ts';
import { placeActions } from '../../src/device/actions/places.ts';
import { sessionActions } from '../../src/device/actions/sessions.ts';
import { sealingKeyActions } from '../../src/device/actions/sealing-keys.ts';
import { createStore } from '../../src/device/store/db.ts';
import { armedKiosk } from '../../src/device/store/kiosk.ts';
import { anEnrolledStore, type EnrolledStore, okOf, problemOf } from './a-device.ts';

function actionsOn({ store }: Pick<EnrolledStore, 'store'>) {
  const context = { store, saved: () => {} };
  return {
    ...pinActions(context),
    ...kioskActions(context),
    ...placeActions(context),
    ...sessionActions(context),
    ...sealingKeyActions(context),
  };
}

async function aStaffDevice(seed: number) {
  const enrolled = await anEnrolledStore(seed);
  const act = actionsOn(enrolled);
  const bob = okOf(await act.changeStaff(null, { name: 'Bob', active: true })).id;
  return { ...enrolled, act, bob };
}

async function withKey(act: ReturnType<typeof actionsOn>): Promise<void> {
  const made = okOf(await act.makeSealingKey('river lantern orchard pencil', 'Alice'));
  okOf(await made.rehearse({ passphrase: 'river lantern orchard pencil', recoveryKey: made.recoveryKey }));
  okOf(await made.confirm());
}

const minute = 60_000;

test('a PIN is 4 to 6 digits, and is kept and sent only as a hash', async () => {
  const { act, bob, store } = await aStaffDevice(501);
  for (const typed of ['', '123', '1234567', '12a4', '12.4']) {
    expect(problemOf(await act.setPin(bob, typed))).toEqual({ code: 'input-invalid', detail: { field: 'pin' } });
  }
  okOf(await act.setPin(bob, ' 83 15 '));
  const kept = JSON.stringify([await store.facts.toArray(), await store.records.toArray(), await store.meta.toArray()]);
  expect(kept).not.toContain('8315');
  expect(okOf(await act.checkPin('8315'))).toEqual({ staff: bob });
  expect(okOf(await act.checkPin('８３１５', bob))).toEqual({ staff: bob });
});

test('three slips cost nothing; then each wrong PIN doubles the wait, up to 15 minutes', async () => {
  const { act, bob, ports } = await aStaffDevice(502);
  okOf(await act.setPin(bob, '8315'));
  const waits: (number | undefined)[] = [];
  for (let at = 0; at < 11; at += 1) {
    const { code, retryAfter } = problemOf(await act.checkPin('0000'));
    expect(code).toBe('pin-wrong');
    waits.push(retryAfter);
    ports.clock.now += (retryAfter ?? 0) * 1_000;
  }
  expect(waits).toEqual([undefined, undefined, 30, 60, 120, 240, 480, 900, 900, 900, 900]);
});

test('while it waits even the right PIN is not looked at, and a new page or a clock set back changes nothing', async () => {
  const { act, bob, ports } = await aStaffDevice(503);
  okOf(await act.setPin(bob, '8315'));
  for (let at = 0; at < 3; at += 1) problemOf(await act.checkPin('0000'));
  ports.clock.now += 10_000;
  expect(problemOf(await act.checkPin('8315'))).toEqual({ code: 'pin-wait', retryAfter: 20 });
  const reloaded = actionsOn({ store: createStore(ports) });
  expect(problemOf(await reloaded.checkPin('8315'))).toEqual({ code: 'pin-wait', retryAfter: 20 });
  ports.clock.now -= 400 * 24 * 60 * minute;
  expect(problemOf(await reloaded.checkPin('8315'))).toEqual({ code: 'pin-wait', retryAfter: 30 });
  ports.clock.now += 29_000;
  expect(problemOf(await reloaded.checkPin('8315'))).toEqual({ code: 'pin-wait', retryAfter: 1 });
  ports.clock.now += 1_000;
  expect(okOf(await reloaded.checkPin('8315'))).toEqual({ staff: bob });
});

test('the right PIN takes the wrong ones away; a PIN taken away, or of somebody who left, opens nothing', async () => {
  const { act, bob } = await aStaffDevice(504);
  okOf(await act.setPin(bob, '8315'));
  for (let at = 0; at < 2; at += 1) problemOf(await act.checkPin('0000'));
  okOf(await act.checkPin('8315'));
  for (let at = 0; at < 2; at += 1) expect(problemOf(await act.checkPin('0000'))).toEqual({ code: 'pin-wrong' });
  okOf(await act.checkPin('8315'));
  okOf(await act.changeStaff(bob, { active: false }));
  expect(problemOf(await act.checkPin('8315')).code).toBe('pin-wrong');
  okOf(await act.changeStaff(bob, { active: true }));
  okOf(await act.checkPin('8315'));
  okOf(await act.setPin(bob, null));
  expect(problemOf(await act.checkPin('8315', bob)).code).toBe('pin-wrong');
});

test('a kiosk is armed for an open session with a sealing key, and stays armed over a cold start', async () => {
  const { act, ports, store } = await aStaffDevice(505);
  const planned = okOf(await act.planSession({ date: '2026-11-02' })).id;
  const plan = { session: planned, languages: ['ht', 'en-US'], pin: '4711' } as const;
  expect(problemOf(await act.armKiosk(plan)).code).toBe('sealing-key-missing');
  await withKey(act);
  expect(problemOf(await act.armKiosk(plan)).code).toBe('not-found');
  okOf(await act.startSession(planned));
  expect(problemOf(await act.armKiosk({ ...plan, pin: '47' }))).toEqual({ code: 'input-invalid', detail: { field: 'pin' } });
  expect(problemOf(await act.armKiosk({ ...plan, languages: [] }))).toEqual({ code: 'input-invalid', detail: { field: 'languages' } });
  expect(await armedKiosk(store)).toBeNull();
  okOf(await act.armKiosk(plan));
  const reopened = createStore(ports);
  expect(await armedKiosk(reopened)).toMatchObject({ session: planned, languages: ['ht', 'en-US'] });
  expect(JSON.stringify(await reopened.meta.toArray())).not.toContain('4711');
  expect(okOf(await actionsOn({ store: reopened }).checkPin('4711'))).toEqual({ staff: null });
  expect(okOf(await actionsOn({ store: reopened }).disarmKiosk())).toEqual({ session: planned });
  expect(await armedKiosk(store)).toBeNull();
});

test('a session that was joined by its code is received for, unless the code said that it is over', async () => {
  const { act, store } = await aStaffDevice(509);
  await withKey(act);
  const plan = { languages: ['en-US'], pin: '4711' } as const;
  for (const status of ['closed', 'canceled'] as const) {
    const { id } = okOf(await act.joinSession('7K4QXW2M9P3R', { title: 'Storytime', status }));
    expect(problemOf(await act.armKiosk({ ...plan, session: id })).detail).toEqual({ field: 'session' });
    expect(await armedKiosk(store)).toBeNull();
  }
  for (const known of [{ title: 'Storytime', status: 'open' }, {}] as const) {
    const { id } = okOf(await act.joinSession('7K4QXW2M9P3R', known));
    okOf(await act.armKiosk({ ...plan, session: id }));
  }
});

test('where staff have PINs these let staff back in, and nobody is locked out when the last of them is taken away meanwhile', async () => {
  const { act, bob } = await aStaffDevice(506);
  await withKey(act);
  okOf(await act.setPin(bob, '8315'));
  const session = okOf(await act.startNewSession({ date: '2026-11-02' })).id;
  okOf(await act.armKiosk({ session, languages: ['en-US'], pin: null }));
  expect(okOf(await act.checkPin('8315'))).toEqual({ staff: bob });
  okOf(await act.setPin(bob, '2468'));
  expect(problemOf(await act.checkPin('8315')).code).toBe('pin-wrong');
  okOf(await act.setPin(bob, null));
  expect(okOf(await act.checkPin('8315'))).toEqual({ staff: null });
});

test('a PIN chosen for the kiosk opens it, also after somebody has been given one of their own', async () => {
  const { act, bob } = await aStaffDevice(507);
  await withKey(act);
  const session = okOf(await act.startNewSession({ date: '2026-11-02' })).id;
  okOf(await act.armKiosk({ session, languages: ['en-US'], pin: '4711' }));
  okOf(await act.setPin(bob, '8315'));
  expect(okOf(await act.checkPin('4711'))).toEqual({ staff: null });
  expect(okOf(await act.checkPin('8315'))).toEqual({ staff: bob });
  expect(problemOf(await act.checkPin('4711', bob)).code).toBe('pin-wrong');
  okOf(await act.disarmKiosk());
  expect(problemOf(await act.checkPin('4711')).code).toBe('pin-wrong');
});
