// Importing stops: looked at before anything is written, bad rows by line and reason, and the same file again changes nothing.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ChooseFile } from '../../../src/app/features/import/ChooseFile.tsx';
import { ImportStopsScreen } from '../../../src/app/features/import/ImportStopsScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { sites } from '../../../src/device/store/records.ts';
import { sessionsBetween } from '../../../src/device/store/sessions.ts';
import { anEnrolledDevice, aFramedScreen, done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { hold, refuseToKeep, shown } from '../app/a-field-day.tsx';
import { stored } from '../app/a-full-disk.ts';

const words = text.importing;
const header =
  'organisation,mobile,route,community,stop,address,postcode,geox,geoy,day,type,arrival,departure,frequency,start,end,exceptions,timetable';
const aRow = (stop: string, day = 'Tuesday', arrival = '10:00') =>
  `NMPL,Bus,A,,${stop},1 Main Street,33161,,,${day},Public,${arrival},11:00,FREQ=WEEKLY,2026-01-06,,,`;
const aFile = (...rows: readonly string[]) => new File([[header, ...rows].join('\r\n')], 'stops.csv', { type: 'text/csv' });

async function choose(file: File): Promise<void> {
  await userEvent.upload(page.getByLabelText(words.choose, { exact: true }).last(), file);
}

test('a file becomes sites and sessions, and a second import changes nothing', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <ImportStopsScreen />);
  await expect.element(page.getByText(words.columnsTitle)).toBeVisible();
  await expectAccessible();
  await choose(aFile(aRow('Maple Court'), aRow('École Toussaint', 'Thursday')));
  await expect.element(page.getByRole('button', { name: words.confirm(2, 12) })).toBeVisible();
  expect(await sites(device.store)).toEqual([]);
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.more }));
  await userEvent.click(page.getByRole('button', { name: words.confirm(2, 14) }));
  await expect.element(page.getByRole('heading', { level: 1, name: words.doneTitle })).toBeVisible();
  expect((await sites(device.store)).map((one) => one.values.name)).toEqual(['École Toussaint', 'Maple Court']);
  expect(await sessionsBetween(device.store, '2026-11-02', '2026-12-31')).toHaveLength(14);
  await expectAccessible();

  await userEvent.click(page.getByRole('button', { name: words.importAnother }));
  await choose(aFile(aRow('Maple Court'), aRow('École Toussaint', 'Thursday')));
  await expect.element(page.getByText(words.nothingNewTitle)).toBeVisible();
  expect(page.getByRole('button', { name: /^Import \d/ }).query()).toBeNull();
  await expectAccessible();
});

test('an import is taken back, and can be done again', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <ImportStopsScreen />);
  await choose(aFile(aRow('Maple Court')));
  await userEvent.click(page.getByRole('button', { name: words.confirm(1, 6) }));
  await userEvent.click(page.getByRole('button', { name: words.undo }));
  await expect.element(page.getByText(words.undone)).toBeVisible();
  await expectAccessible();
  const all = () => sessionsBetween(device.store, '2026-11-02', '2026-12-31');
  expect((await all()).map(({ values }) => values.status)).toEqual(Array(6).fill('canceled'));
  expect((await sites(device.store)).map(({ values }) => values.archived)).toEqual([true]);
  await userEvent.click(page.getByRole('button', { name: words.importAnother }));
  await choose(aFile(aRow('Maple Court')));
  await userEvent.click(page.getByRole('button', { name: words.confirm(1, 6) }));
  await expect.element(page.getByRole('heading', { level: 1, name: words.doneTitle })).toBeVisible();
  expect((await all()).map(({ values }) => values.status)).toEqual(Array(6).fill('planned'));
});

test('an import of another day is listed, and is taken back when somebody says so twice', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  const csv = await aFile(aRow('Maple Court')).text();
  const looked = await done(device.act.importStops(csv, { today: '2026-11-02', weeks: 6, outlet: null }));
  await done(looked.apply('stops.csv'));
  aFramedScreen(device, <ImportStopsScreen />);
  const back = page.getByRole('button', { name: words.last.takeBackOf('stops.csv') });
  await expect.element(page.getByText(words.last.meta('Nov 2, 9:00 AM', 7))).toBeVisible();
  await expectAccessible();
  await userEvent.click(back);
  await expect.element(page.getByRole('alertdialog', { name: words.last.askTitle('stops.csv') })).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.last.keep }).last());
  const all = () => sessionsBetween(device.store, '2026-11-02', '2026-12-31');
  expect((await all()).map(({ values }) => values.status)).toEqual(Array(6).fill('planned'));
  await userEvent.click(back);
  await userEvent.click(page.getByRole('button', { name: words.undo }));
  await expect.element(page.getByText(words.undone)).toBeVisible();
  await expect.element(back).not.toBeInTheDocument();
  await expect.element(page.getByRole('heading', { name: words.last.title })).toBeVisible();
  expect((await all()).map(({ values }) => values.status)).toEqual(Array(6).fill('canceled'));
  await expectAccessible();
});

