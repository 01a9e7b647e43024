// Handing out: one tap a thing, most used first, named on the spot when it is in no catalogue.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SessionAt } from '../../../src/app/SessionAt.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { loans } from '../../../src/device/store/loans.ts';
import { resources } from '../../../src/device/store/records.ts';
import { countChange } from '../../../src/domain/stock.ts';
import { session as readSession } from '../../../src/device/store/sessions.ts';
import type { Device } from '../../../src/device/device.ts';
import type { Ports } from '../../../src/device/ports.ts';
import { keptFor } from '../../../src/app/features/hand-outs/use-last-recipient.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { pasteInto } from '../page.ts';
import { aDevice, anOpenSession, aSealingKey, aSite, onLandscapeTablet, onPhone, shown, today } from './a-field-day.tsx';

const words = text.handOuts;

beforeEach(onPhone);

test('with no catalogue yet, a thing is named on the spot and kept for the next time', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} tab="resources" />);
  await expect.element(page.getByText(words.emptyTitle)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.other }));
  await userEvent.click(page.getByRole('button', { name: words.form.save, exact: true }));
  await expect.element(page.getByRole('link', { name: words.form.nameMissing })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.form.name), 'Dinosaur bookmarks');
  await userEvent.click(page.getByRole('button', { name: words.form.more }));
  await userEvent.click(page.getByLabelText(words.form.keep));
  await userEvent.click(page.getByRole('button', { name: words.form.save, exact: true }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.poll(async () => (await readSession(device.store, id))?.totals.handOuts).toEqual({ given: 2 });
  expect((await resources(device.store)).map((one) => one.values.title)).toEqual(['Dinosaur bookmarks']);
});

test('one tap gives one; lending asks to whom and comes back by its loan; the last is taken back by its name', async () => {
  await onLandscapeTablet();
  const device = await aDevice();
  await done(device.act.changeResource(null, { title: 'Hotspot', type: 'device', barcode: null, archived: false, favorite: true }));
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} tab="resources" />);
  const totals = async () => (await readSession(device.store, id))?.totals.handOuts;
  await userEvent.click(page.getByRole('button', { name: /Hotspot.*give one/ }));
  await expect.poll(totals).toEqual({ given: 1 });
  await userEvent.click(page.getByRole('radio', { name: words.wayChoice.lent }));
  await userEvent.click(page.getByRole('button', { name: /Hotspot.*lend one/ }));
  await expect.element(page.getByText(words.lend.noKey)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('radio', { name: words.lend.person }));
  await expect.element(page.getByLabelText(words.lend.due)).toHaveValue('2026-11-23');
  await userEvent.click(page.getByRole('button', { name: words.lend.save, exact: true }));
  await expect.poll(totals).toEqual({ given: 1, lent: 1 });
  await expect.element(page.getByRole('list', { name: words.log }).getByText(text.words.state.device).first()).toBeVisible();
  await userEvent.click(page.getByRole('radio', { name: words.wayChoice.returned }));
  await userEvent.click(page.getByRole('button', { name: /Hotspot.*take one in/ }));
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: /Hotspot/ }));
  await expect.poll(totals).toEqual({ given: 1, lent: 1, returned: 1 });
  expect((await loans(device.store)).map(({ open }) => open)).toEqual([false]);
  await expect.element(page.getByText(words.scan.back('Hotspot'))).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.undo(words.entry(1, 'Hotspot'), '9:00 AM') }));
  await expect.poll(totals).toEqual({ given: 1, lent: 1 });
  expect((await loans(device.store)).map(({ open }) => open)).toEqual([true]);
});

test('a code finds its thing however it is spelled; a code nobody knows is named on the spot and kept', async () => {
  const device = await aDevice();
  await done(
    device.act.changeResource(null, { title: 'Krik? Krak!', type: 'book', barcode: null, codes: ['9780306406157'], archived: false }),
  );
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} tab="resources" />);
  const totals = async () => (await readSession(device.store, id))?.totals.handOuts;
  await userEvent.fill(page.getByLabelText(words.scan.label), '0-306-40615-2');
  await userEvent.click(page.getByRole('button', { name: words.scan.use }));
  await expect.element(page.getByText(words.scan.done(words.entry(1, 'Krik? Krak!')))).toBeVisible();
  await expect.poll(totals).toEqual({ given: 1 });
  await userEvent.fill(page.getByLabelText(words.scan.label), '30234000517861');
  await userEvent.keyboard('{Enter}');
  await userEvent.fill(page.getByLabelText(words.form.name), 'Puppet box');
  await userEvent.click(page.getByRole('button', { name: words.form.save, exact: true }));
  await expect.poll(totals).toEqual({ given: 2 });
  const kept = (await resources(device.store)).find((one) => one.values.title === 'Puppet box');
  expect(kept?.values.barcode).toBe('30234000517861');
  await expectAccessible();
});

