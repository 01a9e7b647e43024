// A partner's own page, from the coordinator's link to the day it ends.

import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EnrollScreen } from '../../../src/app/features/admin/enroll/EnrollScreen.tsx';
import { PartnerPageScreen } from '../../../src/app/features/admin/partner-page/PartnerPageScreen.tsx';
import { PartnerAt } from '../../../src/app/features/partners/PartnerAt.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { identity } from '../../../src/device/store/identity.ts';
import { aDevice, aFramedScreen, anEnrolledDevice, aScreen, done, enrolledAs, refused } from '../a-screen.tsx';
import { aSharedAnswer } from '../a-partner-page.ts';
import { expectAccessible } from '../accessibility.ts';

const words = text.shared;
const code = 'ABCDE12345FGHJK67890';

describe('the library’s side', () => {
  test('a coordinator makes a link for one person; without the server it says so', async () => {
    const { device, answers, asked } = await anEnrolledDevice('coordinator');
    const { id } = await done(device.act.changePartner(null, { name: 'Hurston Elementary', sharedNotes: 'In the gym' }));
    aFramedScreen(device, <PartnerAt id={id} />);
    await expect.element(page.getByText('In the gym')).toBeVisible();
    const own = page.getByRole('region', { name: words.access.title });
    await userEvent.click(own.getByRole('button', { name: words.access.make }));
    await expect.element(own.getByText(text.problems['server-unreachable'].happened)).toBeVisible();
    answers['/api/invites'] = { code, expiresAt: '2026-11-09T14:00:00.000Z' };
    await userEvent.click(page.getByRole('button', { name: words.access.make }));
    await expect.element(page.getByLabelText(words.access.link)).toHaveValue(`${location.origin}/enroll#${code}.partner`);
    expect(asked.filter(({ path }) => path === '/api/invites').at(-1)?.body).toEqual({ role: 'partner', partner: id });
    await expectAccessible();
  });

  test('staff cannot give it, and read that a coordinator can', async () => {
    const { device } = await anEnrolledDevice('staff');
    const { id } = await done(device.act.changePartner(null, { name: 'Hurston Elementary' }));
    aFramedScreen(device, <PartnerAt id={id} />);
    await expect.element(page.getByText(words.access.notYours)).toBeVisible();
    await expect.element(page.getByRole('button', { name: words.access.make })).not.toBeInTheDocument();
  });
});

describe('the partner’s side', () => {
  test('the link asks for a name and opens the page', async () => {
    const { device, asked } = aDevice({ '/api/enroll': enrolledAs('partner') });
    const screen = aScreen(device, <EnrollScreen />, `/enroll#${code}.partner`);
    await userEvent.click(page.getByRole('button', { name: words.begin.button }));
    await expect.element(page.getByRole('link', { name: words.begin.nameMissing })).toBeVisible();
    await userEvent.fill(page.getByLabelText(words.begin.name), 'Dana Whitfield');
    await expectAccessible();
    await userEvent.click(page.getByRole('button', { name: words.begin.button }));
    await expect.poll(screen.path).toBe('/');
    expect(asked.find(({ path }) => path === '/api/enroll')?.body).toMatchObject({ code, deviceName: 'Dana Whitfield' });
    expect((await identity(device.store))?.level).toBe('partner');
    expect(await device.store.facts.count()).toBe(0);
  });

  test('a new link replaces the page of a partner, and a tablet of the library stays one', async () => {
    const { device, answers } = await anEnrolledDevice('partner', { '/api/shared': aSharedAnswer });
    answers['/api/enroll'] = { ...enrolledAs('partner'), device: 'DEVICE000002' };
    const screen = aScreen(device, <EnrollScreen />, `/enroll#${code}.partner`);
    await userEvent.fill(page.getByLabelText(words.begin.name), 'Dana Whitfield');
    await userEvent.click(page.getByRole('button', { name: words.begin.button }));
    await expect.poll(screen.path).toBe('/');
    expect((await identity(device.store))?.device).toBe('DEVICE000002');
    const { device: tablet } = await anEnrolledDevice('staff');
    aScreen(tablet, <EnrollScreen />, `/enroll#${code}.partner`);
    await expect.element(page.getByRole('heading', { name: text.access.alreadyEnrolledTitle })).toBeVisible();
    await expect.element(page.getByText(text.access.alreadyEnrolledStays)).toBeVisible();
    // Of which library is not known before the first delivery, and then not said.
    await expect.element(page.getByText(text.access.alreadyEnrolledIn(''))).not.toBeInTheDocument();
  });

  test('reads what is planned, agreed and counted; also when the network has gone', async () => {
    const { device, answers } = await anEnrolledDevice('partner', { '/api/shared': aSharedAnswer });
    aScreen(device, <PartnerPageScreen />);
    await expect
      .element(page.getByRole('heading', { name: words.title('Hurston Elementary', 'North Miami Public Library') }))
      .toBeVisible();
    const ahead = page.getByRole('list', { name: words.ahead });
    await expect.element(ahead.getByText(/North Miami Public Library: 30 library cards/)).toBeVisible();
    expect(ahead.getByRole('listitem').elements()).toHaveLength(2);
    await expect.element(ahead.getByText(text.words.status.canceled)).toBeVisible();
    await expect.element(page.getByText('Every second Tuesday in the gym.')).toBeVisible();
    await expect.element(page.getByRole('cell', { name: '44' }).first()).toBeVisible();
    await expectAccessible();
    delete answers['/api/shared'];
    await userEvent.click(page.getByRole('button', { name: words.again }));
    await expect.element(page.getByText(text.problems['server-unreachable'].happened)).toBeVisible();
    await expect.element(ahead).toBeVisible();
  });

  test('says that it has ended, and shows nothing that was on it', async () => {
    const { device, answers } = await anEnrolledDevice('partner', { '/api/shared': aSharedAnswer });
    aScreen(device, <PartnerPageScreen />);
    await expect.element(page.getByRole('list', { name: words.ahead })).toBeVisible();
    answers['/api/shared'] = refused('device-revoked');
    await userEvent.click(page.getByRole('button', { name: words.again }));
    await expect.element(page.getByRole('heading', { name: words.ended })).toBeVisible();
    await expect.element(page.getByText('Hurston Elementary')).not.toBeInTheDocument();
    await expectAccessible();
  });

  test('is not taken off a browser while the server does not know', async () => {
    const { device, asked } = await anEnrolledDevice('partner', { '/api/shared': aSharedAnswer });
    aScreen(device, <PartnerPageScreen />);
    await userEvent.click(page.getByRole('button', { name: words.leave }));
    await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: words.leave }));
    await expect.element(page.getByRole('alertdialog').getByText(text.problems['server-unreachable'].happened)).toBeVisible();
    // By now it delivers again, so that the last that was asked may be a pull.
    expect(asked.filter(({ path }) => path === '/api/devices/revoke')).toEqual([
      { path: '/api/devices/revoke', body: { device: 'DEVICE000001' } },
    ]);
    expect((await identity(device.store))?.level).toBe('partner');
    await expectAccessible();
  });
});
