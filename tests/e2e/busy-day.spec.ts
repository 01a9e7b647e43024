// One busy day of a bookmobile, all of it without a network: six stops of its timetable, two tablets, 433 visitors, 353 hand-outs and 150
// sign-ups. Then everything is delivered, and every total is the same on both tablets, on the desktop and in the server's own export.
// `npm test` makes a short stop at the first only; the whole day takes minutes of typing.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { addMany, allDelivered, finish, handOut, openSession, startPlanned } from './support/field.ts';
import { aServer, type TestServer } from './support/server.ts';
import { enroll, inviteDevice, setUpLibrary } from './support/steps.ts';
import { aTablet } from './support/tablet.ts';

/** What one tablet does at a stop. */
interface Work {
  readonly heads: readonly (readonly ['6-11' | '12-18', number])[];
  readonly given: number;
  readonly signUps: number;
}

interface Stop {
  readonly name: string;
  readonly first: Work;
  readonly second: Work;
}

const work = (children: number, teens: number, given: number, signUps: number): Work => ({
  heads: [
    ['6-11', children],
    ['12-18', teens],
  ],
  given,
  signUps,
});

const stops: readonly Stop[] = [
  { name: 'Lemon City Landing', first: work(40, 8, 31, 13), second: work(22, 5, 26, 12) },
  { name: 'Casa Ñandutí', first: work(31, 6, 28, 12), second: work(27, 4, 24, 13) },
  { name: 'Ridge Road Market', first: work(52, 19, 47, 13), second: work(38, 11, 33, 12) },
  { name: 'Sunkist Grove', first: work(18, 3, 17, 12), second: work(12, 2, 14, 13) },
  { name: 'Clinique Espwa', first: work(26, 7, 29, 13), second: work(21, 3, 22, 12) },
  { name: 'Oleta Park Gate', first: work(33, 12, 45, 12), second: work(27, 6, 37, 13) },
];

/** As at the first stop, with less of everything. */
const short: Stop = { name: 'Lemon City Landing', first: work(14, 3, 11, 4), second: work(9, 2, 8, 3) };

const headsOf = ({ heads }: Work) => heads.reduce((sum, [, count]) => sum + count, 0);
const total = (of: (work: Work) => number) => stops.reduce((sum, { first, second }) => sum + of(first) + of(second), 0);

test('a busy day, a short first stop: every total is the same everywhere', async () => {
  await busyDay([short]);
});

test('a busy day of six stops without a network: every total is the same everywhere', { tag: '@long' }, async () => {
  test.setTimeout(900_000);
  expect([total(headsOf), total(({ given }) => given), total(({ signUps }) => signUps)]).toEqual([433, 353, 150]);
  await busyDay(stops);
});

async function busyDay(today: readonly Stop[]): Promise<void> {
  const server = await aServer();
  const [desktop, first, second] = await Promise.all([aTablet('desktop'), aTablet('phone'), aTablet('landscape')]);
  try {
    const page = await desktop.open(server.url);
    await setUpLibrary(page, server.url);
    await importTimetable(page, server.url);
    for (const [tablet, name] of [
      [first, 'Tablet 2'],
      [second, 'Tablet 3'],
    ] as const)
      await enroll(await tablet.open(server.url), server.url, await inviteDevice(page, server.url), name);

    await server.stop('kill');
    const [one, two] = await Promise.all([first.restart(server.url), second.restart(server.url)]);
    await Promise.all([
      driveRoute(one, server.url, today, ({ first: mine }) => mine),
      driveRoute(two, server.url, today, ({ second: mine }) => mine),
    ]);
    // Somebody finishes when both have packed up.
    for (const { name } of today) {
      await openSession(one, server.url, name);
      await finish(one);
    }

    await server.start();
    await Promise.all([one, two].map((tablet) => allDelivered(tablet, server.url)));
    for (const tablet of [page, one, two]) await sameTotals(tablet, server.url, today);
    exported(server, today);
  } finally {
    await Promise.all([desktop.close(), first.close(), second.close(), server.stop()]);
  }
}

