// The session screen, which is the whole day's work, in each language, each theme, and four times as large (WCAG 1.4.10: a window of 320 by
// 256): nothing is cut off or wider than the screen, and the checks of WCAG 2.2 AA find nothing. In pairs; all of them together with
// VITE_ALL_LOOKS=1 (CONTRIBUTING.md).

import { render } from 'preact';
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { App } from '../../src/app/App.tsx';
import { routes } from '../../src/app/routes.ts';
import { enUS } from '../../src/app/text/en-US.ts';
import { languages } from '../../src/domain/shapes.ts';
import { usualTemplate } from '../../src/domain/templates.ts';
import { aContext, anEnrolledDevice, done, now } from './a-screen.tsx';
import { accessibilityFaults } from './accessibility.ts';
import { anOpenSession, aSealingKey } from './app/a-field-day.tsx';
import { allLooks, drawn, misfits, wholeText } from './looks.ts';
import { aPage, seenAt, wearTheme } from './page.ts';

test.each([
  { language: 'en-US', theme: 'dark', width: 820, height: 1_180 },
  { language: 'es-US', theme: 'sunlight', width: 360, height: 740 },
  { language: 'ht', theme: 'light', width: 320, height: 256 },
  { language: 'en-US', theme: 'sunlight', width: 320, height: 256 },
  ...allLooks.map(({ language, theme, size: [width, height] }) => ({ language, theme, width, height })),
] as const)('in $language, $theme, $width by $height', async ({ language, theme, width, height }) => {
  const { device } = await anEnrolledDevice('coordinator');
  await aSealingKey(device);
  const workshop = { template: 'storytime', checklist: usualTemplate('storytime').checklist, asksSurvey: true };
  const session = await anOpenSession(device, { place: 'North Miami Senior Center at Sixth Avenue', ...workshop });
  const { act } = device;
  await done(act.count(session, '6-11', 12, 'many'));
  const contact = { name: 'Wideline Jean-Baptiste', phone: '(305) 555-0142', email: '', address: '', note: '' };
  const consent = { given: true, wording: 'en-US/2026-11', by: 'caregiver' } as const;
  const nothingElse = { birthDate: null, guardian: null, cardNumber: '' };
  await done(
    act.takeSignUp(session, {
      ...{ for: 'newsletter', program: null, language: 'ht', ageBand: '6-11' },
      ...{ consent, contact: { ...contact, ...nothingElse } },
    }),
  );
  await done(act.handOut(session, 'given', { resource: null, title: 'Bookmarks', count: 3, barcode: null }));
  await done(act.answerSurvey(session, { wording: 'own/1', agreement: { knowledge: 5 }, way: 'paper', words: { liked: 'The books' } }));
  const text = language === 'en-US' ? enUS : await wholeText(language);
  wearTheme(theme);
  await seenAt(width, height);
  const before = location.href;
  onTestFinished(() => history.replaceState(null, '', before));
  const { root } = aPage(null);
  const wrong: string[] = [];
  const addresses = [
    routes.session(session),
    routes.session(session, 'roster'),
    routes.session(session, 'sign-ups'),
    routes.session(session, 'resources'),
    routes.session(session, 'checklist'),
    routes.session(session, 'survey'),
    routes.session(session, 'notes'),
    routes.newSignUp(session),
    routes.finishSession(session),
  ];
  for (const address of addresses) {
    history.replaceState(null, '', address);
    const context = aContext(device, text);
    await context.language.begun;
    render(<App context={context} />, root);
    await drawn(root);
    const found = [...misfits(root)];
    // As tall as nothing lies half under the bar: the check would call what is covered too small to tap.
    if (height > 256) await page.viewport(width, 2_400);
    found.push(...(await accessibilityFaults()));
    await page.viewport(width, height);
    wrong.push(...found.map((fault) => `${address} ${fault}`));
    render(null, root);
  }
  expect(wrong).toEqual([]);
});

test.each(languages)(
  'on a phone in %s, tabs are two even rows of different words, and what is undone has two lines at most',
  async (language) => {
    const { device } = await anEnrolledDevice('coordinator');
    // It is noon there: the longest time of day.
    await done(device.act.changeLibrary({ timeZone: 'America/Noronha' }));
    const session = await anOpenSession(device, { asksSurvey: true });
    await done(device.act.count(session, '19+', 120, 'many'));
    const text = language === 'en-US' ? enUS : await wholeText(language);
    await seenAt(360, 740);
    const before = location.href;
    onTestFinished(() => history.replaceState(null, '', before));
    const { root } = aPage(null);
    onTestFinished(() => render(null, root));
    const show = async (address: string) => {
      history.replaceState(null, '', address);
      const context = aContext(device, text);
      await context.language.begun;
      render(<App context={context} />, root);
      await drawn(root);
    };

    await show(routes.session(session, 'checklist'));
    const tabs = page.getByRole('navigation', { name: text.sessions.tabs.label }).getByRole('link').elements();
    expect(tabs).toHaveLength(7);
    expect(new Set(tabs.map((tab) => tab.firstElementChild?.textContent)).size).toBe(7);
    const boxes = tabs.map((tab) => tab.getBoundingClientRect());
    expect(boxes.filter(({ width, height }) => width < 48 || height < 48)).toEqual([]);
    const perRow = [...Map.groupBy(boxes, ({ top }) => Math.round(top)).values()].map((row) => row.length);
    expect([
      [4, 3],
      [3, 4],
    ]).toContainEqual(perRow);
    render(null, root);

    await show(routes.session(session));
    const label = text.attendance.undo(
      120,
      text.words.bandName['19+'],
      text.formatting.clock(new Date(now).toISOString(), 'America/Noronha'),
    );
    const words = (await page.getByRole('button', { name: label }).findElement()).lastElementChild;
    expect(words?.getClientRects()).toHaveLength(1);
    const lines = (words?.getBoundingClientRect().height ?? 0) / Number.parseFloat(getComputedStyle(words ?? root).lineHeight);
    expect(Math.round(lines)).toBeLessThanOrEqual(2);
  },
);
