// A story that begins in the field: a server, a network that can be spoiled, a library with one open session of today, and an enrolled tablet
// that stands on its screen.

import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import * as v from 'valibot';
import type { SessionFields } from '../../../src/domain/session.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { aReadyLibrary, type ReadyLibrary } from '../../support/library.ts';
import { aNetwork, type Network } from './network.ts';
import { aServer, type TestServer } from './server.ts';
import { enroll } from './steps.ts';
import { aTablet, type Tablet } from './tablet.ts';

export interface Field {
  readonly server: TestServer;
  readonly network: Network;
  readonly library: ReadyLibrary;
  readonly session: string;
  readonly tablet: Tablet;
  readonly page: () => Page;
  /** What the library's reporting tools read on the server of a session, the open one when not said. */
  readonly onServer: (session?: string) => OnServer;
  readonly close: () => Promise<void>;
}

export interface OnServer {
  readonly date: string;
  readonly heads: number;
  readonly handOuts: number;
  readonly signUps: number;
  readonly notes: string;
  /** Records held aside, of all sessions. */
  readonly held: number;
}

export async function aField(fields: Partial<SessionFields> = {}): Promise<Field> {
  const server = await aServer();
  const network = await aNetwork(server.url);
  const library = await aReadyLibrary(server.url, Date.now() % 2 ** 31);
  const session = await library.openSession('MARKETSQARE0', fields);
  const tablet = await aTablet('tablet');
  const page = await tablet.open(network.url);
  await enroll(page, network.url, await library.invite(), 'Tablet 1');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return {
    server,
    network,
    library,
    session,
    tablet,
    page: tablet.page,
    onServer: (of = session) => readTables(server, of),
    close: async () => {
      await tablet.close();
      await network.close();
      await server.stop();
    },
  };
}

const row = v.object({ date: v.string(), heads: v.number(), handOuts: v.number(), signUps: v.number(), notes: v.string() });

function readTables(server: TestServer, session: string): OnServer {
  const database = new Database(join(server.dataDir, 'wayside.db'), { readonly: true });
  const columns = 'date, attendance as heads, hand_outs as handOuts, sign_ups as signUps, notes';
  const read = v.parse(row, database.prepare(`select ${columns} from outreach_sessions where session = ?`).get(session));
  const held = v.parse(v.number(), database.prepare('select count(*) from held').pluck().get());
  database.close();
  return { ...read, held };
}

/** The session's screen, ready to be counted in. */
export async function openSession(page: Page, url: string, session: string): Promise<void> {
  await page.goto(`${url}/sessions/${session}`);
  await expect(page.getByRole('button', { name: text.attendance.addMany })).toBeVisible();
}

const lead = /add one$/;

/** Taps until the screen says that so many are counted and saved. */
export async function countTo(page: Page, total: number): Promise<void> {
  const before = Number(
    await page
      .getByText(shown)
      .first()
      .innerText()
      .then((said) => /\d+/.exec(said)?.[0] ?? '0'),
  );
  for (let at = before; at < total; at++) await page.getByRole('button', { name: lead }).first().click();
  await savedAs(page, total);
}

const shown = /^\d+ (?:person|people) counted$/;

/** The screen says that so many are counted, and that they are saved. */
export async function savedAs(page: Page, total: number): Promise<void> {
  await expect(page.getByText(text.attendance.totalFor(total), { exact: true }).first()).toBeAttached();
  if (total > 0) await expect(page.getByText(text.attendance.saved, { exact: true }).first()).toBeVisible();
}

/** Delivery says that everything is on the server. */
export async function allDelivered(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/delivery`);
  await page.getByRole('button', { name: text.delivery.now }).click();
  await expect(page.getByRole('region', { name: text.delivery.answer.all })).toBeVisible();
}
