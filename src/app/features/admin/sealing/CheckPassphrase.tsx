// Does this passphrase still open the key? Opens and locks again at once: nothing is shown, nothing stays open.

import { useState } from 'preact/hooks';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { PasswordField } from '../../../ui/form/PasswordField.tsx';
import { useWork } from '../../../use-work.ts';
import css from './sealing.module.css';

export function CheckPassphrase() {
  const { device, text } = useApp();
  const words = text.sealing;
  const [passphrase, setPassphrase] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [isRight, setIsRight] = useState(false);
  const work = useWork();

  async function check(): Promise<void> {
    setIsRight(false);
    const missing = passphrase.trim() === '' ? [{ field: 'passphrase', message: words.missing.passphrase }] : [];
    setProblems(missing);
    if (missing.length > 0) return;
    const wasOpen = device.seal.status().state === 'unlocked';
    const opened = await work.run(() => device.seal.unlock({ passphrase }));
    if (!wasOpen) device.seal.lock();
    if (opened === undefined) return;
    setIsRight(true);
    setPassphrase('');
  }

  return (
    <section class={css.part}>
      <h2>{words.check}</h2>
      <p>{words.checkText}</p>
      <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={check}>
        <PasswordField
          name="passphrase"
          kind="passphrase"
          label={words.passphrase}
          showLabel={words.show}
          hideLabel={words.hide}
          hiddenLabel={words.hidden}
          value={passphrase}
          onInput={setPassphrase}
        />
        {work.problem && <ProblemNotice problem={work.problem} />}
        {isRight && <Notice tone="done" title={words.checkRight} announce />}
        <div>
          <Button type="submit" busy={work.busy ? words.checking : undefined}>
            {words.checkButton}
          </Button>
        </div>
      </Form>
    </section>
  );
}