async function importTimetable(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/settings/import-stops`);
  await page.locator('input[type=file]').setInputFiles(fileURLToPath(new URL('./fixtures/busy-day.csv', import.meta.url)));
  await page.getByRole('button', { name: /^Import 6 sites/ }).click();
  await expect(page.getByRole('heading', { name: text.importing.doneTitle })).toBeVisible({ timeout: 60_000 });
}

async function driveRoute(page: Page, url: string, today: readonly Stop[], mine: (stop: Stop) => Work): Promise<void> {
  for (const stop of today) {
    const { heads, given, signUps } = mine(stop);
    await page.goto(`${url}/`);
    await startPlanned(page, stop.name);
    for (const [band, count] of heads) await addMany(page, band, count);
    await page.getByRole('link', { name: text.sessions.tabs.handOuts }).click();
    await handOut(page, 'given', 'Bookmarks', given);
    await takeNewsletters(page, stop.name, signUps);
  }
}

async function takeNewsletters(page: Page, stop: string, count: number): Promise<void> {
  const words = text.signUps.form;
  await page.getByRole('link', { name: text.sessions.tabs.signUps }).click();
  await page.getByRole('link', { name: text.signUps.add }).click();
  for (let at = 1; at <= count; at += 1) {
    await page.getByRole('checkbox', { name: text.words.signUpKind.newsletter, exact: true }).check();
    await page.getByLabel(words.name, { exact: true }).fill(`Visitor ${at} of ${stop}`);
    await page.getByLabel(words.phone, { exact: true }).fill(`305 555 ${String(1_000 + at)}`);
    await page.getByRole('checkbox', { name: text.signUps.consent.person }).check();
    await page.getByRole('button', { name: words.saveAnother, exact: true }).click();
    // The next form is empty: what was typed is saved, and not before.
    await expect(page.getByLabel(words.name, { exact: true })).toHaveValue('');
  }
}

/** The figures of each session's own file, saved on this device. */
async function sameTotals(page: Page, url: string, today: readonly Stop[]): Promise<void> {
  for (const stop of today) {
    await openSession(page, url, stop.name);
    // The other tablet's part comes by itself.
    await expect(page.getByText(text.attendance.totalFor(headsOf(stop.first) + headsOf(stop.second))).first()).toBeAttached({
      timeout: 60_000,
    });
    await page.getByRole('button', { name: text.sessions.more }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: text.sessions.download }).click(),
    ]);
    const rows = rowsOf(readFileSync(await download.path(), 'utf8'));
    const value = (of: string, what: string) => rows.find(({ section, name }) => section === of && name === what)?.['value'];
    expect({
      attendance: value('attendance', 'total'),
      attendance_6_11: value('attendance_by_band', '6-11'),
      attendance_12_18: value('attendance_by_band', '12-18'),
      resources_given: value('hand_outs', 'given'),
      newsletter_signups: value('sign_ups', 'newsletter'),
    }).toEqual(figuresOf(stop));
    const shares = rows.flatMap(({ section, name, value: heads }) => (section === 'attendance_by_device' ? [[name, heads]] : []));
    expect(shares).toEqual([
      ['Tablet 2', String(headsOf(stop.first))],
      ['Tablet 3', String(headsOf(stop.second))],
    ]);
  }
}

/** The library's own file of all sessions, read from the server. */
function exported(server: TestServer, today: readonly Stop[]): void {
  const csv = execFileSync(process.execPath, ['src/server/commands/wayside.ts', 'export'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, DATA_DIR: server.dataDir, DATABASE_URL: '' },
    encoding: 'utf8',
  });
  const closed = rowsOf(csv).filter((row) => row['status'] === 'closed');
  expect(closed).toHaveLength(today.length);
  for (const stop of today) expect(closed.find(({ site }) => site?.includes(stop.name))).toMatchObject(figuresOf(stop));
  expect(csv).not.toContain('Visitor 1 of');
}

function figuresOf({ first, second }: Stop): Readonly<Record<string, string>> {
  const inBand = (band: string) =>
    [first, second].flatMap(({ heads }) => heads).reduce((sum, [of, count]) => sum + (of === band ? count : 0), 0);
  return {
    attendance: String(headsOf(first) + headsOf(second)),
    attendance_6_11: String(inBand('6-11')),
    attendance_12_18: String(inBand('12-18')),
    resources_given: String(first.given + second.given),
    newsletter_signups: String(first.signUps + second.signUps),
  };
}

function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
}
