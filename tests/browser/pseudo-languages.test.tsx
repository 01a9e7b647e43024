// Every screen in languages that do not exist: one 40 % longer than English, one from right to left. What is wider than the screen, cut
// off in a button or was never translated fails here, before a translator meets it.

import { useState } from 'preact/hooks';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AttractScreen } from '../../src/app/features/kiosk/AttractScreen.tsx';
import { DoorScreen } from '../../src/app/features/kiosk/DoorScreen.tsx';
import { SurveyScreen } from '../../src/app/features/kiosk/SurveyScreen.tsx';
import { routes } from '../../src/app/routes.ts';
import { enUS } from '../../src/app/text/en-US.ts';
import type { Text } from '../../src/app/text/text.ts';
import type { Device } from '../../src/device/device.ts';
import { languages } from '../../src/domain/shapes.ts';
import { accented, mirrored } from '../support/pseudo.ts';
import { aDevice, anEnrolledDevice, aScreen, server } from './a-screen.tsx';
import { aSharedAnswer } from './a-partner-page.ts';
import { accessibilityFaults } from './accessibility.ts';
import { eachScreen } from './each-screen.tsx';
import { aDesktop, everyAddress } from './every-address.ts';
import { anArmedKiosk } from './kiosk/a-kiosk.tsx';
import { drawn, faults } from './looks.ts';
import { aPage, seenAt } from './page.ts';

const phone = { name: 'a phone', width: 360, height: 740 };
const tablet = { name: 'a tablet in landscape', width: 1_180, height: 820 };

interface Pseudo {
  readonly name: string;
  readonly text: Text;
  /** Drawn at the first, then turned to the other. Held to WCAG at the first: both directions and both sizes are, none twice. */
  readonly views: readonly [typeof phone, typeof phone];
}
const pseudo: readonly [Pseudo, Pseudo] = [
  { name: 'longer', text: accented(enUS), views: [phone, tablet] },
  { name: 'from right to left', text: mirrored(enUS), views: [tablet, phone] },
];

test.each(pseudo)('$name: every screen of an enrolled device fits and is translated', { timeout: 360_000 }, async (one) => {
  const { device } = await anEnrolledDevice('coordinator', { '/api/devices': { devices: [aDesktop] } });
  const wrong = await look(device, one, await everyAddress(device));
  expect(wrong).toEqual([]);
});

test.each(pseudo)('$name: the screens before a device belongs to a library', async (one) => {
  const { device } = aDevice({
    '/api/hello': { server, protocol: { oldest: 1, newest: 1 }, now: '2026-11-02T14:00:00.000Z', setupCodeNeeded: true, setUp: true },
  });
  const wrong = await look(device, one, [routes.today, routes.setUp, routes.signIn, routes.enroll]);
  expect(wrong).toEqual([]);
});

test.each(pseudo)('$name: a partner’s own page', async (one) => {
  const { device } = await anEnrolledDevice('partner', { '/api/shared': aSharedAnswer });
  expect(await look(device, one, [routes.today, routes.prepareClass('SESSION00001')])).toEqual([]);
  const { device: fresh } = aDevice();
  expect(await look(fresh, one, [`${routes.enroll}#ABCDE12345FGHJK67890.partner`])).toEqual([]);
});

test.each(pseudo)('$name: a kiosk device that nobody of the public has', async (one) => {
  const { device } = await anEnrolledDevice('kiosk');
  expect(await look(device, one, [routes.today])).toEqual([]);
});

test.each(pseudo)('$name: the kiosk around its questions, and how it was', async ({ text }) => {
  await seenAt(phone.width, phone.height);
  const { device, session } = await anArmedKiosk({ asksSurvey: true });
  onTestFinished(() => {
    delete document.documentElement.dataset['surface'];
    document.documentElement.removeAttribute('dir');
  });
  document.documentElement.dataset['surface'] = 'kiosk';
  document.documentElement.dir = text.direction;
  aScreen(device, <Kiosk text={text} session={session} />, '/kiosk', text);
  const words = text.workshops;
  const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
  const wrong: string[] = [];
  const seen = async (title: string) => {
    await expect.element(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
    await drawn(document.body);
    wrong.push(...[...faults(document.body, text), ...(await accessibilityFaults())].map((fault) => `${title}: ${fault}`));
  };
  await seen('North Miami Public Library');
  await userEvent.click(page.getByRole('listitem').first().getByRole('button'));
  await seen(words.kiosk.door);
  await press(words.kiosk.tell);
  await press(text.kiosk.next); // nothing is chosen yet: said in a summary and beside the choices
  await seen(words.ours.statements.knowledge);
  await userEvent.click(page.getByRole('radio', { name: words.survey.scale[4], exact: true }));
  await press(text.kiosk.next);
  for (const statement of [words.ours.statements.confidence, words.ours.statements.application, words.ours.statements.awareness]) {
    await expect.element(page.getByRole('heading', { level: 1, name: statement, exact: true })).toBeVisible();
    await press(words.kiosk.skip);
  }
  await seen(words.ours.questions.liked);
  await press(words.kiosk.skip);
  await seen(words.ours.questions.improve);
  await press(words.kiosk.skip);
  await seen(text.kiosk.thanks.title);
  expect(wrong).toEqual([]);
});

/** What a visitor goes through who says how it was, all of it in one language. */
function Kiosk({ text, session }: { readonly text: Text; readonly session: string }) {
  const [at, setAt] = useState<'first' | 'door' | 'survey'>('first');
  const common = { idleSeconds: 600, speech: undefined, onBrowserBack: { current: nothing }, onEnd: nothing };
  if (at === 'door') return <DoorScreen {...common} onChoose={() => setAt('survey')} />;
  if (at === 'survey') return <SurveyScreen {...common} session={session} wording={text.workshops.ours} />;
  const texts = new Map(languages.map((language) => [language, text]));
  const first = { library: 'North Miami Public Library', languages, texts, again: false, onStaff: nothing };
  return <AttractScreen {...first} onStart={() => setAt('door')} />;
}

const nothing = () => {};

test('what is too wide, cut off or in English is found', async () => {
  await page.viewport(360, 740);
  const { root } = aPage(
    <main>
      <p style={{ inlineSize: '50rem' }}>ñ</p>
      <button type="button" style={{ inlineSize: '3rem', overflow: 'hidden', whiteSpace: 'nowrap' }}>
        Šávé thís now
      </button>
      <p>Save this, Maple Court</p>
      <p>Maple Court · 12</p>
      <img alt="A map" src="/icon.svg" />
    </main>,
  );
  expect(faults(root, pseudo[0].text).map((fault) => fault.split(':')[0])).toEqual([
    'wider than the screen',
    'cut off',
    'not translated',
    'not translated',
  ]);
});

/** Says all that is wrong at each address. */
async function look(device: Device, { text, views }: Pseudo, addresses: readonly string[]): Promise<readonly string[]> {
  const [first, turned] = views;
  const wrong: string[] = [];
  await eachScreen(device, text, { addresses, at: first }, async (address, root) => {
    for (const view of [first, turned]) {
      await page.viewport(view.width, view.height);
      await drawn(root);
      wrong.push(...faults(root, text).map((fault) => `${address} on ${view.name} ${fault}`));
    }
    // As tall as nothing lies half under the bars: the check would call what is covered too small to tap.
    await page.viewport(first.width, 3_200);
    await drawn(root); // the bars follow the window a frame later
    wrong.push(...(await accessibilityFaults()).map((fault) => `${address} ${fault}`));
  });
  return wrong;
}
