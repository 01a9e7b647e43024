// Opened details reach the screen whatever changes while they are being opened.

import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { useOpened, useVault } from '../../../src/app/records/use-vault.ts';
import type { Device } from '../../../src/device/device.ts';
import { allSignUps, type SignUp } from '../../../src/device/store/sign-ups.ts';
import { aFramedScreen, done } from '../a-screen.tsx';
import { aDevice, anOpenSession, aSealingKey, passphrase } from './a-field-day.tsx';

const contact = { name: 'Wideline', phone: '1', email: '', address: '', birthDate: null, guardian: null, cardNumber: '', note: '' };
const consent = { given: true, wording: 'en-US/2026-11', by: 'caregiver' } as const;

test('a list that is read anew just as the last of it was opened shows what was opened', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  const session = await anOpenSession(device);
  await done(device.act.takeSignUp(session, { for: 'card', program: null, language: 'ht', ageBand: '6-11', consent, contact }));
  const signUps = await allSignUps(device.store);
  await done(device.seal.unlock({ passphrase }));
  const readAnew = { run: () => {} };
  const openMany: Device['seal']['openMany'] = async (envelopes, watch) => {
    const answer = await device.seal.openMany(envelopes, watch);
    readAnew.run();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return answer;
  };

  function Names() {
    const [list, setList] = useState<readonly SignUp[]>(signUps);
    readAnew.run = () => setList([...signUps]);
    const opened = useOpened(list, useVault());
    return <p>{[...opened.values()].map((one) => (one.ok ? one.value.name : '')).join()}</p>;
  }
  aFramedScreen({ ...device, seal: { ...device.seal, openMany } }, <Names />);
  await expect.element(page.getByText('Wideline')).toBeVisible();
});