test('the sessions are the only bookmobile’s, unless somebody says otherwise', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  const bus = await done(device.act.changeOutlet(null, { name: 'Bookmobile 1', kind: 'bookmobile' }));
  await done(device.act.changeOutlet(null, { name: 'Central Library', kind: 'branch' }));
  aFramedScreen(device, <ImportStopsScreen />);
  await choose(aFile(aRow('Maple Court')));
  await expect.element(page.getByLabelText(words.outlet)).toHaveValue(bus.id);
  await userEvent.click(page.getByRole('button', { name: words.confirm(1, 6) }));
  await expect.element(page.getByRole('heading', { level: 1, name: words.doneTitle })).toBeVisible();
  const planned = await sessionsBetween(device.store, '2026-11-02', '2026-12-31');
  expect(planned.map(({ values }) => values.outlet)).toEqual(Array(6).fill(bus.id));
});

test('a vehicle that the file names goes there; of the others it is said that they get the chosen one', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  const bus = await done(device.act.changeOutlet(null, { name: 'Étoile', kind: 'bookmobile' }));
  const van = await done(device.act.changeOutlet(null, { name: 'Van', kind: 'bookmobile' }));
  aFramedScreen(device, <ImportStopsScreen />);
  const file = () => aFile(aRow('Maple Court').replace(',Bus,', ',ETOILE,'), aRow('Oak Gardens', 'Thursday').replace(',Bus,', ',Tram,'));
  await choose(file());
  await expect.element(page.getByText(words.mobiles.matched('ETOILE', 'Étoile'))).toBeVisible();
  await expect.element(page.getByText(words.mobiles.none('Tram'))).toBeVisible();
  expect(page.getByText(words.mobiles.kept).query()).toBeNull();
  await userEvent.selectOptions(page.getByLabelText(words.outlet), van.id);
  await expect.element(page.getByText(words.mobiles.chosen('Tram', 'Van'))).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.confirm(2, 12) }));
  await expect.element(page.getByRole('heading', { level: 1, name: words.doneTitle })).toBeVisible();
  const planned = await sessionsBetween(device.store, '2026-11-02', '2026-12-31');
  expect(planned.map(({ values }) => values.outlet).toSorted()).toEqual([...Array(6).fill(bus.id), ...Array(6).fill(van.id)].toSorted());

  await userEvent.click(page.getByRole('button', { name: words.importAnother }));
  await choose(file());
  await expect.element(page.getByText(words.nothingNewTitle)).toBeVisible();
  await expect.element(page.getByText(words.mobiles.kept)).toBeVisible();
});

test('rows that cannot be used are told by line and reason and hold up no other', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <ImportStopsScreen />);
  await choose(
    aFile(aRow('Maple Court'), aRow('Bad day', 'Someday'), aRow('Bad time', 'Tuesday', '25:99'), aRow('Ends first', 'Tuesday', '12:00')),
  );
  await expect.element(page.getByRole('heading', { name: words.badRows(3) })).toBeVisible();
  await expect.element(page.getByRole('row', { name: `3 ${words.reasons.day()}` })).toBeVisible();
  await expect.element(page.getByRole('row', { name: `4 ${words.reasons.time('arrival')}` })).toBeVisible();
  await expect.element(page.getByRole('row', { name: `5 ${words.reasons['time-order']()}` })).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.confirm(1, 6) })).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.downloadBadRows })).toBeVisible();
  await expectAccessible();
});

test('a file that is no table, or lacks columns, says so and changes nothing', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <ImportStopsScreen />);
  await choose(new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 255, 254])], 'stops.xlsx'));
  await expect.element(page.getByText(text.problems['csv-unreadable'].happened)).toBeVisible();
  await expectAccessible();
  await choose(new File(['name,where\nMaple,here'], 'other.csv'));
  await expect.element(page.getByText(text.problems['csv-columns-missing'].happened)).toBeVisible();
  await expect.element(page.getByText(/This file lacks: .*arrival/)).toBeVisible();
  await expectAccessible();
  expect(await sites(device.store)).toEqual([]);
});

test('a file of more than 20 MB is refused unread, whether chosen or dropped; one of 20 MB is taken', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  const taken: string[] = [];
  aFramedScreen(
    device,
    <>
      <h1>{words.title}</h1>
      <ChooseFile chosen={undefined} words={words} accept=".csv" onChoose={({ name }) => taken.push(name)} />
    </>,
  );
  const most = 20_000_000;
  const tooLarge = page.getByText(words.tooLarge(text.formatting.bytes(most)));
  const input = page.getByLabelText(words.choose, { exact: true }).last();
  const given = (name: string, bytes: number) => {
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(bytes)], name));
    return files;
  };
  const chosen = (name: string, bytes: number) => {
    Object.assign(input.element(), { files: given(name, bytes).files });
    input.element().dispatchEvent(new Event('change', { bubbles: true }));
  };
  const dropped = (name: string, bytes: number) =>
    input.element().dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: given(name, bytes) }));

  for (const give of [chosen, dropped]) {
    give('film.mp4', most + 1);
    await expect.element(tooLarge).toBeVisible();
    expect(taken).toEqual([]);
  }
  await expectAccessible();
  for (const give of [chosen, dropped]) {
    give('stops.csv', most);
    await expect.element(tooLarge).not.toBeInTheDocument();
  }
  expect(taken).toEqual(['stops.csv', 'stops.csv']);
});

