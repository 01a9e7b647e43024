// For the day the passphrase is gone: the printed key opens the vault of this device, as the passphrase would.

import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useWork } from '../../../use-work.ts';
import css from './sealing.module.css';

export function UseRecoverySheet() {
  const { device, text } = useApp();
  const words = text.sealing;
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [isOpen, setIsOpen] = useState(false);
  const work = useWork();
  useEffect(() => device.seal.subscribe((status) => setIsOpen(status.state === 'unlocked')), [device]);

  async function open(): Promise<void> {
    const missing = typed.trim() === '' ? [{ field: 'recoveryKey', message: words.recoveryMissing }] : [];
    setProblems(missing);
    if (missing.length > 0) return;
    if ((await work.run(() => device.seal.unlock({ recoveryKey: typed }))) === undefined) return;
    setTyped('');
    setAsking(false);
  }

  return (
    <section class={css.part}>
      <h2>{words.forgotten}</h2>
      {isOpen ? (
        <Notice
          tone="done"
          title={words.openedWithSheet}
          announce
          actions={
            <Button icon="lock" onClick={() => device.seal.lock()}>
              {words.lockAgain}
            </Button>
          }
        />
      ) : (
        <p>{words.forgottenText}</p>
      )}
      {!isOpen && !asking && (
        <Button icon="print" onClick={() => setAsking(true)}>
          {words.useSheet}
        </Button>
      )}
      {!isOpen && asking && (
        <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={open}>
          <TextField
            name="recoveryKey"
            label={words.recoveryKey}
            hint={words.recoveryHint}
            capitalize="characters"
            code
            maxLength={100}
            value={typed}
            onInput={setTyped}
          />
          {work.problem && <ProblemNotice problem={work.problem} />}
          <div>
            <Button type="submit" icon="unlock" busy={work.busy ? words.opening : undefined}>
              {words.openWithSheet}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