test('codes longer than there is room for stay as they were pasted, and are said', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} tab="resources" />);
  const fieldOf = (label: string) => page.getByLabelText(new RegExp(`^${label}`));
  const isSaid = async (label: string, most: number, pasted: string) => {
    const field = fieldOf(label);
    await expect.element(field).toHaveAccessibleDescription(new RegExp(text.signUps.problems.long(label, most)));
    await expect.element(field).toHaveValue(pasted);
  };
  await userEvent.click(page.getByRole('radio', { name: words.wayChoice.lent }));
  await userEvent.click(page.getByRole('button', { name: words.other }));
  await userEvent.fill(page.getByLabelText(words.form.name), 'Hotspot');
  await pasteInto(fieldOf(words.form.barcode), 'X'.repeat(310));
  await userEvent.click(page.getByRole('button', { name: words.form.save, exact: true }));
  await isSaid(words.form.barcode, 300, 'X'.repeat(310));
  await userEvent.fill(fieldOf(words.form.barcode), 'X1');
  await userEvent.click(page.getByRole('button', { name: words.form.save, exact: true }));
  await pasteInto(fieldOf(words.lend.cardNumber), '2'.repeat(80));
  await userEvent.click(page.getByRole('button', { name: words.lend.save, exact: true }));
  await isSaid(words.lend.cardNumber, 60, '2'.repeat(80));
  await expectAccessible();
  expect(await loans(device.store)).toEqual([]);
});

test('a family’s card scanned by mistake is written down nowhere', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} tab="resources" />);
  await userEvent.click(page.getByRole('radio', { name: words.wayChoice.returned }));
  await userEvent.fill(page.getByLabelText(words.scan.label), '21234000517866');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog').getByText(words.form.cardLooks)).toBeVisible();
  await expectAccessible();
  await expect.element(page.getByLabelText(new RegExp(`^${words.form.barcode}`))).toHaveValue('');
  await userEvent.fill(page.getByLabelText(words.form.name), 'Hotspot');
  await userEvent.click(page.getByRole('button', { name: words.form.save, exact: true }));
  await expect.poll(async () => (await readSession(device.store, id))?.totals.handOuts).toEqual({ returned: 1 });
  expect(JSON.stringify(await device.store.facts.toArray())).not.toContain('21234000517866');
});

test('of several things named on the spot so many are lent as were asked for', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} tab="resources" />);
  await userEvent.click(page.getByRole('radio', { name: words.wayChoice.lent }));
  await userEvent.click(page.getByRole('button', { name: words.other }));
  await userEvent.fill(page.getByLabelText(words.form.name), 'Puppets');
  await userEvent.click(page.getByRole('button', { name: words.form.more }));
  await userEvent.click(page.getByRole('button', { name: words.form.save, exact: true }));
  await userEvent.click(page.getByRole('radio', { name: words.lend.person }));
  await userEvent.click(page.getByRole('button', { name: words.lend.save, exact: true }));
  await expect.poll(async () => (await readSession(device.store, id))?.totals.handOuts).toEqual({ lent: 2 });
});

test('a thing that is counted says how many are aboard, and follows each tap', async () => {
  const device = await aDevice();
  const stock = { copies: 5, day: today };
  await done(
    device.act.changeResource(null, { title: 'Bookmarks', type: 'handout', barcode: null, archived: false, favorite: true, stock }),
  );
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} tab="resources" />);
  await expect.element(page.getByRole('button', { name: /Bookmarks.*5 aboard/ })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: /Bookmarks.*give one/ }));
  await expect.element(page.getByRole('button', { name: /Bookmarks.*4 aboard/ })).toBeVisible();
  await expectAccessible();
});

test('with several vehicles it says how many are aboard the one of the session', async () => {
  const device = await aDevice();
  const outlet = async (name: string) => (await done(device.act.changeOutlet(null, { name, kind: 'bookmobile' }))).id;
  const [north, south] = [await outlet('North Bus'), await outlet('South Bus')];
  const counted = { ...countChange(north, { copies: 7, day: today }), ...countChange(south, { copies: 9, day: today }) };
  await done(device.act.changeResource(null, { title: 'Bookmarks', type: 'handout', favorite: true, ...counted }));
  const id = await anOpenSession(device, { outlet: south });
  shown(device, <SessionAt id={id} tab="resources" />);
  await expect.element(page.getByRole('button', { name: /Bookmarks.*South Bus: 9 aboard/ })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: /Bookmarks.*give one/ }));
  await expect.element(page.getByRole('button', { name: /Bookmarks.*South Bus: 8 aboard/ })).toBeVisible();
  await expectAccessible();
});

