// The ways through the kiosk that tests look at, in any language: a family with two children, a child alone with the dialogs, and the survey.
// Each calls `look` at every state there is, also at those with something wrong.

import { expect, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LeaveDialog } from '../../../src/app/features/kiosk/LeaveDialog.tsx';
import { StillHere } from '../../../src/app/features/kiosk/StillHere.tsx';
import { VisitScreen } from '../../../src/app/features/kiosk/VisitScreen.tsx';
import type { Text } from '../../../src/app/text/text.ts';
import { defaultRules } from '../../../src/domain/sign-up-rules.ts';
import type { SignUpKind } from '../../../src/domain/sign-up.ts';
import { aScreen, done } from '../a-screen.tsx';
import { anArmedKiosk, type ArmedKiosk, shownKiosk } from './a-kiosk.tsx';

export const names = ['Wideline', 'Bartholomew-Alexander', 'Jean-Baptiste', 'Marie', 'Robotics club', 'Maple Court'];

export interface Walker {
  readonly text: Text;
  readonly kiosk: ArmedKiosk;
  readonly look: () => Promise<void>;
}

/** A kiosk whose page is dressed for visitors. */
export async function kioskIn(): Promise<ArmedKiosk> {
  const kiosk = await anArmedKiosk();
  const { documentElement } = document;
  onTestFinished(() => {
    delete documentElement.dataset['surface'];
    documentElement.removeAttribute('dir');
    documentElement.lang = 'en';
  });
  documentElement.dataset['surface'] = 'kiosk';
  return kiosk;
}

export async function walkFamily(walker: Walker): Promise<void> {
  const { look } = walker;
  const { words, next, fill, choose, tick, press } = begun(walker, ['card', 'program', 'newsletter']);
  await look();
  await next();
  await look(); // nothing chosen
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
    if (at > 0) await press(words.more.add);
    if (at === 0) {
      await look();
      await next();
      await look(); // nothing typed
    }
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
  await press(words.more.done);
  await look();
  await next();
  await look(); // two things wrong: said together, and each beside its field
  await fill(words.guardian.name, 'Marie Jean-Baptiste');
  await choose(words.guardian.relations.other);
  await look();
  await next();
  await look(); // "Someone else", and not said who
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
  await look();
  await next();
  await look();
  await press(words.check.right);
  await look();
  await press(words.consent.agreeForChild);
  await isAt(words.thanks.title);
  await look();
}

export async function walkChildAlone(walker: Walker): Promise<void> {
  const { kiosk, text, look } = walker;
  const { words, next, fill, choose, tick, press } = begun(walker, ['program']);
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
  await press(words.startOver);
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
  await press(text.handOver.leave.forgot);
  await expect.element(page.getByRole('heading', { name: text.handOver.leave.forgotTitle, exact: true })).toBeVisible();
  await look();
}

/** The first screen, the door, and the survey behind it, as the app shows them: for languages that there are. */
export async function walkSurvey({ kiosk, text, look }: Walker): Promise<void> {
  const { statements, questions } = text.workshops.ours;
  const words = text.workshops.kiosk;
  const { next, press } = hands(text);
  await done(kiosk.device.act.changeSession(kiosk.session, { asksSurvey: true }));
  await shownKiosk(kiosk);
  await look();
  await userEvent.click(page.getByRole('button', { name: new RegExp(`^${text.words.language[text.language]}`) }));
  await isAt(words.door);
  await look();
  await press(words.tell);
  await isAt(statements.knowledge);
  await look();
  await next();
  await look(); // nothing chosen
  for (const after of [statements.confidence, statements.application, statements.awareness, questions.liked]) {
    await press(words.skip);
    await isAt(after);
  }
  await look();
}

const nothing = () => {};

/** The questions of a visit that has begun, and what a visitor does. */
export function begun({ text, kiosk }: Walker, offers: readonly SignUpKind[]) {
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
  return hands(text);
}

function hands({ kiosk: words }: Text) {
  const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
  return {
    words,
    press,
    next: () => press(words.next),
    fill: (label: string, typed: string) => userEvent.fill(page.getByLabelText(label).first(), typed),
    choose: (name: string) => userEvent.click(page.getByRole('radio', { name, exact: true })),
    tick: (name: string) => userEvent.click(page.getByRole('checkbox', { name, exact: true })),
  };
}

async function isAt(title: string): Promise<void> {
  await expect.element(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
}
