// Sign-ups from capture to the coordinator's desktop: sealed on the way, opened by the passphrase only, and nowhere in clear.

import { describe, expect, test } from 'vitest';
import { everyTable } from '../../src/device/store/every-table.ts';
import { signUpsOf } from '../../src/device/store/sign-ups.ts';
import { session } from '../../src/device/store/sessions.ts';
import type { ContactDetails } from '../../src/domain/sign-up.ts';
import { aServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, type Tablet } from './a-tablet.ts';

const passphrase = 'seven lanterns over the quiet harbor';
const contact: ContactDetails = {
  name: 'Èzili Núñez-Canarybird',
  phone: '305 555 0143',
  email: 'canarybird@example.org',
  address: '12 Canarybird Lane',
  birthDate: '2017-03-04',
  guardian: { name: 'Marie Canarybird', relation: 'mother' },
  cardNumber: '',
  note: '',
};
const asked = {
  for: 'card',
  program: null,
  language: 'ht',
  ageBand: '6-11',
  consent: { given: true, wording: 'ht/2026-11', by: 'caregiver' },
} as const;

async function deliver(...tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) okOf(await tablet.device.sync.deliverNow());
}

describe('sign-ups', () => {
  test('are sealed when saved, correctable, and open on the desktop with the passphrase', async () => {
    const server = await aServer();
    const desktop = await aDesktop(server);
    const key = okOf(await desktop.device.act.makeSealingKey(passphrase, 'Alice'));
    expect(problemOf(await key.confirm())).toEqual({ code: 'input-invalid', detail: { field: 'rehearsal' } });
    expect(problemOf(await key.rehearse({ passphrase: 'another one entirely', recoveryKey: key.recoveryKey })).code).toBe(
      'passphrase-wrong',
    );
    okOf(await key.rehearse({ passphrase, recoveryKey: key.recoveryKey }));
    okOf(await key.confirm());
    await deliver(desktop);
    const tablet = await anEnrolledTablet(server, desktop, 1);
    const { act, store } = tablet.device;
    const { id } = okOf(await act.startNewSession({ date: '2026-11-02' }));

    const token = act.newToken();
    const taken = okOf(await act.takeSignUp(id, { ...asked, contact, token }));
    expect(okOf(await act.takeSignUp(id, { ...asked, contact, token })).fact).toEqual(taken.fact);
    okOf(await act.correctSignUp(id, taken.fact?.id ?? '', { ...contact, phone: '305 555 0999' }));
    expect((await session(store, id))?.totals.signUps).toEqual({ card: 1 });
    await deliver(tablet, desktop);

    const [found] = await signUpsOf(desktop.device.store, id);
    if (found === undefined) throw new Error('the sign-up is on the desktop');
    expect(found).toMatchObject({ state: 'server', voided: false, sealedIn: { kind: 'sign-up.corrected' } });
    const { seal } = desktop.device;
    const open = () => seal.open(found.sealed, found.sealedIn.id, 'sign-up.corrected');
    expect(problemOf(await open())).toEqual({ code: 'sealing-key-missing', detail: { locked: true } });
    expect(problemOf(await seal.unlock({ passphrase: 'not the right passphrase' })).code).toBe('passphrase-wrong');
    okOf(await seal.unlock({ passphrase }));
    expect(okOf(await open())).toEqual({ ...contact, phone: '305 555 0999' });
    seal.lock();
    expect(seal.status()).toEqual({ state: 'locked' });
    problemOf(await open());
    okOf(await seal.unlock({ recoveryKey: key.recoveryKey }));
    okOf(await open());
    seal.lock();

    const stores = await Promise.all([tablet, desktop].flatMap(({ device }) => everyTable.map((name) => device.store[name].toArray())));
    const wires = [tablet, desktop].flatMap(({ network }) => network.asked.map(({ body }) => body));
    expect(JSON.stringify([stores, wires])).not.toMatch(/canarybird|555 0143|seven lanterns/i);
  });

  test('before the library has a key nothing is taken, and the form is told why', async () => {
    const server = await aServer();
    const desktop = await aDesktop(server);
    const { id } = okOf(await desktop.device.act.startNewSession({ date: '2026-11-02' }));
    expect(problemOf(await desktop.device.act.takeSignUp(id, { ...asked, contact })).code).toBe('sealing-key-missing');
    expect((await session(desktop.device.store, id))?.totals.signUps).toEqual({});
  });
});
