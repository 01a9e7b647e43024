// The scanner with its real decoder: what the camera sees is drawn by the test.

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { JoinSessionScreen } from '../../../src/app/features/sessions/JoinSessionScreen.tsx';
import { sessionToCode } from '../../../src/app/records/session-code.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { session as readSession } from '../../../src/device/store/sessions.ts';
import { aSession } from '../../support/facts.ts';
import { aCamera } from '../a-camera.ts';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, onPhone, shown } from './a-field-day.tsx';

const words = text.sessionSteps.join;

beforeEach(onPhone);

test('a session’s code is read from the other screen; another code is refused in words; the camera stops', async () => {
  const device = await aDevice();
  const camera = aCamera();
  const screen = shown(device, <JoinSessionScreen />, '/sessions/join');
  await userEvent.click(page.getByRole('button', { name: words.scan }));
  await expect.element(page.getByText(text.scanner.aim)).toBeVisible();
  await expectAccessible();

  camera.hold('https://example.org/a-poster-on-the-wall');
  await expect.element(page.getByText(words.wrongCode)).toBeVisible();
  const there = aSession({ place: 'Maple Court', title: '', status: 'open', targetAge: '6-11' });
  camera.hold(sessionToCode(there, 'ANOTHER00001'));
  await expect.element(page.getByText(words.otherLibrary)).toBeVisible();
  camera.hold(sessionToCode(there, 'LIBRARY00001'));
  await expect.poll(screen.path).toBe(`/sessions/${there.id}`);
  expect((await readSession(device.store, there.id))?.values).toMatchObject({ place: 'Maple Court', targetAge: '6-11', status: 'open' });
  await expect.poll(camera.stopped).toBe(true);
});

test('a camera that is not allowed leaves typing', async () => {
  const device = await aDevice();
  const spy = vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException('', 'NotAllowedError'));
  onTestFinished(() => spy.mockRestore());
  shown(device, <JoinSessionScreen />, '/sessions/join');
  await userEvent.click(page.getByRole('button', { name: words.scan }));
  await expect.element(page.getByText(text.scanner.refused)).toBeVisible();
  await expect.element(page.getByLabelText(words.code)).toBeVisible();
  await expectAccessible();
});