const isbn = '9780306406157';
const [firstLabel, secondLabel] = ['30234000517861', '30234000517879'];

async function aBook(device: Device, codes: readonly string[]): Promise<void> {
  const book = { title: 'Krik? Krak!', type: 'book', barcode: null, archived: false, favorite: true } as const;
  await done(device.act.changeResource(null, { ...book, codes: [isbn, ...codes] }));
}

async function scan(code: string): Promise<void> {
  await userEvent.fill(page.getByLabelText(words.scan.label), code);
  await userEvent.click(page.getByRole('button', { name: words.scan.use }));
}

async function lendOnTrust(): Promise<void> {
  await userEvent.click(page.getByRole('radio', { name: words.lend.person }));
  await userEvent.click(page.getByRole('button', { name: words.lend.save, exact: true }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
}

const labelField = () => page.getByLabelText(new RegExp(`^${words.lend.label}`));
const lentBy = async (device: Device) => (await loans(device.store)).map(({ values, open }) => ({ label: values.barcode, open }));

test('a book lent by its ISBN goes by its only label; by which of several is asked, and may be left open', async () => {
  const device = await aDevice();
  await aBook(device, [firstLabel]);
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} tab="resources" />);
  await userEvent.click(page.getByRole('radio', { name: words.wayChoice.lent }));
  await scan(isbn);
  await expect.element(page.getByRole('dialog').getByText(firstLabel)).toBeVisible();
  await lendOnTrust();
  const [book] = await resources(device.store);
  await done(device.act.changeResource(book?.id ?? null, { codes: [isbn, firstLabel, secondLabel] }));
  await expect.poll(() => lentBy(device)).toEqual([{ label: firstLabel, open: true }]);

  // The catalogue follows a moment later; a copy is asked for as soon as it has.
  await expect
    .poll(async () => {
      await scan(isbn);
      const dialog = page.getByRole('dialog');
      await expect.element(dialog).toBeVisible();
      const asks = labelField().query() !== null;
      if (!asks) {
        await userEvent.keyboard('{Escape}');
        await expect.element(dialog).not.toBeInTheDocument();
      }
      return asks;
    })
    .toBe(true);
  await userEvent.fill(labelField(), '0-306-40615-2');
  await userEvent.click(page.getByRole('button', { name: words.lend.save, exact: true }));
  await expect.element(page.getByRole('link', { name: words.lend.labelWrong })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(labelField(), secondLabel);
  await userEvent.click(page.getByRole('button', { name: words.lend.save, exact: true }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: /Krik.*lend one/ }));
  await expect.element(labelField()).toHaveValue('');
  await userEvent.click(page.getByRole('button', { name: words.lend.save, exact: true }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  const all = await lentBy(device);
  expect(all.map(({ label }) => label).toSorted()).toEqual(['', firstLabel, secondLabel]);
});

test('a book lent by one of its labels keeps it', async () => {
  const device = await aDevice();
  await aBook(device, [firstLabel, secondLabel]);
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} tab="resources" />);
  await userEvent.click(page.getByRole('radio', { name: words.wayChoice.lent }));
  await scan(secondLabel);
  await expect.element(labelField()).not.toBeInTheDocument();
  await lendOnTrust();
  expect(await lentBy(device)).toEqual([{ label: secondLabel, open: true }]);
});

test('back by its ISBN the only loan of the title ends; of several a person says which; by a label one that was lent without may be it', async () => {
  const device = await aDevice();
  await aBook(device, [firstLabel, secondLabel]);
  const id = await anOpenSession(device);
  const [book] = await resources(device.store);
  const lend = async (barcode: string) => {
    const what = { resource: book?.id ?? null, title: 'Krik? Krak!', count: 1, barcode, site: null, due: '2026-11-23', card: '' } as const;
    await done(device.act.lend(id, { ...what, to: 'person', token: device.act.newToken() }));
  };
  const open = async () => (await lentBy(device)).filter((one) => one.open).map(({ label }) => label);
  await lend(firstLabel);
  shown(device, <SessionAt id={id} tab="resources" />);
  await userEvent.click(page.getByRole('radio', { name: words.wayChoice.returned }));
  await scan(isbn);
  await expect.element(page.getByText(words.scan.back('Krik? Krak!'))).toBeVisible();
  expect(await open()).toEqual([]);

  await lend(firstLabel);
  await lend('');
  await scan(isbn);
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: new RegExp(firstLabel) }));
  await expect.poll(open).toEqual(['']);
  await scan(secondLabel);
  await expectAccessible();
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: /Krik/ }));
  await expect.poll(open).toEqual([]);
});

