// The lock over contact details: closed, it asks for the passphrase or the key from the recovery sheet; open, it says until when and
// closes with one tap.

import { useState } from 'preact/hooks';
import { ok } from '../../domain/problem.ts';
import { useApp } from '../context.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import { scanWords } from './scan-words.ts';
import { classes } from '../ui/classes.ts';
import { Button } from '../ui/button/Button.tsx';
import { Dialog } from '../ui/dialog/Dialog.tsx';
import { CodeField } from '../ui/form/CodeField.tsx';
import { Form } from '../ui/form/Form.tsx';
import { PasswordField } from '../ui/form/PasswordField.tsx';
import { Icon } from '../ui/Icon.tsx';
import { screenCodes } from '../ui/scanner/code-formats.ts';
import { useWork } from '../use-work.ts';
import css from './unlock-panel.module.css';
import type { VaultState } from './use-vault.ts';

export interface UnlockPanelProps {
  readonly vault: VaultState;
  readonly zone: string;
  /** Few words, and on a phone one line: what stands below is what somebody came for. */
  readonly slim?: boolean;
}

export function UnlockPanel({ vault, zone, slim = false }: UnlockPanelProps) {
  const { device, text } = useApp();
  const words = text.signUps.lock;
  const [asking, setAsking] = useState(false);
  if (vault.state === 'unlocked') {
    return (
      <div class={classes(css.panel, slim && css.slim)}>
        <Icon name="unlock" />
        <p class={css.words}>{(slim ? words.until : words.unlocked)(text.formatting.clock(vault.locksAt, zone))}</p>
        <Button icon="lock" onClick={() => device.seal.lock()}>
          {words.lockNow}
        </Button>
      </div>
    );
  }
  return (
    <div class={classes(css.panel, slim && css.slim)}>
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
  const [by, setBy] = useState<'passphrase' | 'recoveryKey'>('passphrase');
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const work = useWork();
  const type = (value: string) => {
    setTyped(value);
    setError(null);
  };

  async function unlock(): Promise<void> {
    work.clear();
    if (typed.trim() === '') return setError(by === 'passphrase' ? words.missing : text.sealing.recoveryMissing);
    const opened = await work.run(async () => {
      const result = await device.seal.unlock(by === 'passphrase' ? { passphrase: typed } : { recoveryKey: typed });
      if (result.ok || result.problem.code !== 'passphrase-wrong') return result;
      setError(words.wrong);
      return ok(null);
    });
    if (opened) onClose();
  }

  return (
    <Dialog
      open
      title={words.title}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <Button look="main" large wide type="submit" form="unlock-form" busy={work.busy ? words.unlocking : undefined}>
          {words.unlock}
        </Button>
      }
    >
      <Form
        id="unlock-form"
        problems={error === null ? [] : [{ field: by, message: error }]}
        problemsTitle={text.shell.errorSummaryTitle}
        onSubmit={() => void unlock()}
      >
        {work.problem !== undefined && <ProblemNotice problem={work.problem} />}
        {by === 'passphrase' ? (
          <PasswordField
            name="passphrase"
            kind="passphrase"
            label={words.passphrase}
            hint={words.text}
            showLabel={words.show}
            hideLabel={words.hide}
            hiddenLabel={text.sealing.hidden}
            value={typed}
            onInput={type}
          />
        ) : (
          <CodeField
            name="recoveryKey"
            label={text.sealing.recoveryKey}
            hint={text.sealing.recoveryHint}
            formats={screenCodes}
            words={scanWords(text)}
            wholeScreen
            capitalize="characters"
            value={typed}
            onInput={type}
          />
        )}
        <div>
          <Button
            look="quiet"
            onClick={() => {
              setBy(by === 'passphrase' ? 'recoveryKey' : 'passphrase');
              type('');
              work.clear();
            }}
          >
            {by === 'passphrase' ? text.sealing.useSheet : text.followUp.usePassphrase}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
