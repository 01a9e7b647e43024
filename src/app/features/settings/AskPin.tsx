// The PIN of the name that was picked.

import { useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { PasswordField } from '../../ui/form/PasswordField.tsx';
import { useWork } from '../../use-work.ts';

export interface AskPinProps {
  readonly staff: string;
  readonly name: string;
  readonly onRight: () => void;
  readonly onClose: () => void;
}

export function AskPin({ staff, name, onRight, onClose }: AskPinProps) {
  const { device, text } = useApp();
  const words = text.handOver;
  const [pin, setPin] = useState('');
  const work = useWork();
  const wait = work.problem?.retryAfter ?? 0;
  const isWrong = work.problem?.code === 'pin-wrong';

  async function check(): Promise<void> {
    const right = await work.run(() => device.act.checkPin(pin, staff));
    setPin('');
    if (right !== undefined) onRight();
  }

  return (
    <Dialog
      open
      title={words.pin.ask(name)}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.shell.cancel}</Button>
          <Button look="main" type="submit" form="ask-pin" busy={work.busy ? words.leave.checking : undefined}>
            {words.pin.confirm}
          </Button>
        </>
      }
    >
      <form
        id="ask-pin"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <PasswordField
          name="pin"
          kind="pin"
          label={words.leave.pin}
          hint={words.pin.askText}
          error={isWrong ? words.leave.wrong : undefined}
          width="medium"
          showLabel={words.leave.show}
          hideLabel={words.leave.hide}
          hiddenLabel={words.leave.hidden}
          value={pin}
          onInput={setPin}
        />
      </form>
      {wait > 0 && <Notice tone="warning" title={words.leave.wait(wait)} announce />}
      {work.problem && wait === 0 && !isWrong && <ProblemNotice problem={work.problem} />}
    </Dialog>
  );
}