test('the next thing goes to the same card with one tap, until another person comes or five minutes pass; it is stored nowhere', async () => {
  const waiting: (() => void)[] = [];
  const timer: Ports['timer'] = (ms, run) => {
    if (ms === keptFor) waiting.push(run);
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  };
  const device = await aDevice('coordinator', {}, { timer });
  await aSealingKey(device);
  await done(device.act.changeResource(null, { title: 'Hotspot', type: 'device', barcode: null, archived: false, favorite: true }));
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} tab="resources" />);
  const lent = async () => (await readSession(device.store, id))?.totals.handOuts.lent;
  const ask = () => userEvent.click(page.getByRole('button', { name: /Hotspot.*lend one/ }));
  const lend = () => userEvent.click(page.getByRole('button', { name: words.lend.save, exact: true }));
  const card = page.getByLabelText(words.lend.cardNumber);
  await userEvent.click(page.getByRole('radio', { name: words.wayChoice.lent }));
  await ask();
  await userEvent.fill(card, '9780062941008');
  await expect.element(page.getByRole('dialog').getByText(words.lend.cardIsItem)).toBeVisible();
  await userEvent.fill(card, '21234000000018');
  await expect.element(page.getByRole('dialog').getByText(words.lend.cardIsItem)).not.toBeInTheDocument();
  await lend();
  await expect.poll(lent).toBe(1);
  await ask();
  await expect.element(page.getByRole('dialog').getByText(`${words.lend.card}: 21234000000018`)).toBeVisible();
  await expectAccessible();
  await lend();
  await expect.poll(lent).toBe(2);
  expect(JSON.stringify([await device.store.facts.toArray(), await device.store.meta.toArray()])).not.toContain('21234000000018');

  await ask();
  await userEvent.click(page.getByRole('button', { name: words.lend.another }));
  await expect.element(card).toHaveValue('');
  await userEvent.fill(card, '21234000000026');
  await lend();
  await expect.poll(lent).toBe(3);
  await ask();
  await expect.element(page.getByRole('dialog').getByText(`${words.lend.card}: 21234000000026`)).toBeVisible();
  waiting.at(-1)?.();
  await expect.element(card).toHaveValue('');
});

async function lending(device: Device, id: string, title: string): Promise<void> {
  await done(device.act.changeResource(null, { title, type: 'kit', barcode: null, archived: false }));
  shown(device, <SessionAt id={id} tab="resources" />);
  await userEvent.click(page.getByRole('radio', { name: words.wayChoice.lent }));
  await userEvent.click(page.getByRole('button', { name: new RegExp(`${title}.*lend one`) }));
  await userEvent.click(page.getByRole('radio', { name: words.lend.site }));
}

test('a deposit is left at the site of its session, and needs no day by which it is back', async () => {
  const device = await aDevice();
  const site = await aSite(device, 'Lincoln Field');
  const id = await anOpenSession(device, { site, place: '' });
  await lending(device, id, 'Book box');
  await expect.element(page.getByText(words.lend.siteHint)).toBeVisible();
  expect(page.getByText(words.lend.noSite).query()).toBeNull();
  await expectAccessible();
  await userEvent.fill(page.getByRole('dialog').getByLabelText(new RegExp(`^${words.lend.due}`)), '');
  await userEvent.click(page.getByRole('button', { name: words.lend.save, exact: true }));
  await expect.poll(async () => (await readSession(device.store, id))?.totals.handOuts).toEqual({ lent: 1 });
  expect((await loans(device.store)).map(({ open, values: { to, site, due } }) => ({ open, to, site, due }))).toEqual([
    { open: true, to: 'site', site, due: null },
  ]);
  await expect.element(page.getByRole('list', { name: words.log }).getByText(text.words.state.device).first()).toBeVisible();
});

test('a deposit is not lent where the session has no site yet, and says so', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  await lending(device, id, 'Book box');
  await expect.element(page.getByText(words.lend.noSite)).toBeVisible();
  expect(page.getByText(words.lend.siteHint).query()).toBeNull();
  await expect.element(page.getByRole('button', { name: words.lend.save, exact: true })).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible();
  // Enter in a field does not go around the button.
  await userEvent.click(page.getByRole('dialog').getByLabelText(words.form.count));
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('radio', { name: words.lend.person }));
  await expect.element(page.getByRole('button', { name: words.lend.save, exact: true })).not.toHaveAttribute('aria-disabled');
  expect(await loans(device.store)).toEqual([]);
});

