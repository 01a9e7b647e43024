// Counting with one thumb, and without one.
import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TallyButton } from '../../../src/app/ui/tally/TallyButton.tsx';
import { TallyGrid } from '../../../src/app/ui/tally/TallyGrid.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aPage } from '../page.ts';

function Counting({ start = 0, disabled = false }: { readonly start?: number; readonly disabled?: boolean }) {
  const [count, setCount] = useState(start);
  return (
    <main>
      <h1>Counting</h1>
      <TallyGrid label="Count by age">
        <TallyButton
          label="6–11"
          lead
          count={count}
          addLabel="add one"
          takeBackLabel="Take one back, 6–11"
          onAdd={() => setCount((before) => before + 1)}
          onTakeBack={() => setCount((before) => before - 1)}
          disabled={disabled}
        />
      </TallyGrid>
    </main>
  );
}

const add = () => page.getByRole('button', { name: /add one/ });
const takeBack = () => page.getByRole('button', { name: 'Take one back, 6–11' });

test('each tap adds one, and the small button takes one back', async () => {
  aPage(<Counting />);
  await userEvent.click(add());
  await userEvent.click(add());
  await userEvent.click(add());
  await userEvent.click(takeBack());
  await expect.element(add()).toHaveAccessibleName('6–11 2 add one');
  await expectAccessible();
});

test('keys count too, and a key that is held counts once', async () => {
  aPage(<Counting />);
  await userEvent.keyboard('{Tab}{Enter}');
  await userEvent.keyboard('{ }');
  await expect.element(add()).toHaveAccessibleName('6–11 2 add one');
  const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true });
  expect(add().element().dispatchEvent(held)).toBe(false);
});

test('at zero nothing is taken back, and the button keeps the focus', async () => {
  aPage(<Counting start={1} />);
  await userEvent.click(takeBack());
  // By force, because the driver itself would wait for a button that says it is disabled.
  await userEvent.click(takeBack(), { force: true });
  await expect.element(add()).toHaveAccessibleName('6–11 0 add one');
  await expect.element(takeBack()).toHaveFocus();
});

test('a session that is not open shows its count and takes no taps', async () => {
  aPage(<Counting start={5} disabled />);
  await expect.element(add()).toBeDisabled();
  await expect.element(takeBack()).toBeDisabled();
  await expectAccessible();
});

test('both buttons are at least 72 px in each direction on the narrowest phone', async () => {
  await page.viewport(320, 640);
  aPage(<Counting />);
  for (const button of [add(), takeBack()]) {
    const { width, height } = button.element().getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(72);
  }
});
