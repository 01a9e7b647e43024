// A tablet whose battery was flat wakes in 1970, and jumps to 2099 while it is being used: nothing is refused, nothing is lost, and what it
// began is found on its own day.

import { expect, type Page, test } from '@playwright/test';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { aField, allDelivered, countTo, openSession, savedAs } from './support/a-field.ts';

test('a clock in 1970, and then in 2099, loses and refuses nothing', async () => {
  const field = await aField();
  const { network, session, library } = field;
  try {
    await field.server.stop('kill');
    await field
      .page()
      .context()
      .addInitScript(lyingClock, Date.UTC(1970, 0, 1, 0, 5));
    const page = await reopened(field.page(), network.url);
    expect(await page.evaluate(() => new Date().getUTCFullYear())).toBe(1970);
    await expect(page.getByRole('link', { name: /Maple Court/ }).first()).toBeVisible();

    await openSession(page, network.url, session);
    await countTo(page, 2);
    await takeSignUp(page);
    await page.goto(`${network.url}/sessions/new`);
    await page.getByLabel(text.sessionSteps.fresh.placeName).fill('Night Market');
    await page.getByRole('button', { name: text.sessionSteps.fresh.startAt('Night Market') }).click();
    await expect(page.getByRole('button', { name: text.attendance.addMany })).toBeVisible();
    await countTo(page, 1);
    const market = /sessions\/([^/]+)/.exec(page.url())?.[1] ?? '';

    await openSession(page, network.url, session);
    await savedAs(page, 2);
    await jumpTo(page, Date.UTC(2099, 11, 31, 23, 50));
    await countTo(page, 4);
    await page.getByRole('link', { name: text.sessions.finish }).click();
    await page
      .getByRole('button', { name: new RegExp(`${text.sessionSteps.finish.confirm}|${text.sessionSteps.finish.confirmOdd}`) })
      .click();
    await expect(page.getByRole('button', { name: text.sessions.reopen })).toBeVisible();

    await field.server.start();
    await jumpTo(page, Date.UTC(1970, 0, 1, 1, 0));
    await allDelivered(page, network.url);
    expect(field.onServer()).toMatchObject({ heads: 4, held: 0 });
    expect(field.onServer(market)).toMatchObject({ heads: 1, date: library.today });
    // What is begun after the server has been heard is of the right day as well, wherever the clock has gone.
    await page.goto(network.url);
    await expect(page.getByRole('link', { name: /Night Market/ }).first()).toBeVisible();
  } finally {
    await field.close();
  }
});

async function reopened(page: Page, url: string): Promise<Page> {
  await page.goto(url);
  await expect(page.getByRole('heading', { level: 1, name: text.today.title })).toBeVisible();
  return page;
}

/** A library card asks for a date of birth, which is not to be taken for one in the future. */
async function takeSignUp(page: Page): Promise<void> {
  const words = text.signUps.form;
  await page.getByRole('link', { name: text.sessions.tabs.signUps }).click();
  await page.getByRole('link', { name: text.signUps.add }).click();
  await page.getByRole('checkbox', { name: text.words.signUpKind.card, exact: true }).check();
  await page.getByLabel(words.name, { exact: true }).fill('A made-up grown-up');
  await page.getByLabel(words.address, { exact: true }).fill('12 Maple Court');
  await page.getByLabel(words.birthDate, { exact: true }).fill('3/14/1985');
  await page.getByRole('checkbox', { name: text.signUps.consent.person }).check();
  await page.getByRole('button', { name: words.save, exact: true }).click();
  await expect(page.getByRole('main').getByRole('link', { name: new RegExp(text.words.signUpKind.card) })).toBeVisible();
}

/** Runs in the page before the app: its clock begins at `start` and goes on from there; `clockTo` sets it. */
function lyingClock(start: number): void {
  const RealDate = Date;
  const state = { by: Number(sessionStorage.getItem('clock') ?? start - RealDate.now()) };
  const now = () => RealDate.now() + state.by;
  const keep = (by: number) => {
    state.by = by;
    sessionStorage.setItem('clock', String(by));
  };
  keep(state.by);
  addEventListener('clock', (event) => keep(Number(event instanceof CustomEvent ? event.detail : 0) - RealDate.now()));
  window.Date = new Proxy(RealDate, {
    construct: (target, given) => (given.length === 0 ? new target(now()) : Reflect.construct(target, given)),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}

async function jumpTo(page: Page, at: number): Promise<void> {
  await page.evaluate((to) => dispatchEvent(new CustomEvent('clock', { detail: to })), at);
}
