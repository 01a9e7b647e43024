// A device in the hands of the public, for tests of the kiosk's screens: its storage is kept for good, its clock and timers stand still until
// the test moves them.

import { onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { KioskScreen } from '../../../src/app/features/kiosk/KioskScreen.tsx';
import type { Device } from '../../../src/device/device.ts';
import type { SessionFields } from '../../../src/domain/session.ts';
import { type Answers, aScreen, done, type ShownScreen } from '../a-screen.tsx';
import { aDevice, anOpenSession, aSealingKey } from '../app/a-field-day.tsx';

export const pin = '4711';

export interface ArmedKiosk {
  readonly device: Device;
  readonly session: string;
}

export async function anArmedKiosk(fields: Partial<SessionFields> = {}, answers: Answers = {}): Promise<ArmedKiosk> {
  const device = await aDevice('coordinator', answers);
  await aSealingKey(device);
  const session = await anOpenSession(device, fields);
  await done(device.act.armKiosk({ session, languages: ['en-US', 'es-US', 'ht'], pin }));
  return { device, session };
}

/** On the first screen, at the kiosk's own address. */
export async function shownKiosk({ device }: ArmedKiosk, screen = <KioskScreen />): Promise<ShownScreen> {
  onTestFinished(() => {
    delete document.documentElement.dataset['surface'];
    document.documentElement.lang = 'en';
  });
  const shown = aScreen(device, screen, '/kiosk');
  await page.getByRole('button', { name: /English/ }).findElement();
  return shown;
}
