// Every screen in languages that do not exist: one 40 % longer than English, one from right to left. What is wider than the screen, cut
// off in a button or was never translated fails here, before a translator meets it.

import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { routes } from '../../src/app/routes.ts';
import { enUS } from '../../src/app/text/en-US.ts';
import type { Text } from '../../src/app/text/text.ts';
import type { Device } from '../../src/device/device.ts';
import { accented, mirrored } from '../support/pseudo.ts';
import { aDevice, anEnrolledDevice, server } from './a-screen.tsx';
import { aSharedAnswer } from './a-partner-page.ts';
import { accessibilityFaults } from './accessibility.ts';
import { eachScreen } from './each-screen.tsx';
import { aDesktop, everyAddress } from './every-address.ts';
import { drawn, faults } from './looks.ts';
import { aPage } from './page.ts';

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

test.each(pseudo)('$name: every screen of an enrolled device fits and is translated', { timeout: 240_000 }, async (one) => {
  const { device } = await anEnrolledDevice('coordinator', { '/api/devices': { devices: [aDesktop] } });
  const wrong = await look(device, one, await everyAddress(device));
  expect(wrong).toEqual([]);
});

test.each(pseudo)('$name: the screens before a device belongs to a library', { timeout: 120_000 }, async (one) => {
  const { device } = aDevice({
    '/api/hello': { server, protocol: { oldest: 1, newest: 1 }, now: '2026-11-02T14:00:00.000Z', setupCodeNeeded: true, setUp: true },
  });
  const wrong = await look(device, one, [routes.today, routes.setUp, routes.signIn, routes.enroll]);
  expect(wrong).toEqual([]);
});

test.each(pseudo)('$name: a partner’s own page', { timeout: 60_000 }, async (one) => {
  const { device } = await anEnrolledDevice('partner', { '/api/shared': aSharedAnswer });
  expect(await look(device, one, [routes.today, routes.prepareClass('SESSION00001')])).toEqual([]);
  const { device: fresh } = aDevice();
  expect(await look(fresh, one, [`${routes.enroll}#ABCDE12345FGHJK67890.partner`])).toEqual([]);
});

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
