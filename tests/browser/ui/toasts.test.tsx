// Short answers: heard, leaving by themselves, but not from under a hand.
import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Toast, Toasts } from '../../../src/app/ui/feedback/Toasts.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aPage } from '../page.ts';

function Answers({ first, stay, onUndo = () => {} }: { readonly first: Toast; readonly stay: number; readonly onUndo?: () => void }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([{ ...first, ...(first.action && { action: { label: 'Undo', onAct: onUndo } }) }]);
  return (
    <main>
      <h1>Session</h1>
      <Toasts
        toasts={toasts}
        dismissLabel="Dismiss"
        stayMilliseconds={stay}
        onDismiss={(id) => setToasts(toasts.filter((each) => each.id !== id))}
      />
    </main>
  );
}

test('a toast is in a status region and leaves by itself', async () => {
  aPage(<Answers first={{ id: 'a', text: 'Saved' }} stay={150} />);
  await expect.element(page.getByRole('status')).toHaveTextContent('Saved');
  await expectAccessible();
  await expect.element(page.getByText('Saved')).not.toBeInTheDocument();
  await expect.element(page.getByRole('status')).toBeInTheDocument();
});

test('a toast under the focus stays, its action acts once, and then it goes', async () => {
  let undone = 0;
  aPage(<Answers first={{ id: 'a', text: 'Started', action: { label: 'Undo', onAct: () => {} } }} stay={100} onUndo={() => undone++} />);
  page.getByRole('button', { name: 'Undo' }).element().focus();
  // Three times its stay, measured by another toast's life rather than by waiting blindly.
  aPage(<Answers first={{ id: 'b', text: 'Clock' }} stay={500} />);
  await expect.element(page.getByText('Clock')).not.toBeInTheDocument();
  await expect.element(page.getByText('Started')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Started')).not.toBeInTheDocument();
  expect(undone).toBe(1);
});
