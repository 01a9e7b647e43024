// Kinds of session as a coordinator adapts them: what they bring, their checklist, the survey's words; and what a session shows of it.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SurveyWordingScreen } from '../../../src/app/features/workshops/SurveyWordingScreen.tsx';
import { TemplateScreen } from '../../../src/app/features/workshops/TemplateScreen.tsx';
import { SessionAt } from '../../../src/app/SessionAt.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import { libraryRecord } from '../../../src/device/store/records.ts';
import { templates } from '../../../src/device/store/templates.ts';
import { usualTemplate } from '../../../src/domain/templates.ts';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, anOpenSession, shown } from '../app/a-field-day.tsx';
import { done } from '../a-screen.tsx';

const words = text.workshops;

// So tall that nothing of these long forms lies under the bar of actions.
beforeEach(() => page.viewport(360, 4_500));

const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const chip = (name: string) => page.getByRole('checkbox', { name, exact: true });
const chips = () =>
  page
    .getByRole('group', { name: words.settings.resources })
    .getByRole('checkbox')
    .elements()
    .map((box) => box.closest('label')?.textContent);

async function aThing(device: Device, title: string, favorite = false): Promise<string> {
  return (await done(device.act.changeResource(null, { title, type: 'kit', favorite }))).id;
}

const kind = async (device: Device, id: string) => (await templates(device.store)).find((one) => one.id === id)?.values;

test('of a large catalogue every thing is found and chosen, and stands first from then on', async () => {
  const device = await aDevice();
  await Promise.all(Array.from({ length: 40 }, (_, at) => aThing(device, `Kit ${at + 10}`)));
  const book = await aThing(device, 'Big book', true);
  const puppets = await aThing(device, 'Zebra puppets');
  const { checklist } = usualTemplate('storytime');
  const screen = shown(device, <TemplateScreen id="storytime" />, '/settings/kinds/storytime');
  await expect.element(chip('Big book')).not.toBeChecked();
  expect(chips()).toEqual(['Big book']);
  const search = page.getByLabelText(text.handOuts.search);
  await userEvent.fill(search, 'unicorn');
  await expect.element(page.getByText(text.handOuts.noneFound('unicorn'))).toBeVisible();
  await userEvent.click(chip(text.words.signUpKind.volunteering));
  await userEvent.type(search, '{Enter}');
  await userEvent.fill(search, 'zébra');
  await userEvent.click(chip('Zebra puppets'));
  await expectAccessible();
  await press(text.handOuts.clear);
  await expect.element(chip('Zebra puppets')).toBeChecked();
  await userEvent.click(chip('Big book'));
  expect(chips()).toEqual(['Zebra puppets', 'Big book']);
  const before = page.getByLabelText(words.settings.items(words.phase.before));
  await userEvent.type(before, '{Control>}{End}{/Control}{Enter}Feed the zebra');
  expect((await kind(device, 'storytime'))?.resources).toEqual([]); // Enter in the search has sent nothing
  await press(words.settings.save);
  await expect.poll(screen.path).toBe('/settings/kinds');
  const saved = await kind(device, 'storytime');
  expect(saved?.resources).toEqual([puppets, book]);
  expect(saved?.offers).toContain('volunteering');
  const kept = saved?.checklist.filter((item) => checklist.some(({ id }) => id === item.id));
  expect(kept).toEqual(checklist);
  expect(saved?.checklist.filter((item) => !checklist.some(({ id }) => id === item.id))).toMatchObject([
    { phase: 'before', text: 'Feed the zebra' },
  ]);
});

test('a kind of the library’s own needs a name; with an empty catalogue it says where things come from', async () => {
  const device = await aDevice();
  const screen = shown(device, <TemplateScreen id={null} />, '/settings/kinds/new');
  await expect.element(page.getByText(words.settings.noResources)).toBeVisible();
  await userEvent.selectOptions(page.getByLabelText(words.settings.topic), 'author_visit');
  await press(words.settings.save);
  await expect.element(page.getByRole('alert')).toHaveFocus();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.settings.name, { exact: true }), 'Zine fair ');
  await press(words.settings.save);
  await expect.poll(screen.path).toBe('/settings/kinds');
  const made = (await templates(device.store)).filter(({ values }) => values.name !== '');
  expect(made.map(({ values }) => [values.name, values.topic])).toEqual([['Zine fair', 'author_visit']]);
});

test('a session shows above its checklist what its kind brings, and what else to look for', async () => {
  const device = await aDevice();
  const puppets = await aThing(device, 'Zebra puppets');
  await done(device.act.changeTemplate('storytime', { resources: [puppets, 'RESOURCE0GONE'], suggests: ['book'] }));
  const id = await anOpenSession(device, { template: 'storytime', checklist: usualTemplate('storytime').checklist });
  shown(device, <SessionAt id={id} tab="checklist" />);
  const bring = page.getByRole('region', { name: words.checklist.bring });
  await expect.element(bring.getByRole('link', { name: 'Zebra puppets' })).toHaveAttribute('href', `/resources/${puppets}`);
  await expect.element(bring.getByText(words.checklist.unknownResource)).toBeVisible();
  await expect.element(bring.getByText(words.checklist.suggests('book'), { exact: false })).toBeVisible();
  await expectAccessible();
});

test('the survey’s wording begins with Wayside’s, is changed, and gets a version of its own', async () => {
  const device = await aDevice();
  shown(device, <SurveyWordingScreen />);
  await press(words.settings.startFromOurs);
  const english = page.getByRole('region', { name: text.words.language['en-US'] });
  await userEvent.fill(english.getByLabelText(words.settings.statement(words.survey.outcome.knowledge)), 'I learned something. ');
  await userEvent.fill(english.getByLabelText(words.survey.question.improve), '');
  await expectAccessible();
  await press(words.settings.save);
  await expect.element(page.getByText(text.shell.saved)).toBeVisible();
  const saved = (await libraryRecord(device.store))?.values.surveyWordings;
  expect(saved).toMatchObject({
    'en-US': {
      version: expect.stringContaining('2026-11-02'),
      statements: { ...words.ours.statements, knowledge: 'I learned something.' },
      questions: { liked: words.ours.questions.liked },
    },
  });
  expect(Object.keys(saved ?? {})).toEqual(['en-US']);
  expect(saved?.['en-US']?.questions).not.toHaveProperty('improve');
  await expect.element(english.getByText(words.settings.version(saved?.['en-US']?.version ?? ''), { exact: false })).toBeVisible();
});