test('what has a text or a file to show opens from its tile; other things do not', async () => {
  const device = await aDevice();
  const common = { barcode: null, archived: false, favorite: true } as const;
  const song = await done(
    device.act.changeResource(null, { ...common, title: 'Good-bye song', type: 'digital_resource', note: 'Good-bye, so long' }),
  );
  await done(device.act.changeResource(null, { ...common, title: 'Hotspot', type: 'device' }));
  const id = await anOpenSession(device);
  const screen = shown(device, <SessionAt id={id} tab="resources" />);
  const link = page.getByRole('link', { name: words.show('Good-bye song') });
  await expect.element(link).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.show('Hotspot') })).not.toBeInTheDocument();
  await expectAccessible();
  await userEvent.click(link);
  await expect.poll(screen.path).toBe(`/sessions/${id}/show/${song.id}`);
});

test('what is aboard is counted from within the session, on the vehicle that came to it, and nothing is handed out by that', async () => {
  const device = await aDevice();
  const [north, south] = [
    await done(device.act.changeOutlet(null, { name: 'North Bus', kind: 'bookmobile' })),
    await done(device.act.changeOutlet(null, { name: 'South Bus', kind: 'bookmobile' })),
  ];
  const counted = { ...countChange(north.id, { copies: 7, day: today }), ...countChange(null, { copies: 40, day: today }) };
  const { id: kit } = await done(device.act.changeResource(null, { title: 'Seed kit', type: 'kit', ...counted }));
  const id = await anOpenSession(device, { outlet: south.id });
  shown(device, <SessionAt id={id} tab="resources" />);
  await done(device.act.changeResource(null, { title: 'Reading log', type: 'handout', barcode: '30234000517861' }));
  await userEvent.click(page.getByRole('button', { name: words.countAboard }));
  await expect.element(page.getByRole('heading', { name: words.countAboard })).toHaveFocus();
  expect(page.getByRole('button', { name: new RegExp(words.verb.given) }).elements()).toEqual([]);
  await expectAccessible();
  // A code that is read is counted, not handed out; one that nobody knows is said.
  await userEvent.fill(page.getByLabelText(words.scan.label), '30234000517861');
  await userEvent.click(page.getByRole('button', { name: words.scan.use }));
  await expect.element(page.getByRole('dialog').getByText('Reading log')).toBeVisible();
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: text.shell.close }));
  await expect.element(page.getByLabelText(words.scan.label)).toHaveFocus();
  await userEvent.fill(page.getByLabelText(words.scan.label), '30234000999999');
  await userEvent.click(page.getByRole('button', { name: words.scan.use }));
  await expect.element(page.getByText(words.scan.unknown)).toBeVisible();
  await done(device.act.changeResource(null, { title: 'A film', type: 'digital_resource', barcode: '30234000517879' }));
  await userEvent.fill(page.getByLabelText(words.scan.label), '30234000517879');
  await userEvent.click(page.getByRole('button', { name: words.scan.use }));
  await expect.element(page.getByText(words.countNot)).toBeVisible();
  await userEvent.fill(page.getByLabelText(words.search), 'seed');
  await expect.element(page.getByRole('button', { name: /^Reading log/ })).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: /^Seed kit/ }));
  const { stock, vehicle } = text.resources;
  await expect.element(page.getByLabelText(vehicle)).toHaveValue(south.id);
  await userEvent.fill(page.getByLabelText(stock.number), '12');
  await userEvent.click(page.getByRole('checkbox', { name: /names no vehicle \(40\)/ }));
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: stock.save }));
  await expect.element(page.getByText(/South Bus: 12 aboard/)).toBeVisible();
  const saved = (await resources(device.store)).find(({ values }) => values.type === 'kit');
  expect(saved?.id).toBe(kit);
  const { values } = saved ?? { values: {} };
  const aboardSouth = countChange(south.id, { copies: 12, day: today });
  expect(values).toMatchObject({ ...countChange(north.id, { copies: 7, day: today }), ...aboardSouth, stock: null });
  expect((await readSession(device.store, id))?.totals.handOuts).toEqual({});
  await userEvent.click(page.getByRole('button', { name: words.countDone }));
  await expect.element(page.getByRole('button', { name: words.countAboard })).toHaveFocus();
  await expect.element(page.getByRole('button', { name: /^Seed kit.*give one/ })).toBeVisible();
});
