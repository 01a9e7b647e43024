// Every question of the kiosk, as a family with two children and a child alone meet them: in each language, theme and size nothing is cut off
// or wider than the screen, every target is 72 px or more, all is translated, and the checks of WCAG 2.2 AA find nothing. Four times as large
// (WCAG 1.4.10) is a window of 320 by 256.

import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LeaveDialog } from '../../../src/app/features/kiosk/LeaveDialog.tsx';
import { StillHere } from '../../../src/app/features/kiosk/StillHere.tsx';
import { VisitScreen } from '../../../src/app/features/kiosk/VisitScreen.tsx';
import { enUS } from '../../../src/app/text/en-US.ts';
import type { Text } from '../../../src/app/text/text.ts';
import type { Theme } from '../../../src/app/ui/theme.ts';
import { defaultRules } from '../../../src/domain/sign-up-rules.ts';
import type { SignUpKind } from '../../../src/domain/sign-up.ts';
import { accented, mirrored } from '../../support/pseudo.ts';
import { aScreen } from '../a-screen.tsx';
import { accessibilityFaults } from '../accessibility.ts';
import { drawn, faults, misfits, wholeText } from '../looks.ts';
import { seenAt, wearTheme } from '../page.ts';
import { anArmedKiosk, type ArmedKiosk } from './a-kiosk.tsx';

const names = ['Wideline', 'Bartholomew-Alexander', 'Jean-Baptiste', 'Marie', 'Robotics club', 'Maple Court'];

interface Walk {
  readonly name: string;
  readonly text: () => Promise<Text>;
  readonly theme: Theme;
  readonly size: readonly [width: number, height: number];
  /** It is in a language that does not exist: what is not in it was never translated. */
  readonly pseudo?: boolean;
}

const walks: readonly Walk[] = [
  { name: 'English, dark, a tablet', text: async () => enUS, theme: 'dark', size: [820, 1_180] },
  { name: 'Spanish, sunlight, a tablet in landscape', text: () => wholeText('es-US'), theme: 'sunlight', size: [1_180, 820] },
  { name: 'Haitian Creole, four times as large', text: () => wholeText('ht'), theme: 'light', size: [320, 256] },
  { name: 'longer, a phone', text: async () => accented(enUS), theme: 'light', size: [360, 740], pseudo: true },
  { name: 'from right to left, four times as large', text: async () => mirrored(enUS), theme: 'light', size: [320, 256], pseudo: true },
];

test.each(walks)('a family, $name', async (walk) => {
  const { look, words, next, fill, choose, tick, wrong } = await begun(walk, ['card', 'program', 'newsletter']);
  await look();
  await tick(words.kinds.label.card);
  await tick(words.kinds.label.program);
  await next();
  await look();
  await tick('Robotics club');
  await next();
  await look();
  await choose(words.who.children);
  await next();
  for (const [at, name] of ['Wideline', 'Bartholomew-Alexander'].entries()) {
    if (at > 0) await userEvent.click(page.getByRole('button', { name: words.more.add, exact: true }));
    if (at === 0) await look();
    await fill(words.name.first, name);
    await next();
    if (at === 0) await look();
    await userEvent.selectOptions(page.getByLabelText(words.born.month), words.born.months[5] ?? '');
    await fill(words.born.day, '1');
    await fill(words.born.year, '2017');
    await next();
    if (at === 1) await look();
    await next();
  }
  await look();
  await userEvent.click(page.getByRole('button', { name: words.more.done, exact: true }));
  await look();
  await fill(words.guardian.name, 'Marie Jean-Baptiste');
  await choose(words.guardian.relations.other);
  await next();
  await look();
  await fill(words.guardian.relationOther, 'Marie');
  await next();
  await look();
  await fill(words.reach.phone, '555'); // too short: said beside the field
  await next();
  await look();
  await fill(words.reach.phone, '305 555 0147');
  await next();
  await look();
  await fill(words.address.label, '12 Maple Court');
  await next();
  await look();
  await choose(words.signature.typed);
  await fill(words.signature.name, 'Marie Jean-Baptiste');
  await next();
  await look();
  await userEvent.click(page.getByRole('button', { name: words.check.right, exact: true }));
  await look();
  await userEvent.click(page.getByRole('button', { name: words.consent.agreeForChild, exact: true }));
  await expect.element(page.getByRole('heading', { level: 1, name: words.thanks.title, exact: true })).toBeVisible();
  await look();
  expect(wrong).toEqual([]);
});