test('a number of weeks that cannot be is said at its field, and nothing can be imported with it', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <ImportStopsScreen />);
  await choose(aFile(aRow('Maple Court')));
  await userEvent.fill(page.getByLabelText(words.weeks), '99');
  await expect.element(page.getByText(words.weeksMissing)).toBeVisible();
  expect(page.getByRole('button', { name: /^Import \d/ }).query()).toBeNull();
  await expectAccessible();
});

test('who leaves is asked while nothing is written, not while it is being written, and not when all is saved', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  const screen = shown(device, <ImportStopsScreen />, '/settings/import-stops');
  const back = page.getByRole('main').getByRole('link', { name: text.settings.title });
  await choose(aFile(aRow('Maple Court')));
  await expect.element(page.getByRole('button', { name: words.confirm(1, 6) })).toBeVisible();
  await userEvent.click(back);
  await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: text.unsaved.stay }).last());
  await userEvent.click(page.getByRole('button', { name: words.confirm(1, 6) }));
  await userEvent.click(page.getByRole('link', { name: words.seeSessions }));
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
  await expect.poll(screen.path).toBe('/sessions');

  await userEvent.click(page.getByRole('button', { name: words.importAnother }));
  await choose(aFile(aRow('Oak Gardens')));
  await expect.element(page.getByRole('button', { name: words.confirm(1, 6) })).toBeVisible();
  await hold(device);
  await userEvent.click(page.getByRole('button', { name: words.confirm(1, 6) }));
  await expect.element(page.getByText(words.leave)).toBeVisible();
  await userEvent.click(back);
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
  await expect.poll(screen.path).toBe('/settings');
});

test('a timetable that cannot be kept whole is not there at all, and says so', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <ImportStopsScreen />);
  const before = await stored(device);
  const mend = refuseToKeep('Stop 205');
  await choose(aFile(...Array.from({ length: 210 }, (_, at) => aRow(`Stop ${at + 1}`))));
  await userEvent.fill(page.getByLabelText(words.weeks), '1');
  await userEvent.click(page.getByRole('button', { name: words.confirm(210, 210) }));
  await expect.element(page.getByText(text.problems['storage-unavailable'].safe, { exact: false })).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.undo })).not.toBeInTheDocument();
  expect(await stored(device)).toEqual(before);
  mend();
  await userEvent.click(page.getByRole('button', { name: words.confirm(210, 210) }));
  await expect.element(page.getByRole('heading', { level: 1, name: words.doneTitle })).toBeVisible();
  expect(await sites(device.store)).toHaveLength(210);
});

test('one too long to be whole is finished by the same button where writing failed, as it was looked at', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <ImportStopsScreen />);
  await choose(aFile(...Array.from({ length: 1_010 }, (_, at) => aRow(`Stop ${at + 1}`))));
  await userEvent.fill(page.getByLabelText(words.weeks), '1');
  const mend = refuseToKeep('Stop 1005');
  await userEvent.click(page.getByRole('button', { name: words.confirm(1_010, 1_010) }));
  await expect.element(page.getByRole('button', { name: words.undo })).toBeVisible();
  expect(await sites(device.store)).toHaveLength(1_000);
  expect(page.getByLabelText(words.weeks).elements()).toEqual([]);
  await expectAccessible();
  mend();
  await userEvent.click(page.getByRole('button', { name: words.confirm(1_010, 1_010) }));
  await expect.element(page.getByRole('heading', { level: 1, name: words.doneTitle })).toBeVisible();
  expect(await sites(device.store)).toHaveLength(1_010);
  expect(await sessionsBetween(device.store, '2026-11-02', '2026-12-31')).toHaveLength(1_010);
});

test('dates as a spreadsheet writes them are read, and how is said', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <ImportStopsScreen />);
  await choose(aFile(aRow('Maple Court').replace('2026-01-06', '9/12/2019')));
  await expect.element(page.getByText(words.datesAssumed('9/12/2019', text.formatting.dayWithYear('2019-09-12')))).toBeVisible();
  await expectAccessible();
  await choose(aFile(aRow('Maple Court').replace('2026-01-06', '9/12/2019'), aRow('Oak Gardens').replace('2026-01-06', '25/9/2019')));
  await expect.element(page.getByText(words.dates('9/12/2019', text.formatting.dayWithYear('2019-12-09')))).toBeVisible();
});
