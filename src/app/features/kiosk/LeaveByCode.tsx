// Nobody knows the PIN any more: an enrollment code of the coordinator's takes the device back instead. It is checked by the server, so it
// needs a network; the device is enrolled anew with it, and what it holds stays.

import { useEffect, useState } from 'preact/hooks';
import { identity } from '../../../device/store/identity.ts';
import { typedCode } from '../../../protocol/ids.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { scanWords } from '../../records/scan-words.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { CodeField } from '../../ui/form/CodeField.tsx';
import { screenCodes } from '../../ui/scanner/code-formats.ts';
import { useWork } from '../../use-work.ts';

/** Finding the coordinator and typing ten letters takes longer than a PIN. */
const longestOpen = 300_000;

export interface LeaveByCodeProps {
  readonly onLeft: (session: string | null) => void;
  readonly onClose: () => void;
}

export function LeaveByCode({ onLeft, onClose }: LeaveByCodeProps) {
  const { device, text } = useApp();
  const words = text.handOver.leave;
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const work = useWork();
  const missing = typedCode(code) === '';

  useEffect(() => device.store.ports.timer(longestOpen, onClose), [code, device]);

  async function leave(): Promise<void> {
    setTried(true);
    if (missing) return;
    const left = await work.run(async () => {
      const who = await identity(device.store);
      const enrolled = await device.access.enroll(typedCode(code), who?.name ?? text.shell.appName);
      return enrolled.ok ? device.act.disarmKiosk() : enrolled;
    });
    if (left !== undefined) onLeft(left.session);
  }

  return (
    <Dialog
      open
      title={words.forgotTitle}
      closeLabel={words.stay}
      onClose={onClose}
      actions={
        <>
          <Button large onClick={onClose}>
            {words.stay}
          </Button>
          <Button look="main" large type="submit" form="leave-by-code" busy={work.busy ? words.checking : undefined}>
            {words.button}
          </Button>
        </>
      }
    >
      <form
        id="leave-by-code"
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void leave();
        }}
      >
        <p>{words.forgotText}</p>
        <CodeField
          name="code"
          label={text.access.enroll.code}
          hint={text.access.enroll.codeHint}
          error={tried && missing ? text.access.missing.code : undefined}
          formats={screenCodes}
          words={scanWords(text)}
          wholeScreen
          capitalize="characters"
          value={code}
          onInput={setCode}
          onScanned={(scanned) => {
            setCode(codeIn(scanned));
            return undefined;
          }}
        />
      </form>
      {work.problem !== undefined && <ProblemNotice problem={work.problem} />}
    </Dialog>
  );
}

/** The picture on the coordinator's screen is an address that ends in the code and the number of the tablet: '…/enroll#K7QZX98ABC.3'. */
function codeIn(scanned: string): string {
  return /#([^.]+)/.exec(scanned)?.[1] ?? scanned;
}
