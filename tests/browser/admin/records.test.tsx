// The library's own lists: its name, outlets, names of staff and sites. Only what was changed is saved.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { HeldAsideScreen } from '../../../src/app/features/admin/held-aside/HeldAsideScreen.tsx';
import { LibraryScreen } from '../../../src/app/features/admin/library/LibraryScreen.tsx';
import { OutletsScreen } from '../../../src/app/features/admin/library/OutletsScreen.tsx';
import { SitesScreen } from '../../../src/app/features/admin/sites/SitesScreen.tsx';
import { SiteScreen } from '../../../src/app/features/admin/sites/SiteScreen.tsx';
import { StaffScreen } from '../../../src/app/features/admin/staff/StaffScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { libraryRecord, outlets, sites, staff } from '../../../src/device/store/records.ts';
import { bob } from '../../support/cast.ts';
import { anEnrolledDevice, aFramedScreen, done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';

const words = text.settings;
const save = () => page.getByRole('button', { name: text.shell.save, exact: true });

test('the library: a coordinator changes one field, the others stay as they are', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  const { offline } = aFramedScreen(device, <LibraryScreen />);
  await expect.element(page.getByLabelText(words.libraryName, { exact: true })).toHaveValue('North Miami Public Library');
  await expect.element(save()).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.libraryName, { exact: true }), ' ');
  await expect.poll(() => offline.updatesHeld.value).toBe(true);
  await userEvent.click(save());
  await expect.element(page.getByRole('link', { name: text.access.missing.libraryName })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.libraryName, { exact: true }), 'Biblioteca del Norte');
  await userEvent.click(save());
  await expect.element(page.getByText(text.shell.saved)).toBeVisible();
  expect((await libraryRecord(device.store))?.values).toMatchObject({
    name: 'Biblioteca del Norte',
    timeZone: 'America/New_York',
    languages: ['en-US', 'ht'],
  });
  await expect.poll(() => offline.updatesHeld.value).toBe(false);
  await userEvent.fill(page.getByLabelText(words.loanDays), 'abc');
  await userEvent.click(save());
  await expect.element(page.getByRole('link', { name: words.loanDaysWrong })).toBeVisible();
  await userEvent.fill(page.getByLabelText(words.loanDays), '14');
  await userEvent.click(save());
  await expect.poll(async () => (await libraryRecord(device.store))?.values.loanDays).toBe(14);
});

test('the library: staff may read it', async () => {
  const { device } = await anEnrolledDevice('staff');
  aFramedScreen(device, <LibraryScreen />);
  await expect.element(page.getByText(words.libraryNotYet)).toBeVisible();
  await expectAccessible();
});

test('outlets: an empty list offers the first, which is added and changed in a dialog', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <OutletsScreen />);
  await expect.element(page.getByText(words.outlet.empty)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.outlet.add }));
  await userEvent.click(save());
  await expect.element(page.getByRole('link', { name: text.access.missing.outletName })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.outlet.name, { exact: true }), 'Bookmobile 1');
  await userEvent.click(save());
  await userEvent.click(page.getByRole('button', { name: /Bookmobile 1/ }));
  await userEvent.click(page.getByRole('dialog').getByText(text.words.outletKind.branch));
  await userEvent.click(save());
  await expect.poll(async () => (await outlets(device.store)).map((one) => one.values)).toEqual([{ name: 'Bookmobile 1', kind: 'branch' }]);
  await expectAccessible();
});

test('staff names: added, and taken out of the choice when someone leaves', async () => {
  const { device } = await anEnrolledDevice('staff');
  aFramedScreen(device, <StaffScreen />);
  await expect.element(page.getByText(words.person.empty)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.person.add }));
  await userEvent.fill(page.getByLabelText(words.person.name, { exact: true }), bob.name);
  await userEvent.click(save());
  await userEvent.click(page.getByRole('button', { name: bob.name }));
  await userEvent.click(page.getByLabelText(words.person.active, { exact: false }));
  await expectAccessible();
  await userEvent.click(save());
  await expect.element(page.getByText(words.person.inactive)).toBeVisible();
  expect((await staff(device.store)).map((one) => one.values)).toEqual([{ name: bob.name, active: false }]);
});

test('sites: an empty list says what it is for; many are found without accents and scroll', async () => {
  const { device } = await anEnrolledDevice('staff');
  aFramedScreen(device, <SitesScreen />);
  await expect.element(page.getByText(words.site.empty)).toBeVisible();
  await expectAccessible();
  for (const name of ['École Toussaint', 'Maple Court', 'Old Hall'])
    await done(device.act.changeSite(null, { name, archived: name === 'Old Hall' }));
  await expect.element(page.getByText(words.site.found(2)).first()).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByRole('searchbox'), 'ECOLE');
  await expect.element(page.getByRole('link', { name: /École Toussaint/ })).toBeVisible();
  await expect.element(page.getByRole('link', { name: /Maple Court/ })).not.toBeInTheDocument();
  await userEvent.fill(page.getByRole('searchbox'), 'old');
  await expect.element(page.getByText(words.site.none)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByLabelText(words.site.showArchived));
  await expect.element(page.getByRole('link', { name: /Old Hall/ })).toBeVisible();
});

