// Every screen four times as large (WCAG 1.4.10: a window of 320 by 256): nothing is cut off, and nothing is read by scrolling sideways.
// In Spanish, the longest of the three languages.

import { expect, test } from 'vitest';
import { anEnrolledDevice } from './a-screen.tsx';
import { eachScreen } from './each-screen.tsx';
import { everyAddress } from './every-address.ts';
import { drawn, misfits, wholeText } from './looks.ts';

test('at 400 % every screen fits', async () => {
  const { device } = await anEnrolledDevice('coordinator', { '/api/devices': { devices: [] } });
  const wrong: string[] = [];
  const drawing = { addresses: await everyAddress(device), at: { width: 320, height: 256 } };
  await eachScreen(device, await wholeText('es-US'), drawing, async (address, root) => {
    await drawn(root);
    wrong.push(...misfits(root).map((fault) => `${address} ${fault}`));
  });
  expect(wrong).toEqual([]);
});
