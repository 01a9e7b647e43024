// Dialogs: where the focus goes, and what a stray key or tap does.
import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../../../src/app/ui/button/Button.tsx';
import { ConfirmDialog } from '../../../src/app/ui/dialog/ConfirmDialog.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aPage } from '../page.ts';

function Asking({ onConfirm }: { readonly onConfirm: () => void }) {
  const [asked, setAsked] = useState(false);
  return (
    <main>
      <h1>Sign-ups</h1>
      <Button onClick={() => setAsked(true)}>Delete all</Button>
      <ConfirmDialog
        open={asked}
        title="Delete 3 sign-ups?"
        confirmLabel="Delete"
        cancelLabel="Keep"
        look="danger"
        onConfirm={onConfirm}
        onCancel={() => setAsked(false)}
      >
        <p>They are only on this device.</p>
      </ConfirmDialog>
    </main>
  );
}

test('a dialog names itself, starts on the way back, and returns the focus on Escape', async () => {
  let confirmed = 0;
  aPage(<Asking onConfirm={() => confirmed++} />);
  const opener = page.getByRole('button', { name: 'Delete all' });
  await userEvent.click(opener);

  const dialog = page.getByRole('alertdialog', { name: 'Delete 3 sign-ups?' });
  await expect.element(dialog).toHaveAccessibleDescription('They are only on this device.');
  await expect.element(dialog.getByRole('button', { name: 'Keep' }).last()).toHaveFocus();
  await expectAccessible();

  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
  expect(confirmed).toBe(0);
});

test('a dialog that is taken away together with its screen leaves no dead page behind', async () => {
  const { draw } = aPage(<Asking onConfirm={() => {}} />);
  await userEvent.click(page.getByRole('button', { name: 'Delete all' }));
  draw(<button type="button">Elsewhere</button>);
  await userEvent.click(page.getByRole('button', { name: 'Elsewhere' }));
  await expect.element(page.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
});
