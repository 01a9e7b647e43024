// What a screen shows that it should not: wider than the window, cut off, or not in the language it is drawn in.

import { expect } from 'vitest';
import { enUS } from '../../src/app/text/en-US.ts';
import { type Language, languages } from '../../src/domain/shapes.ts';
import { loadText, type Text } from '../../src/app/text/text.ts';
import type { Theme } from '../../src/app/ui/theme.ts';

/** What people and machines named; it is in no language. */
const data = [
  'Wayside',
  'North Miami Public Library',
  'Office desktop',
  'Hurston Elementary',
  'Dana Whitfield',
  'dana@hurston.example',
  'Maple Court',
  'Bookmobile 1',
  'Storytime kit',
  'Bookmarks',
  'Alice Moreau',
  'Bring more dinosaur books.',
  'Two classes, one after the other.',
  'Every second Tuesday in the gym.',
  'Author visit',
  'America/New_York',
  'New York',
  'America',
  'localhost',
  ...Object.values(enUS.words.language),
];

const themes = ['light', 'dark', 'sunlight'] as const satisfies readonly Theme[];
const sizes = [
  [820, 1_180],
  [320, 256],
] as const;

/** Every language in every theme, as large as ever and four times as large; none without VITE_ALL_LOOKS=1: it takes five minutes. */
export const allLooks =
  import.meta.env['VITE_ALL_LOOKS'] === '1'
    ? languages.flatMap((language) => themes.flatMap((theme) => sizes.map((size) => ({ language, theme, size }))))
    : [];

/** Until what a screen reads after its first drawing has come: nothing is drawn any more. */
export async function drawn(root: HTMLElement): Promise<void> {
  await expect
    .poll(() => root.querySelector('h1') !== null && root.querySelector('[class*="skeleton"]') === null, { timeout: 45_000 })
    .toBe(true);
  await document.fonts.ready;
  for (let quiet = 0, before = ''; quiet < 3; quiet += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (root.innerHTML !== before) quiet = 0;
    before = root.innerHTML;
  }
}

/** `text` is a pseudo-language. `also` are more names that are in no language. */
export function faults(root: HTMLElement, text: Text, also: readonly string[] = []): readonly string[] {
  return [
    ...misfits(root),
    ...written(root)
      .filter((said) => isEnglish(said, text, also))
      .map((said) => `not translated: “${said}”`),
  ];
}

/** In any language. */
export function misfits(root: HTMLElement): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const width = scrollWidth > clientWidth + 1 ? [`wider than the screen: ${scrollWidth} of ${clientWidth}, ${widest(root)}`] : [];
  const cut = [...root.querySelectorAll<HTMLElement>('button, a, label, legend, h1, h2, h3, th, td, [role="tab"]')]
    .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1 && !isUnseen(element))
    .map(
      (element) =>
        `cut off: ${element.tagName} ${element.className} “${element.textContent}” ${element.scrollWidth} of ${element.clientWidth}`,
    );
  return [...width, ...cut];
}

function widest(root: HTMLElement): string {
  const edge = document.documentElement.clientWidth;
  const outside = [...root.querySelectorAll('*')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > edge + 1 || left < -1;
  });
  return outside
    .slice(0, 4)
    .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`)
    .join(', ');
}

/** Said to screen readers only: one pixel, clipped on purpose. */
function isUnseen(element: HTMLElement): boolean {
  return getComputedStyle(element).clipPath !== 'none';
}

/** All that is read: text, and what stands in for it. */
function written(root: HTMLElement): readonly string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) if (!isQuoted(walker.currentNode)) texts.push(walker.currentNode.textContent ?? '');
  const named = ['aria-label', 'alt', 'placeholder', 'title'];
  const labels = named.flatMap((name) => [...root.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''));
  return [...texts, ...labels];
}

/** Shown in a language that it names, such as the wordings that visitors read. */
function isQuoted({ parentElement }: Node): boolean {
  const named = parentElement?.closest('[lang]') ?? null;
  return named !== null && named !== document.documentElement;
}

function isEnglish(said: string, text: Text, also: readonly string[]): boolean {
  const own = text.direction === 'rtl' ? /[\u0590-\u05ff]/ : /[áçéíñöšüýžÁÇÉÍÑÖŠÜÝŽ]/;
  if (own.test(said)) return false;
  const rest = [...data, ...also].reduce((left, name) => left.replaceAll(name, ''), said);
  // Ids, codes, versions and numbers have no lower-case words.
  return /\b[A-Za-z]?[a-z]{2,}\b/.test(rest.replace(/\b\d\S*/g, ''));
}

/** A language with all its parts, as a device has it that has spoken it for a while. */
export async function wholeText(language: Language): Promise<Text> {
  const loading = await loadText(language);
  await loading.whole();
  return loading.text;
}
