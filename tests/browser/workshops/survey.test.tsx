// How it was: asked at the kiosk, one question a screen and each to be skipped; read by staff, in figures that name nobody.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SessionAt } from '../../../src/app/SessionAt.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { loadText } from '../../../src/app/text/text.ts';
import { session as readSession } from '../../../src/device/store/sessions.ts';
import { surveyAnswersOf } from '../../../src/device/store/survey.ts';
import { usualTemplate } from '../../../src/domain/templates.ts';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, anOpenSession, shown } from '../app/a-field-day.tsx';
import { done } from '../a-screen.tsx';
import { anArmedKiosk, shownKiosk } from '../kiosk/a-kiosk.tsx';

const words = text.workshops;

beforeEach(() => page.viewport(360, 740));

const asked = (title: string) => expect.element(page.getByRole('heading', { level: 1, name: title, exact: true })).toHaveFocus();
/** What fields hold is not in the markup. */
const onScreen = () =>
  [
    document.body.outerHTML,
    ...[...document.querySelectorAll('input, textarea, select')].map((field) => ('value' in field ? field.value : '')),
  ].join('\n');
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));

test('on a phone, in the language with the longest words, signing up stands first and the way back needs one row', async () => {
  const { text: spanish, whole } = await loadText('es-US');
  await whole();
  const kiosk = await anArmedKiosk({ asksSurvey: true });
  await shownKiosk(kiosk);
  await userEvent.click(page.getByRole('button', { name: /Español/ }));
  await asked(spanish.workshops.kiosk.door);
  const box = (name: string) => page.getByRole('button', { name, exact: true }).element().getBoundingClientRect();
  expect(box(spanish.workshops.kiosk.signUp).bottom).toBeLessThanOrEqual(box(spanish.workshops.kiosk.tell).top);
  await press(spanish.workshops.kiosk.signUp);
  await page.getByRole('button', { name: spanish.kiosk.startOver }).findElement();
  expect(box(spanish.kiosk.back).top).toBe(box(spanish.kiosk.startOver).top);
  await expectAccessible();
});

test('a visitor says how it was, skips what they like, and leaves nothing behind', async () => {
  const kiosk = await anArmedKiosk({ asksSurvey: true });
  await shownKiosk(kiosk);
  await userEvent.click(page.getByRole('button', { name: /English/ }));
  await asked(words.kiosk.door);
  await expectAccessible();
  await press(words.kiosk.tell);
  await asked(words.ours.statements.knowledge);
  await press(text.kiosk.next);
  await expect.element(page.getByText(words.kiosk.choose)).toBeVisible();
  await userEvent.click(page.getByRole('radio', { name: words.survey.scale[4], exact: true }));
  await expectAccessible();
  await press(text.kiosk.next);
  await asked(words.ours.statements.confidence);
  await press(words.kiosk.skip);
  await asked(words.ours.statements.application);
  await press(words.kiosk.skip);
  await press(words.kiosk.skip);
  await asked(words.ours.questions.liked);
  await userEvent.fill(page.getByLabelText(words.kiosk.write), 'Madan Canarybird');
  await press(text.kiosk.next);
  await asked(words.ours.questions.improve);
  await userEvent.dblClick(page.getByRole('button', { name: words.kiosk.send }));
  await asked(text.kiosk.thanks.title);
  await expect.element(page.getByText(words.kiosk.thanks)).toBeVisible();
  expect(onScreen()).not.toContain('Canarybird');
  const saved = await readSession(kiosk.device.store, kiosk.session);
  expect(saved?.totals.survey).toEqual({ answers: 1, 'knowledge/4': 1 });
  const [answer] = await surveyAnswersOf(kiosk.device.store, kiosk.session);
  expect(answer?.body.sealed?.box).toMatch(/^\S+$/);
  expect(JSON.stringify(answer)).not.toContain('Canarybird');

  history.back();
  await expect.element(page.getByRole('button', { name: /English/ })).toBeVisible();
  expect(onScreen()).not.toContain('Canarybird');
  await userEvent.click(page.getByRole('button', { name: /English/ }));
  await press(words.kiosk.tell);
  await asked(words.ours.statements.knowledge);
  await expect.element(page.getByRole('radio', { name: words.survey.scale[4], exact: true })).not.toBeChecked();
  for (const next of [words.ours.statements.confidence, words.ours.statements.application, words.ours.statements.awareness]) {
    await press(words.kiosk.skip);
    await asked(next);
  }
  await press(words.kiosk.skip);
  await asked(words.ours.questions.liked);
  await expect.element(page.getByLabelText(words.kiosk.write)).toHaveValue('');
});

test('staff enter a paper slip, and a share waits for five answers', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device, { asksSurvey: true });
  const answer = { wording: 'w/1', agreement: { knowledge: 5 }, way: 'kiosk', words: {} } as const;
  for (let at = 0; at < 4; at++) await done(device.act.answerSurvey(id, answer));
  shown(device, <SessionAt id={id} tab="survey" />);
  await expect.element(page.getByText(words.survey.tooFew(4, 5))).toBeVisible();
  await expectAccessible();
  await press(words.survey.paper);
  await press(words.survey.save);
  await expect.element(page.getByRole('alert')).toHaveFocus();
  await userEvent.selectOptions(page.getByLabelText(words.ours.statements.knowledge), '2');
  await press(words.survey.save);
  await expect.element(page.getByText(words.survey.saved)).toBeVisible();
  expect((await readSession(device.store, id))?.totals.survey).toEqual({ answers: 5, 'knowledge/5': 4, 'knowledge/2': 1 });
});

test('a checklist is ticked with a thumb, and says how far it is', async () => {
  const device = await aDevice();
  const { checklist } = usualTemplate('storytime');
  const id = await anOpenSession(device, { template: 'storytime', checklist });
  shown(device, <SessionAt id={id} tab="checklist" />);
  await expect.element(page.getByText(words.checklist.progress(0, checklist.length))).toBeVisible();
  await userEvent.click(page.getByRole('checkbox', { name: words.item.count }));
  await expect.poll(async () => Object.keys((await readSession(device.store, id))?.totals.ticks ?? {})).toHaveLength(1);
  await expect.element(page.getByText(words.checklist.progress(1, checklist.length))).toBeVisible();
  await expectAccessible();
});