test('a site: fields changed elsewhere come through while another is being typed, and only the typed one is saved', async () => {
  const { device } = await anEnrolledDevice('staff');
  const { id } = await done(device.act.changeSite(null, { name: 'Maple Court', type: 'park', address: '1 Main Street' }));
  const { offline } = aFramedScreen(device, <SiteScreen id={id} />);
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.site.notes, { exact: false }), 'Park behind the school.');
  await expect.poll(() => offline.updatesHeld.value).toBe(true);
  await done(device.act.changeSite(id, { address: '2 Main Street' }));
  await expect.element(page.getByRole('textbox', { name: /^Address/ })).toHaveValue('2 Main Street');
  await expect.element(page.getByLabelText(words.site.notes, { exact: false })).toHaveValue('Park behind the school.');
  await userEvent.click(save());
  await expect.element(page.getByText(text.shell.saved)).toBeVisible();
  const [site] = await sites(device.store);
  expect(site?.values).toMatchObject({ name: 'Maple Court', address: '2 Main Street', notes: 'Park behind the school.' });
});

test('a new site needs a name, and leads back to the list', async () => {
  const { device } = await anEnrolledDevice('staff');
  const screen = aFramedScreen(device, <SiteScreen id={null} />);
  await userEvent.click(save());
  await expect.element(page.getByRole('link', { name: text.access.missing.name })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.site.name, { exact: true }), "Bibliyotèk D'Haïti");
  await userEvent.click(save());
  await expect.poll(screen.path).toMatch(/^\/settings\/sites\/[0-9A-Z]{12}$/);
  expect((await sites(device.store)).map((one) => one.values.name)).toEqual(["Bibliyotèk D'Haïti"]);
});

test('a site that is not here says so', async () => {
  const { device } = await anEnrolledDevice('staff');
  aFramedScreen(device, <SiteScreen id="NOSUCHSITE01" />);
  await expect.element(page.getByRole('heading', { level: 1, name: words.site.notFound })).toBeVisible();
  await expectAccessible();
});

test('nothing held aside: the list says what it is for', async () => {
  const { device } = await anEnrolledDevice('coordinator', { '/api/quarantine': { held: [], count: 0, next: null } });
  aFramedScreen(device, <HeldAsideScreen />);
  await expect.element(page.getByText(words.held.empty)).toBeVisible();
  await expectAccessible();
});

test('held aside: each record says where it came from and why', async () => {
  const held = {
    held: [
      {
        key: 'one',
        id: 'HELD00000001',
        device: 'DEVICE000001',
        code: 'fact-kind-unknown',
        field: null,
        kind: 'attendance.counted',
        receivedAt: '2026-11-02T13:00:00.000Z',
        bytes: 512,
      },
      {
        key: 'other',
        id: 'HELD00000002',
        device: 'ELSEWHERE001',
        code: 'fact-invalid',
        field: 'body.heads',
        kind: null,
        receivedAt: '2026-11-02T13:00:00.000Z',
        bytes: 64,
      },
    ],
    count: 2,
    next: null,
  };
  const { device } = await anEnrolledDevice('coordinator', { '/api/quarantine': held });
  aFramedScreen(device, <HeldAsideScreen />);
  await expect.element(page.getByRole('heading', { name: words.held.kind['attendance.counted'] })).toBeVisible();
  await expect.element(page.getByText(/From Office desktop/)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: words.held.unknownKind })).toBeVisible();
  await expect.element(page.getByText(text.problems['fact-kind-unknown'].happened)).toBeVisible();
  await expectAccessible();
});

/** Two in all, of which the server answers one at a time. */
function twoPages() {
  const one = { id: 'HELD00000001', device: 'DEVICE000001', code: 'fact-invalid', field: null, kind: 'session.changed', bytes: 64 };
  return {
    '/api/quarantine': { held: [{ ...one, key: 'new', receivedAt: '2026-11-02T13:00:00.000Z' }], count: 2, next: 'there' },
    '/api/quarantine?after=there': { held: [{ ...one, key: 'old', receivedAt: '2026-10-20T13:00:00.000Z' }], count: 2, next: null },
  };
}

test('held aside: more than the server answers at once is said, and the rest is one tap away', async () => {
  const { device, answers } = await anEnrolledDevice('coordinator', twoPages());
  aFramedScreen(device, <HeldAsideScreen />);
  await expect.element(page.getByText(words.held.newest(1, 2))).toBeVisible();
  const more = page.getByRole('button', { name: words.held.more(1) });
  const rest = answers['/api/quarantine?after=there'];
  answers['/api/quarantine?after=there'] = undefined;
  await userEvent.click(more);
  await expect.element(page.getByText(text.problems['server-unreachable'].happened)).toBeVisible();
  await expectAccessible();
  answers['/api/quarantine?after=there'] = rest;
  await userEvent.click(more);
  await expect.element(page.getByText(words.held.all(2))).toBeVisible();
  await expect.element(page.getByText(/Oct 20, 2026/)).toBeVisible();
  await expect.element(more).not.toBeInTheDocument();
  await expectAccessible();
});

test("held aside: the day is the library's, wherever the device is", async () => {
  const { device } = await anEnrolledDevice('coordinator', twoPages());
  await done(device.act.changeLibrary({ timeZone: 'Pacific/Kiritimati' }));
  aFramedScreen(device, <HeldAsideScreen />);
  await expect.element(page.getByText(/Nov 3, 2026/)).toBeVisible();
});
