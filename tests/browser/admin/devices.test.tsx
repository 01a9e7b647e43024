// The coordinator's list of devices: what needs a look stands out, ending access says what is at stake, and no network is normal.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DevicesScreen } from '../../../src/app/features/admin/devices/DevicesScreen.tsx';
import { EnrollDeviceScreen } from '../../../src/app/features/admin/devices/EnrollDeviceScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { capture } from '../../../src/device/actions/capture.ts';
import { editOf } from '../../../src/device/store/draft.ts';
import { ok } from '../../../src/domain/problem.ts';
import type { EnrolledDevice } from '../../../src/protocol/access.ts';
import { anEnrolledDevice, aFramedScreen, done, enrolledAs, refused } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';

const words = text.access.devices;

const aTablet = (parts: Partial<EnrolledDevice>): EnrolledDevice => ({
  id: 'TABLET000001',
  name: 'Tablet 1',
  level: 'staff',
  enrolledAt: '2026-10-05T14:00:00.000Z',
  revokedAt: null,
  lastSeenAt: '2026-11-02T13:59:30.000Z',
  app: '0.1.0+test',
  unsent: 0,
  oldestUnsentAt: null,
  attention: 0,
  persisted: true,
  clockOffset: 0,
  forkedAt: null,
  ...parts,
});
const desktop = aTablet({ id: enrolledAs('coordinator').device, name: 'Office desktop', level: 'coordinator' });
const late = aTablet({
  id: 'LATE00000001',
  name: 'Tablet 2',
  unsent: 14,
  oldestUnsentAt: '2026-10-30T14:00:00.000Z',
  lastSeenAt: '2026-10-31T14:00:00.000Z',
});
const odd = aTablet({
  id: 'ODD000000001',
  name: 'The old tablet with a name so long that it needs more than one line on every screen we have',
  attention: 2,
  persisted: false,
  clockOffset: -7_200_000,
  forkedAt: '2026-11-01T10:00:00.000Z',
});
const gone = aTablet({ id: 'GONE00000001', name: 'Lost phone', revokedAt: '2026-10-20T14:00:00.000Z', lastSeenAt: null, unsent: null });

test('who holds undelivered records the longest comes first, and every flag is said in words', async () => {
  const { device } = await anEnrolledDevice('coordinator', { '/api/devices': { devices: [desktop, aTablet({}), odd, late, gone] } });
  aFramedScreen(device, <DevicesScreen />);
  await expect.element(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect
    .poll(() =>
      page
        .getByRole('list', { name: words.list })
        .getByRole('heading')
        .elements()
        .map((one) => one.textContent),
    )
    .toEqual([late.name, desktop.name, aTablet({}).name, odd.name]);
  await expect.element(page.getByText(words.unsentSince(14, '3 days'))).toBeVisible();
  await expect.element(page.getByText(words.attention(2))).toBeVisible();
  await expect.element(page.getByText(new RegExp(words.clockFast('2 hours')))).toBeVisible();
  await expect.element(page.getByText(new RegExp(words.forked))).toBeVisible();
  await expect.element(page.getByText(words.endedCount(1))).toBeVisible();
  await expectAccessible();
});

test('a kiosk’s last finding of Ready to leave is told as every other device’s', async () => {
  const kiosk = aTablet({ id: 'KIOSK0000001', name: 'Kiosk 1', level: 'kiosk' });
  const { device } = await anEnrolledDevice('coordinator', { '/api/devices': { devices: [kiosk] } });
  const subject = { type: 'device', id: kiosk.id } as const;
  const ready = { at: '2026-11-02T13:00:00.000Z', until: '2026-11-03T05:00:00.000Z', open: ['clock', 'pin'], app: 'test' };
  await done(
    capture(
      { store: device.store, saved: () => {} },
      { subjects: [subject], plan: (seen) => ok(editOf(seen.record('device', kiosk.id), subject, { ready })) },
    ),
  );
  aFramedScreen(device, <DevicesScreen />);
  const { lines, device: said } = text.readiness;
  await expect.element(page.getByText(said.notReady('1 hour', `${lines.clock.title}, ${lines.pin.title}`))).toBeVisible();
  await expectAccessible();
});

test('this device tells its own unsent records, which the server may not know yet', async () => {
  const { device } = await anEnrolledDevice('coordinator', { '/api/devices': { devices: [desktop] } });
  aFramedScreen(device, <DevicesScreen />);
  await expect.element(page.getByText(/^2 records not delivered/)).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.enrollTablet })).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.importStops })).toBeVisible();
});

