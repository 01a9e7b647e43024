// What is out: taken in one after another, by keyboard as well; who does not see the screen hears it.

import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LoansFileScreen } from '../../../src/app/features/loans/LoansFileScreen.tsx';
import { LoansScreen } from '../../../src/app/features/loans/LoansScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import { loans } from '../../../src/device/store/loans.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { contentOf, handedOut } from '../handed-out.ts';
import { aDevice, anOpenSession, aSealingKey, aSite, onPhone, passphrase, shown, today } from './a-field-day.tsx';

const words = text.loans;

async function lent(device: Device, session: string, title: string, due: string, barcode = ''): Promise<void> {
  const what = { resource: null, title, count: 1, barcode, site: null, due, card: '', token: device.act.newToken() } as const;
  await done(device.act.lend(session, { ...what, to: 'person' }));
}

async function takeIn(title: string): Promise<void> {
  const button = page.getByRole('button', { name: words.cameBackOf(title) });
  button.element().focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: words.cameBack, exact: true }));
}

test('what came back leaves the list; the focus goes on to the next, and it is said', async () => {
  await onPhone();
  const device = await aDevice();
  const session = await anOpenSession(device);
  await lent(device, session, 'Hotspot', '2026-11-05');
  await lent(device, session, 'Robot kit', '2026-11-06');
  shown(device, <LoansScreen />);
  await expect.element(page.getByText(words.count(2))).toBeVisible();
  await expectAccessible();
  await takeIn('Hotspot');
  await expect.element(page.getByText(words.count(1))).toBeVisible();
  await expect.element(page.getByText(words.cameBackOf('Hotspot'), { exact: true })).toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: words.cameBackOf('Robot kit') })).toHaveFocus();
  await takeIn('Robot kit');
  await expect.element(page.getByText(words.emptyTitle)).toBeVisible();
  await expect.element(page.getByRole('main')).toHaveFocus();
  await expectAccessible();
});

test('a return that would end the next lending, which is in an earlier file, waits, and the file’s page says so', async () => {
  await onPhone();
  const device = await aDevice();
  await aSealingKey(device);
  const session = await anOpenSession(device);
  const barcode = '30234000517861';
  await lent(device, session, 'Hotspot', '2026-11-05', barcode);
  await done(device.act.takeIn(session, { barcode, loan: null, resource: null, title: 'Hotspot', today }));
  await lent(device, session, 'Hotspot', '2026-11-06', barcode);
  const again = (await loans(device.store)).find(({ open }) => open);
  await done(device.act.markExported([{ id: again?.id ?? '', lent: true, returned: false }], 'koha'));
  await done(device.seal.unlock({ passphrase }));
  shown(device, <LoansFileScreen />);
  await userEvent.click(page.getByRole('button', { name: words.file.save(1) }));
  await expect.element(page.getByText(words.file.waiting(1))).toBeVisible();
  await expectAccessible();
});

test('a file for Koha, then one for Evergreen: each with the cards out of their seal, and the second with only what is new', async () => {
  await onPhone();
  const files = handedOut();
  const device = await aDevice();
  await aSealingKey(device);
  const session = await anOpenSession(device);
  const to = { resource: null, count: 1, site: null, to: 'card', due: '2026-11-23' } as const;
  const atlas = { ...to, title: 'Atlas', barcode: '30234000517861', card: '22390000027895' };
  const kit = { ...to, title: 'Robot kit', barcode: '33191000105864', card: '22390000027903' };
  await done(device.act.lend(session, { ...atlas, token: device.act.newToken() }));
  await done(device.seal.unlock({ passphrase }));
  shown(device, <LoansFileScreen />);
  await userEvent.click(page.getByRole('button', { name: words.file.save(1) }));
  await expect.element(page.getByText(words.file.saved)).toBeVisible();
  await expectAccessible();
  expect(files.map(({ name }) => name)).toEqual(['loans-2026-11-02.koc']);
  expect(await contentOf(files[0])).toBe(
    [
      'Version=1.0\tGenerator=Wayside\tGeneratorVersion=0.1.0+test',
      '2026-11-02 09:00:00 000\tissue\t22390000027895\t30234000517861',
      '',
    ].join('\n'),
  );
  expect((await loans(device.store))[0]?.values).toMatchObject({ exportedLent: { format: 'koha' }, exportedReturned: null });
  expect(page.getByRole('button', { name: words.file.save(1) }).elements()).toEqual([]); // nothing new

  await done(device.act.takeIn(session, { barcode: atlas.barcode, loan: null, resource: null, title: 'Atlas', today }));
  await done(device.act.lend(session, { ...kit, token: device.act.newToken() }));
  await userEvent.click(page.getByRole('radio', { name: new RegExp(`^${words.file.evergreen}`) }));
  await userEvent.click(page.getByRole('button', { name: words.file.save(2) }));
  await expect.poll(() => files.map(({ name }) => name)).toEqual(['loans-2026-11-02.koc', 'loans-2026-11-02.xacts']);
  const at = Date.parse('2026-11-02T14:00:00.000Z') / 1_000;
  const cameBack = { timestamp: at + 1, type: 'checkin', delta: 0, barcode: atlas.barcode, backdate: '2026-11-02' };
  const checkout = { timestamp: at, type: 'checkout', delta: 0, due_date: '2026-11-23', checkout_time: '2026-11-02T14:00:00.000Z' };
  const wentOut = { ...checkout, barcode: kit.barcode, patron_barcode: kit.card };
  const lines = async (nth: number) =>
    (await contentOf(files[nth]))
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  expect(await lines(1)).toEqual([wentOut, cameBack]);

  await userEvent.click(page.getByRole('radio', { name: new RegExp(`^${words.file.all}`) }));
  await userEvent.click(page.getByRole('button', { name: words.file.save(2) }));
  await expect.poll(() => files.length).toBe(3);
  expect(await lines(2)).toEqual(
    expect.arrayContaining([{ ...checkout, barcode: atlas.barcode, patron_barcode: atlas.card }, wentOut, cameBack]),
  );
  expect(await lines(2)).toHaveLength(3);
});

test('a deposit is listed with the site where it is, and found by it', async () => {
  await onPhone();
  const device = await aDevice();
  const site = await aSite(device, 'Lincoln Field');
  const session = await anOpenSession(device, { site });
  const deposit = { resource: null, title: 'Book box', count: 1, barcode: '', to: 'site', due: null, card: '' } as const;
  await done(device.act.lend(session, { ...deposit, site, token: device.act.newToken() }));
  await done(device.act.lend(session, { ...deposit, title: 'Puppets', site: 'NOTHERE00001', token: device.act.newToken() }));
  await lent(device, session, 'Hotspot', '2026-11-05');
  shown(device, <LoansScreen />);
  const since = words.since(text.formatting.shortDay(today));
  await expect.element(page.getByText([words.depositAt('Lincoln Field'), since].join(' · '))).toBeVisible();
  await expect.element(page.getByText([words.depositAt(words.unknownSite), since].join(' · '))).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.search), 'lincoln');
  await expect.element(page.getByText('Hotspot')).not.toBeInTheDocument();
  await expect.element(page.getByText(/Book box/).first()).toBeVisible();
});
