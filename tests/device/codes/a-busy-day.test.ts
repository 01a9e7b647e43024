// What a busy day without a network weighs as codes: a person holds a tablet before another's camera for less than a minute.

import { expect, test } from 'vitest';
import { createWatcher, framesOf } from '../../../src/device/codes/frames.ts';
import { parcelActions } from '../../../src/device/actions/parcels.ts';
import { makeSigningPair } from '../../../src/device/seal/parcel.ts';
import { ensureParcelKeys } from '../../../src/device/sync/parcels.ts';
import { bands } from '../../../src/domain/attendance.ts';
import { randomFrom } from '../../support/random.ts';
import { aServer } from '../../support/server.ts';
import { okOf } from '../a-device.ts';
import { aDesktop, anEnrolledTablet } from '../a-tablet.ts';

const passphrase = 'seven lanterns over the quiet harbor';
const codesASecond = 5;

test('500 facts, 150 of them sealed sign-ups, are shown in less than a minute though a third of the codes is lost', async () => {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const key = okOf(await desktop.device.act.makeSealingKey(passphrase, 'Alice'));
  okOf(await key.rehearse({ passphrase, recoveryKey: key.recoveryKey }));
  okOf(await key.confirm());
  okOf(await desktop.device.sync.deliverNow());
  const { device } = await anEnrolledTablet(server, desktop, 1, { signingPair: makeSigningPair });
  okOf(await ensureParcelKeys(device.store));
  okOf(await device.sync.deliverNow());

  const { act, store } = device;
  const { id } = okOf(await act.startNewSession({ date: '2026-11-02', title: 'Market day' }));
  const consent = { given: true, wording: 'ht/2026-11', by: 'caregiver' } as const;
  const asked = { for: 'card', program: null, language: 'ht', ageBand: '6-11', consent } as const;
  for (let at = 0; at < 150; at++) {
    const contact = {
      name: `Marie-Ange Désir ${at}`,
      phone: `305 555 ${String(1_000 + at)}`,
      email: `family.desir.${at}@example.org`,
      address: `${100 + at} NE 59th Street, Miami, FL 33137`,
      birthDate: '2017-03-04',
      guardian: { name: `Rose Désir ${at}`, relation: 'mother' },
      cardNumber: '',
      note: '',
    };
    okOf(await act.takeSignUp(id, { ...asked, contact, token: act.newToken() }));
  }
  const parcels = parcelActions({ store, saved: () => {} });
  const begun = okOf(await parcels.pack()).count;
  for (let at = begun; at < 500; at++) {
    const band = bands[at % bands.length] ?? '6-11';
    if (at % 3 > 0) okOf(await act.count(id, band, 1, 'tap'));
    else
      okOf(
        await act.handOut(id, 'given', { resource: null, title: `Picture book ${at % 40}`, count: 1, barcode: `302340005${10_000 + at}` }),
      );
  }

  const packed = okOf(await parcels.pack());
  expect(packed.count).toBe(500);
  const { frame, once } = framesOf(packed.bytes);
  expect(once / codesASecond).toBeLessThan(60);
  const chance = randomFrom(7);
  const watcher = createWatcher();
  let shown = 0;
  for (; watcher.bytes() === null && shown < 60 * codesASecond; shown++) if (chance() >= 1 / 3) watcher.see(frame(shown));
  expect(watcher.bytes(), `${shown} of ${once} codes shown`).toEqual(packed.bytes);
  expect(shown / codesASecond).toBeLessThan(60);
});
