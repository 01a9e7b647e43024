// Staff take the device back with their PIN. After wrong ones it says how long to wait, and counts that down.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { PasswordField } from '../../ui/form/PasswordField.tsx';
import { LeaveByCode } from './LeaveByCode.tsx';

const longestOpen = 60_000;

export interface LeaveDialogProps {
  readonly onLeft: (session: string | null) => void;
  readonly onClose: () => void;
}

export function LeaveDialog({ onLeft, onClose }: LeaveDialogProps) {
  const { device, text } = useApp();
  const words = text.handOver.leave;
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState<Problem | null>(null);
  const [wait, setWait] = useState(0);
  const [forgot, setForgot] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => (wait > 0 ? device.store.ports.timer(1_000, () => setWait(wait - 1)) : undefined), [wait, device]);

  // Left alone, it goes by itself: the next visitor is not to find it.
  useEffect(() => (forgot ? undefined : device.store.ports.timer(longestOpen, onClose)), [pin, forgot, device]);

  async function leave(): Promise<void> {
    if (busy || wait > 0) return;
    setBusy(true);
    setFailed(null);
    setWrong(false);
    setSaid('');
    const checked = await device.act.checkPin(pin);
    const left = checked.ok ? await device.act.disarmKiosk() : checked;
    setBusy(false);
    setPin('');
    if (left.ok) return onLeft(left.value.session);
    const { code, retryAfter = 0 } = left.problem;
    setWait(retryAfter);
    setSaid(retryAfter > 0 ? words.wait(retryAfter) : code === 'pin-wrong' ? words.wrong : ''); // not each second of the wait
    field.current?.focus();
    if (code === 'pin-wrong') setWrong(true);
    else if (code !== 'pin-wait') setFailed(left.problem);
  }

  if (forgot) return <LeaveByCode onLeft={onLeft} onClose={onClose} />;
  return (
    <Dialog
      open
      title={words.title}
      closeLabel={words.stay}
      onClose={onClose}
      actions={
        <>
          <Button large onClick={onClose}>
            {words.stay}
          </Button>
          <Button look="main" large type="submit" form="leave-kiosk" busy={busy ? words.checking : undefined} disabled={wait > 0}>
            {words.button}
          </Button>
        </>
      }
    >
      <form
        id="leave-kiosk"
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void leave();
        }}
      >
        <PasswordField
          name="one"
          kind="pin"
          label={words.pin}
          hint={words.text}
          error={wrong && wait === 0 ? words.wrong : undefined}
          width="medium"
          inputRef={field}
          value={pin}
          onInput={setPin}
          showLabel={words.show}
          hideLabel={words.hide}
          hiddenLabel={words.hidden}
        />
      </form>
      <LiveRegion text={said} />
      {wait > 0 && <Notice tone="warning" title={words.wait(wait)} />}
      {failed !== null && <ProblemNotice problem={failed} />}
      {(wrong || wait > 0) && (
        <Button look="quiet" onClick={() => setForgot(true)}>
          {words.forgot}
        </Button>
      )}
    </Dialog>
  );
}
