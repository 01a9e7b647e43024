// How long a caregiver takes who knows the answers: what is read, tapped and typed at the kiosk is counted as it happens, and told in seconds
// by the keystroke-level model (Card, Moran, Newell 1980): one moment of thought for each answer, none for the button that goes on. An
// estimate, not a stopwatch: it tells when somebody adds a screen, a field or a long sentence. A sign-up is done in under a minute (57 to
// 59 s); a child's library card, for which our rules ask birth date, guardian, address and signature, in under two (107 to 111 s).

import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { enUS } from '../../../src/app/text/en-US.ts';
import type { Text } from '../../../src/app/text/text.ts';
import type { SignUpKind } from '../../../src/domain/sign-up.ts';
import { wholeText } from '../looks.ts';
import { seenAt } from '../page.ts';
import { begun, kioskIn } from './a-walk.tsx';

/** Seconds. 238 words a minute silently (Brysbaert 2019); 36 words of five letters a minute on a touch screen (Palin et al. 2019). */
const cost = { thought: 1.35, tap: 0.4, letter: 60 / (36 * 5), word: 60 / 238 };

const languages: readonly (readonly [string, () => Promise<Text>])[] = [
  ['English', async () => enUS],
  ['Spanish', () => wholeText('es-US')],
  ['Haitian Creole', () => wholeText('ht')],
];

test.each(languages)('a program, for oneself, in under a minute, in %s', async (_, read) => {
  const visitor = await aVisitor(await read(), ['newsletter', 'program']);
  const { words, tick, choose, fill, next, press } = visitor;
  await tick(words.kinds.label.program);
  await next();
  await tick('Robotics club');
  await next();
  await choose(words.who.myself);
  await next();
  await fill(words.name.first, 'Marie');
  await fill(words.name.last, 'Jean-Baptiste');
  await next();
  await choose(words.no);
  await next();
  await fill(words.reach.phone, '3055550147');
  await next();
  await press(words.check.right);
  await press(words.consent.agree);
  await page.getByRole('heading', { level: 1, name: words.thanks.title, exact: true }).findElement();
  expect(visitor.seconds()).toBeLessThan(60);
});

test('a library card for a child, in under two minutes, in the longest of them', async () => {
  const visitor = await aVisitor(await wholeText('es-US'), ['card', 'newsletter']);
  const { words, tick, choose, fill, next, press } = visitor;
  await tick(words.kinds.label.card);
  await next();
  await choose(words.who.child);
  await next();
  await fill(words.name.first, 'Wideline');
  await fill(words.name.last, 'Jean-Baptiste');
  await next();
  await visitor.select(words.born.month, words.born.months[5] ?? '');
  await fill(words.born.day, '1');
  await fill(words.born.year, '2017');
  await next();
  await next(); // the school may be left out
  await fill(words.guardian.name, 'Marie Jean-Baptiste');
  await choose(words.guardian.relations.mother);
  await next();
  await fill(words.reach.phone, '3055550147');
  await next();
  await fill(words.address.label, '12 Maple Court, Miami 33137');
  await next();
  await choose(words.signature.typed);
  await fill(words.signature.name, 'Marie Jean-Baptiste');
  await next();
  await press(words.check.right);
  await press(words.consent.agreeForChild);
  await page.getByRole('heading', { level: 1, name: words.thanks.title, exact: true }).findElement();
  expect(visitor.seconds()).toBeLessThan(120);
});

async function aVisitor(text: Text, offers: readonly SignUpKind[]) {
  await seenAt(820, 1_180);
  const kiosk = await kioskIn();
  const count = { thought: 0, tap: 0, letter: 0, word: 0 };
  const hands = begun({ text, kiosk, look: async () => {} }, offers);
  const read = () => {
    for (const { textContent } of document.querySelectorAll('main h1, main p'))
      count.word += textContent.split(/\s+/).filter(Boolean).length;
  };
  const tapped = () => {
    count.tap += 1;
  };
  document.addEventListener('pointerup', tapped);
  onTestFinished(() => document.removeEventListener('pointerup', tapped));
  return {
    ...hands,
    seconds: () => cost.thought * count.thought + cost.tap * count.tap + cost.letter * count.letter + cost.word * count.word,
    tick: async (name: string) => {
      count.thought += 1;
      await hands.tick(name);
    },
    choose: async (name: string) => {
      count.thought += 1;
      await hands.choose(name);
    },
    fill: async (label: string, typed: string) => {
      count.thought += 1;
      count.tap += 1;
      count.letter += typed.length;
      await userEvent.fill(page.getByLabelText(new RegExp(`^${label}`)).first(), typed);
    },
    select: async (label: string, option: string) => {
      count.thought += 1;
      count.tap += 2;
      await userEvent.selectOptions(page.getByLabelText(label), option);
    },
    next: async () => {
      read();
      await hands.next();
    },
    press: async (name: string) => {
      await page.getByRole('button', { name, exact: true }).findElement();
      read();
      await hands.press(name);
    },
  };
}