test.each(walks)('a child alone, and the dialogs, $name', async (walk) => {
  const { kiosk, text, look, words, next, fill, choose, tick, wrong } = await begun(walk, ['program']);
  await tick('Robotics club');
  await next();
  await choose(words.who.myself);
  await next();
  await fill(words.name.first, 'Wideline');
  await next();
  await look();
  await choose(words.yes);
  await next();
  await look();
  await userEvent.click(page.getByRole('button', { name: words.startOver, exact: true }));
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  await look();
  await userEvent.click(page.getByRole('button', { name: words.startOverKeep, exact: true }).last());
  aScreen(kiosk.device, <StillHere left={14} onStay={nothing} onWipe={nothing} />, '/kiosk', text);
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  await look();
  aScreen(kiosk.device, <LeaveDialog onClose={nothing} onLeft={nothing} />, '/kiosk', text);
  await expect.element(page.getByLabelText(text.handOver.leave.pin, { exact: true })).toBeVisible();
  await look();
  await fill(text.handOver.leave.pin, '0000');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: text.handOver.leave.forgot, exact: true })).toBeVisible();
  await look();
  await userEvent.click(page.getByRole('button', { name: text.handOver.leave.forgot, exact: true }));
  await expect.element(page.getByRole('heading', { name: text.handOver.leave.forgotTitle, exact: true })).toBeVisible();
  await look();
  expect(wrong).toEqual([]);
});

const nothing = () => {};

/** On the first question; `look` adds to `wrong` what is wrong with what is on the screen. */
async function begun(walk: Walk, offers: readonly SignUpKind[]) {
  const text = await walk.text();
  const words = text.kiosk;
  await seenAt(...walk.size);
  wearTheme(walk.theme);
  const kiosk: ArmedKiosk = await anArmedKiosk();
  onTestFinished(() => {
    delete document.documentElement.dataset['surface'];
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
  });
  document.documentElement.dataset['surface'] = 'kiosk';
  aScreen(
    kiosk.device,
    <VisitScreen
      session={kiosk.session}
      language={text.language}
      setup={{ offers, programs: ['Robotics club'], rules: defaultRules, today: '2026-11-02' }}
      signAtDesk={text.handOver.signAtDesk}
      speech={undefined}
      onBrowserBack={{ current: nothing }}
      onEnd={nothing}
    />,
    '/kiosk',
    text,
  );
  document.documentElement.dir = text.direction;
  document.documentElement.lang = text.language;
  const wrong: string[] = [];
  const look = async () => {
    const root = document.body;
    const place = root.querySelector('dialog[open] h2, h1')?.textContent ?? '';
    await drawn(root);
    const found = walk.pseudo === true ? faults(root, text, names) : [...misfits(root), ...(await accessibilityFaults())];
    wrong.push(...[...found, ...smallTargets(root)].map((fault) => `${place}: ${fault}`));
  };
  return {
    kiosk,
    text,
    words,
    wrong,
    look,
    next: () => userEvent.click(page.getByRole('button', { name: words.next, exact: true })),
    fill: (label: string, typed: string) => userEvent.fill(page.getByLabelText(label).first(), typed),
    choose: (name: string) => userEvent.click(page.getByRole('radio', { name, exact: true })),
    tick: (name: string) => userEvent.click(page.getByRole('checkbox', { name, exact: true })),
  };
}

/** Whoever stands at a kiosk taps with a whole finger: 72 px, where a choice is the whole card around its mark. */
function smallTargets(root: HTMLElement): readonly string[] {
  return [...root.querySelectorAll('a[href], button, input, select, textarea')].flatMap((control) => {
    const target = control.matches('[type="radio"], [type="checkbox"]') ? (control.closest('label') ?? control) : control;
    const { width, height } = target.getBoundingClientRect();
    if (width === 0 || height >= 72) return [];
    return [`${height} px high: ${control.tagName} “${control.getAttribute('aria-label') ?? target.textContent}”`];
  });
}