test('ending access names what is at stake, and only a second tap does it', async () => {
  const { device, answers, asked } = await anEnrolledDevice('coordinator', {
    '/api/devices': { devices: [desktop, late] },
    '/api/devices/revoke': {},
  });
  aFramedScreen(device, <DevicesScreen />);
  await userEvent.click(page.getByRole('button', { name: words.revoke }));
  const dialog = page.getByRole('alertdialog');
  await expect.element(dialog.getByText(words.revokeStakes(14, '3 days'))).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: text.shell.cancel }).last()).toHaveFocus();
  await expectAccessible();
  expect(asked.map((one) => one.path)).not.toContain('/api/devices/revoke');
  answers['/api/devices'] = { devices: [desktop, { ...late, revokedAt: '2026-11-02T14:00:00.000Z' }] };
  await userEvent.click(dialog.getByRole('button', { name: words.revokeConfirm }));
  await expect.element(page.getByText(words.revokedDone(late.name))).toBeVisible();
  expect(asked.find((one) => one.path === '/api/devices/revoke')?.body).toEqual({ device: late.id });
  await expect.element(page.getByText(words.endedCount(1))).toBeVisible();
});

test('without the server the names it knows are shown, calmly', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <DevicesScreen />);
  await expect.element(page.getByText(text.problems['server-unreachable'].happened)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: words.knownTitle })).toBeVisible();
  await expect.element(page.getByText('Office desktop')).toBeVisible();
  await expectAccessible();
});

test('a browser whose account has gone is asked to sign in', async () => {
  const { device } = await anEnrolledDevice('coordinator', { '/api/devices': refused('not-signed-in') });
  aFramedScreen(device, <DevicesScreen />);
  await expect.element(page.getByRole('link', { name: words.signInTitle })).toHaveAttribute('href', '/sign-in');
  await expectAccessible();
});

test('staff are told that the list is not theirs', async () => {
  const { device } = await anEnrolledDevice('staff', { '/api/devices': refused('not-allowed') });
  aFramedScreen(device, <DevicesScreen />);
  await expect.element(page.getByText(words.notYours)).toBeVisible();
  expect(page.getByRole('link', { name: words.enroll }).query()).toBeNull();
  await expectAccessible();
});

test('a code is shown to scan and to type; another role or an arrival brings a new one', async () => {
  const codes = ['AAAAABBBBB', 'CCCCCDDDDD', 'EEEEEFFFFF'];
  const { device, answers } = await anEnrolledDevice('coordinator', {
    '/api/devices': { devices: [desktop] },
    '/api/invites': ({ role }: { role: string }) => ({
      code: role === 'kiosk' ? 'KKKKKKKKKK' : codes.shift(),
      expiresAt: '2026-11-02T14:10:00.000Z',
    }),
  });
  aFramedScreen(device, <EnrollDeviceScreen />);
  await expect.element(page.getByText('AAAAA-BBBBB')).toBeVisible();
  await expect.element(page.getByRole('img', { name: text.access.invite.qrLabel })).toBeVisible();
  await expect.element(page.getByText(text.access.invite.expires('10:00'))).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByText(text.access.invite.roles.kiosk));
  await expect.element(page.getByText('KKKKK-KKKKK')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: text.access.invite.another }));
  answers['/api/devices'] = { devices: [desktop, aTablet({ name: 'Tablet 1' })] };
  await expect.element(page.getByText(text.access.invite.arrived('Tablet 1'))).toBeVisible();
  await expectAccessible();
});

test('no code without the server, and it says so', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <EnrollDeviceScreen />);
  await expect.element(page.getByText(text.problems['server-unreachable'].happened)).toBeVisible();
  await expectAccessible();
});
