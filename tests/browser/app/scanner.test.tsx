// The scanner with its real decoder: what the camera sees is drawn by the test.

import { encode } from 'uqr';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { JoinSessionScreen } from '../../../src/app/features/sessions/JoinSessionScreen.tsx';
import { sessionToCode } from '../../../src/app/records/session-code.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { session as readSession } from '../../../src/device/store/sessions.ts';
import { aSession } from '../../support/facts.ts';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, onPhone, shown } from './a-field-day.tsx';

const words = text.sessionSteps.join;

beforeEach(onPhone);

/** A camera before which somebody holds these codes, one after the other as the test says. */
function aCamera(): { readonly hold: (code: string) => void; readonly stopped: () => boolean } {
  const canvas = document.createElement('canvas');
  canvas.width = 480;
  canvas.height = 480;
  const seen = { code: '' };
  const draw = () => {
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('a canvas');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 480, 480);
    if (seen.code === '') return;
    const { data, size } = encode(seen.code, { ecc: 'M', border: 4 });
    const module = Math.floor(460 / size);
    context.fillStyle = '#000';
    for (const [y, row] of data.entries()) {
      for (const [x, dark] of row.entries()) if (dark) context.fillRect(10 + x * module, 10 + y * module, module, module);
    }
  };
  draw();
  const stream = canvas.captureStream(15);
  const timer = setInterval(draw, 60);
  const spy = vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
  onTestFinished(() => {
    clearInterval(timer);
    spy.mockRestore();
  });
  return {
    hold: (code) => {
      seen.code = code;
    },
    stopped: () => stream.getTracks().every((track) => track.readyState === 'ended'),
  };
}

test('a session’s code is read from the other screen; another code is refused in words; the camera stops', {
  timeout: 60_000,
}, async () => {
  const device = await aDevice();
  const camera = aCamera();
  const screen = shown(device, <JoinSessionScreen />, '/sessions/join');
  await userEvent.click(page.getByRole('button', { name: words.scan }));
  await expect.element(page.getByText(text.scanner.aim), { timeout: 20_000 }).toBeVisible();
  await expectAccessible();

  camera.hold('https://example.org/a-poster-on-the-wall');
  await expect.element(page.getByText(words.wrongCode), { timeout: 20_000 }).toBeVisible();
  const there = aSession({ place: 'Maple Court', title: '', status: 'open', targetAge: '6-11' });
  camera.hold(sessionToCode(there, 'ANOTHER00001'));
  await expect.element(page.getByText(words.otherLibrary), { timeout: 20_000 }).toBeVisible();
  camera.hold(sessionToCode(there, 'LIBRARY00001'));
  await expect.poll(screen.path, { timeout: 20_000 }).toBe(`/sessions/${there.id}`);
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
