// Taking the page off a browser, for whoever opened it on the wrong one: its access ends at the server first, then nothing of it is kept.

import { useState } from 'preact/hooks';
import { leaveShared } from '../../../../device/actions/shared.ts';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { ConfirmDialog } from '../../../ui/dialog/ConfirmDialog.tsx';
import { useWork } from '../../../use-work.ts';

export function LeavePage() {
  const { device, text } = useApp();
  const words = text.shared;
  const [asking, setAsking] = useState(false);
  const work = useWork();

  async function leave(): Promise<void> {
    device.sync.stop();
    const left = await work.run(() => leaveShared(device.store));
    if (left === undefined) device.sync.start();
    else window.location.assign(routes.today);
  }

  return (
    <div>
      <Button look="quiet" icon="delete" onClick={() => setAsking(true)}>
        {words.leave}
      </Button>
      <ConfirmDialog
        open={asking}
        title={words.leaveTitle}
        confirmLabel={words.leave}
        cancelLabel={text.shell.cancel}
        look="danger"
        busy={work.busy ? words.leaving : undefined}
        onConfirm={() => void leave()}
        onCancel={() => setAsking(false)}
      >
        <p>{words.leaveText}</p>
        {work.problem && <ProblemNotice problem={work.problem} />}
      </ConfirmDialog>
    </div>
  );
}
