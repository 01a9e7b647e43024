// A tablet whose browser is killed again and again on one profile: the built app on a real store, watched from outside.

import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { paths } from '../../src/protocol/paths.ts';
import type { Stage } from '../bench/stage.ts';
import { type LifePlan, lifePlan } from './acts.ts';
import { createGhost, type Ghost } from './ghost.ts';
import { killGroup, processOf } from './kill.ts';
import type { Found, Told } from './page/torture-page.ts';

export interface UnderTorture {
  readonly ghost: Ghost;
  /** One life: started on the profile, looked through, busy until it is killed. */
  readonly live: (next: () => number, mark: string) => Promise<Death>;
  /** Started once more; when everything is delivered, what lies there. */
  readonly rest: () => Promise<Found>;
}

export interface Death {
  readonly moment: LifePlan['moment']['at'];
  /** A push was on its way to the server or back. */
  readonly delivering: boolean;
  /** An act had begun and not been answered. */
  readonly saving: boolean;
}

export interface Setting {
  readonly stage: Stage;
  readonly url: string;
  readonly date: string;
  /** Counted in on its screen by this tablet alone, and where its acts happen. */
  readonly screen: string;
  readonly sessions: readonly string[];
}

const band = text.words.bandName['6-11'];
const words = { saved: text.attendance.saved, addOne: text.attendance.addOne(band), takeBackOne: text.attendance.takeBackOne(band) };

/** Nobody is waited for longer than this for the moment of the kill to come. */
const longestLife = 2_500;

export async function createUnderTorture(setting: Setting, code: string): Promise<UnderTorture> {
  const { stage, url, screen } = setting;
  const profile = stage.folder();
  const ghost = createGhost(screen);
  const hearing: { hear: (told: Told) => void } = { hear: () => undefined };

  async function start(): Promise<Started> {
    const context = await stage.browser({ profile });
    const leader = await processOf(context);
    await context.exposeFunction('tell', (told: Told) => hearing.hear(told));
    const page = context.pages()[0] ?? (await context.newPage());
    return { context, leader, page };
  }

  /** The app, and beside it what acts and looks. */
  async function open(page: Page): Promise<void> {
    await page.goto(`${url}/sessions/${screen}`, { waitUntil: 'commit' });
    await page.evaluate((address) => import(address), '/torture-page.js');
  }

  async function live(next: () => number, mark: string): Promise<Death> {
    const plan = lifePlan(next, { sessions: setting.sessions, date: setting.date, undoable: ghost.undoable, mark });
    const { leader, page } = await start();
    const { moment } = plan;
    const state = { delivering: 0, pushes: 0, saving: false, heard: true, reached: () => {} };
    const reached = new Promise<void>((resolve) => {
      state.reached = resolve;
    });
    hearing.hear = (told) => {
      if (!state.heard) return;
      ghost.hear(told);
      if (told.said === 'begun' || told.said === 'saved') state.saving = told.said === 'begun';
      if (moment.at === 'save' && told.said === 'begun' && told.act === moment.nth) state.reached();
    };
    if (moment.at === 'start') {
      void page.goto(`${url}/sessions/${screen}`).catch(() => undefined); // it is killed on its way
    } else {
      await open(page);
      ghost.check(await look(page));
      ghost.begin(plan);
      page.on('request', (request) => {
        if (!request.url().endsWith(paths.push)) return;
        if (moment.at === 'delivery' && state.pushes === moment.nth) state.reached();
        state.delivering += 1;
        state.pushes += 1;
      });
      const over = () => (state.delivering = Math.max(0, state.delivering - 1));
      page.on('requestfinished', (request) => request.url().endsWith(paths.push) && over());
      page.on('requestfailed', (request) => request.url().endsWith(paths.push) && over());
      await page.evaluate(([acts, taps, said]) => window.torture.begin(acts, taps, said), [plan.acts, plan.taps, words] as const);
    }
    if (moment.at === 'save' || moment.at === 'delivery') await Promise.race([reached, delay(longestLife)]);
    await delay(moment.ms);
    const death = { moment: moment.at, delivering: state.delivering > 0, saving: state.saving };
    await killGroup(leader);
    // What it had said before is heard; the connection to it has ended by now or never brings more.
    await delay(0);
    state.heard = false;
    return death;
  }

  async function look(page: Page, after = ghost.seen()): Promise<Found> {
    const found = await page.evaluate((order) => window.torture.look(order), after);
    if (found !== null) return found;
    const kept = mkdtempSync(join(tmpdir(), 'wayside-torture-lost-'));
    cpSync(profile, kept, { recursive: true });
    const [databases, cookies] = [await page.evaluate(() => indexedDB.databases()), await page.context().cookies()];
    const what = JSON.stringify({ databases, cookies: cookies.length, kept });
    ghost.lost.push(`the browser has lost its store of ${ghost.known.size} facts: ${what}`);
    throw new Error('the browser has lost its store');
  }

  async function rest(): Promise<Found> {
    const { context, page } = await start();
    await open(page);
    ghost.check(await look(page));
    await page.evaluate(() => window.torture.deliver());
    const found = await look(page);
    ghost.check(found);
    const all = await look(page, -1);
    for (const [id, { hash }] of ghost.known) {
      if (all.rows.find((row) => row.id === id)?.hash !== hash) ghost.lost.push(`${id} is not as it was`);
    }
    await context.close();
    return all;
  }

  const { context, page } = await start();
  await page.goto(url);
  await page.evaluate((address) => import(address), '/torture-page.js');
  await page.evaluate((typed) => window.torture.enroll(typed), code);
  await page.evaluate(() => window.torture.deliver());
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  ghost.check(await look(page));
  await context.close();
  return { ghost, live, rest };
}

interface Started {
  readonly context: BrowserContext;
  readonly leader: number;
  readonly page: Page;
}
