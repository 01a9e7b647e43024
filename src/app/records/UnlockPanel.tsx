// The lock over contact details: closed, it asks for the passphrase; open, it says until when and closes with one tap.

import { useState } from 'preact/hooks';
import type { Problem } from '../../domain/problem.ts';
import { useApp } from '../context.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import { Button } from '../ui/button/Button.tsx';
import { Dialog } from '../ui/dialog/Dialog.tsx';
import { Form } from '../ui/form/Form.tsx';
import { PasswordField } from '../ui/form/PasswordField.tsx';
import { Icon } from '../ui/Icon.tsx';
import css from './unlock-panel.module.css';
import type { VaultState } from './use-vault.ts';

export function UnlockPanel({ vault, zone }: { readonly vault: VaultState; readonly zone: string }) {
  const { device, text } = useApp();
  const words = text.signUps.lock;
  const [asking, setAsking] = useState(false);
  if (vault.state === 'unlocked') {
    return (
      <div class={css.panel}>
        <Icon name="unlock" />
        <p class={css.words}>{words.unlocked(text.formatting.clock(vault.locksAt, zone))}</p>
        <Button icon="lock" onClick={() => device.seal.lock()}>
          {words.lockNow}
        </Button>
      </div>
    );
  }
  return (
    <div class={css.panel}>
      <Icon name="lock" />
      <p class={css.words}>{words.title}</p>
      <Button icon="key" onClick={() => setAsking(true)}>
        {words.open}
      </Button>
      {asking && <UnlockDialog onClose={() => setAsking(false)} />}
    </div>
  );
}

function UnlockDialog({ onClose }: { readonly onClose: () => void }) {
  const { device, text } = useApp();
  const words = text.signUps.lock;
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function unlock(): Promise<void> {
    if (busy) return;
    setProblem(null);
    if (passphrase.trim() === '') return setError(words.missing);
    setBusy(true);
    const result = await device.seal.unlock({ passphrase });
    setBusy(false);
    if (result.ok) return onClose();
    if (result.problem.code === 'passphrase-wrong') setError(words.wrong);
    else setProblem(result.problem);
  }

  return (
    <Dialog
      open
      title={words.title}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <Button look="main" large wide type="submit" form="unlock-form" busy={busy ? words.unlocking : undefined}>
          {words.unlock}
        </Button>
      }
    >
      <Form
        id="unlock-form"
        problems={error === null ? [] : [{ field: 'passphrase', message: error }]}
        problemsTitle={text.shell.errorSummaryTitle}
        onSubmit={() => void unlock()}
      >
        {problem !== null && <ProblemNotice problem={problem} />}
        <PasswordField
          name="passphrase"
          label={words.passphrase}
          hint={words.text}
          showLabel={words.show}
          hideLabel={words.hide}
          value={passphrase}
          onInput={(value) => {
            setPassphrase(value);
            setError(null);
          }}
        />
      </Form>
    </Dialog>
  );
}
