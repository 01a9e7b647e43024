// Leaving by the browser's back: asked in every frame, and for as long as one of several forms has something unsaved.

import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LoneFrame } from '../../src/app/features/admin/frame/LoneFrame.tsx';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { useUnsaved } from '../../src/app/use-unsaved.ts';
import { aDevice, aScreen } from './a-screen.tsx';

const innerIsOpen = signal(true);

function Inner() {
  useUnsaved(true);
  return <p>A form within</p>;
}

function Form() {
  useUnsaved(true);
  return (
    <LoneFrame title="A form" place="form">
      {innerIsOpen.value && <Inner />}
    </LoneFrame>
  );
}

test('before enrollment too, and after a form within has been saved', async () => {
  innerIsOpen.value = true;
  const { device } = aDevice();
  history.replaceState(null, '', '/set-up');
  history.pushState(null, '', '/test');
  const screen = aScreen(device, <Form />, '/enroll');
  await expect.element(page.getByText('A form within')).toBeVisible();
  innerIsOpen.value = false;
  await expect.element(page.getByText('A form within')).not.toBeInTheDocument();
  history.back();
  await expect.element(page.getByRole('alertdialog')).toHaveAccessibleName(text.unsaved.title);
  await expect.poll(screen.path).toBe('/enroll');
  await userEvent.click(page.getByRole('button', { name: text.unsaved.leave }));
  await expect.poll(screen.path).toBe('/set-up');
});
