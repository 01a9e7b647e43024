// Every question of the kiosk, as a family with two children and a child alone meet them: in each language, theme and size nothing is cut off
// or wider than the screen, every target is 72 px or more each way and 8 px from the next, no field is one that browsers remember, all is
// translated, and the checks of WCAG 2.2 AA find nothing. Four times as large (WCAG 1.4.10) is a window of 320 by 256. Each language, theme
// and size is in one of the pairs here, the survey in one pair of them; all together are walked with VITE_ALL_LOOKS=1 (CONTRIBUTING.md).

import { expect, test } from 'vitest';
import { enUS } from '../../../src/app/text/en-US.ts';
import type { Text } from '../../../src/app/text/text.ts';
import type { Theme } from '../../../src/app/ui/theme.ts';
import { accented, mirrored } from '../../support/pseudo.ts';
import { accessibilityFaults } from '../accessibility.ts';
import { allLooks, drawn, faults, misfits, wholeText } from '../looks.ts';
import { seenAt, wearTheme } from '../page.ts';
import { kioskIn, names, walkChildAlone, type Walker, walkFamily, walkSurvey } from './a-walk.tsx';

interface Walk {
  readonly name: string;
  readonly text: () => Promise<Text>;
  readonly theme: Theme;
  readonly size: readonly [width: number, height: number];
  /** It is in a language that does not exist: what is not in it was never translated. */
  readonly pseudo?: boolean;
}

const pairs: readonly Walk[] = [
  { name: 'English, dark, a tablet', text: async () => enUS, theme: 'dark', size: [820, 1_180] },
  { name: 'Spanish, sunlight, a tablet in landscape', text: () => wholeText('es-US'), theme: 'sunlight', size: [1_180, 820] },
  { name: 'Haitian Creole, four times as large', text: () => wholeText('ht'), theme: 'light', size: [320, 256] },
  { name: 'longer, a phone', text: async () => accented(enUS), theme: 'light', size: [360, 740], pseudo: true },
  { name: 'from right to left, four times as large', text: async () => mirrored(enUS), theme: 'light', size: [320, 256], pseudo: true },
];
const walks: readonly Walk[] = [
  ...pairs,
  ...allLooks.map(
    ({ language, theme, size }): Walk => ({
      ...{ name: `${language}, ${theme}, ${size.join(' by ')}`, text: () => wholeText(language) },
      ...{ theme, size },
    }),
  ),
];

test.each(walks)('a family, $name', (walk) => isRight(walk, walkFamily));

test.each(walks)('a child alone, and the dialogs, $name', (walk) => isRight(walk, walkChildAlone));

const [, inSpanish] = pairs; // a language that there is: the first screen offers no other

test.each(walks.filter((walk) => walk === inSpanish || !pairs.includes(walk)))('the first screen and the survey, $name', (walk) =>
  isRight(walk, walkSurvey),
);

async function isRight(walk: Walk, goThrough: (walker: Walker) => Promise<void>): Promise<void> {
  const text = await walk.text();
  await seenAt(...walk.size);
  wearTheme(walk.theme);
  const kiosk = await kioskIn();
  const wrong: string[] = [];
  const look = async () => {
    const root = document.body;
    const place = root.querySelector('dialog[open] h2, h1')?.textContent ?? '';
    await drawn(root);
    const found = walk.pseudo === true ? faults(root, text, names) : [...misfits(root), ...(await accessibilityFaults())];
    wrong.push(...[...found, ...smallTargets(root), ...rememberedFields(root)].map((fault) => `${place}: ${fault}`));
  };
  await goThrough({ text, kiosk, look });
  expect(wrong).toEqual([]);
}

/** Whoever stands at a kiosk taps with a whole finger: 72 px each way, where a choice is the whole card around its mark, and 8 px to the next. */
function smallTargets(root: HTMLElement): readonly string[] {
  const within = [...root.querySelectorAll('dialog[open]')].at(-1) ?? root;
  const targets = [...within.querySelectorAll('a[href], button, input, select, textarea')]
    .map((control) => {
      const card = control.matches('[type="radio"], [type="checkbox"]') ? control.closest('label') : null;
      const target = card ?? control;
      const name = `${control.tagName} “${control.getAttribute('aria-label') ?? target.textContent}”`;
      return { name, box: target.getBoundingClientRect(), layer: layerOf(target) };
    })
    .filter(({ box }) => box.width > 0);
  const small = targets
    .filter(({ box }) => box.width < 72 || box.height < 72)
    .map(({ name, box }) => `${box.width} by ${box.height} px: ${name}`);
  const near = targets.flatMap((one, at) =>
    targets
      .slice(at + 1)
      .filter((other) => other.layer === one.layer && distance(one.box, other.box) < 8)
      .map((other) => `${distance(one.box, other.box)} px apart: ${one.name} and ${other.name}`),
  );
  return [...small, ...near];
}

/** The part of the page that a target moves with: what is in a part that scrolls passes under what stays in place, and is not beside it. */
function layerOf(target: Element): Element {
  for (let at = target.parentElement; at !== null; at = at.parentElement) {
    const { position, overflowY } = getComputedStyle(at);
    if (position === 'sticky' || position === 'fixed' || overflowY === 'auto' || overflowY === 'scroll') return at;
  }
  return document.documentElement;
}

function distance(one: DOMRect, other: DOMRect): number {
  const across = Math.max(other.left - one.right, one.left - other.right);
  const down = Math.max(other.top - one.bottom, one.top - other.bottom);
  return Math.max(across, down);
}

/** Of what visitors fill in. Browsers fill in, and remember, what is called a phone or an address, or does not ask them not to. */
function rememberedFields(root: HTMLElement): readonly string[] {
  return [
    ...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('main input:not([type="radio"], [type="checkbox"]), main textarea'),
  ]
    .filter(({ autocomplete, name }) => autocomplete !== 'off' || !['one', 'two', 'three', 'words'].includes(name))
    .map(({ autocomplete, name }) => `remembered: ${name}, autocomplete “${autocomplete}”`);
}
