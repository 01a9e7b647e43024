// For the day the passphrase is gone: the printed key opens the vault of this device, as the passphrase would.

import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { scanWords } from '../../../records/scan-words.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { CodeField } from '../../../ui/form/CodeField.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { screenCodes } from '../../../ui/scanner/code-formats.ts';
import { useWork } from '../../../use-work.ts';
import { AddHolder } from './AddHolder.tsx';
import css from './sealing.module.css';

export function UseRecoverySheet({ mayChange }: { readonly mayChange: boolean }) {
  const { device, text } = useApp();
  const words = text.sealing;
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [isOpen, setIsOpen] = useState(false);
  /** The recovery key that has opened, for as long as a new passphrase may be set with it. */
  const [fresh, setFresh] = useState('');
  const work = useWork();
  useEffect(() => device.seal.subscribe((status) => setIsOpen(status.state === 'unlocked')), [device]);
  useEffect(() => {
    if (!isOpen) setFresh('');
  }, [isOpen]);

  async function open(): Promise<void> {
    const missing = typed.trim() === '' ? [{ field: 'recoveryKey', message: words.recoveryMissing }] : [];
    setProblems(missing);
    if (missing.length > 0) return;
    if ((await work.run(() => device.seal.unlock({ recoveryKey: typed }))) === undefined) return;
    setFresh(typed);
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
      {isOpen && mayChange && fresh !== '' && (
        <>
          <h3>{text.keyHolders.fresh}</h3>
          <p>{text.keyHolders.freshText}</p>
          <AddHolder recoveryKey={fresh} onDone={() => setFresh('')} />
        </>
      )}
      {!isOpen && !asking && (
        <Button icon="print" onClick={() => setAsking(true)}>
          {words.useSheet}
        </Button>
      )}
      {!isOpen && asking && (
        <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={open}>
          <CodeField
            name="recoveryKey"
            label={words.recoveryKey}
            hint={words.recoveryHint}
            formats={screenCodes}
            words={scanWords(text)}
            capitalize="characters"
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
