// Ending a device's access, after saying what is at stake: what it still held when it was last seen.

import type { EnrolledDevice } from '../../../../protocol/access.ts';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { ConfirmDialog } from '../../../ui/dialog/ConfirmDialog.tsx';
import { useWork } from '../../../use-work.ts';

export interface RevokeDialogProps {
  readonly device: EnrolledDevice;
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}

export function RevokeDialog({ device: revoked, onClose, onRevoked }: RevokeDialogProps) {
  const { device, text, now } = useApp();
  const words = text.access.devices;
  const work = useWork();
  const { unsent, oldestUnsentAt } = revoked;
  const age = oldestUnsentAt === null ? null : text.formatting.duration((now() - Date.parse(oldestUnsentAt)) / 1_000);
  return (
    <ConfirmDialog
      open
      title={words.revokeTitle(revoked.name)}
      confirmLabel={words.revokeConfirm}
      cancelLabel={text.shell.cancel}
      look="danger"
      busy={work.busy ? words.revoking : undefined}
      onCancel={onClose}
      onConfirm={async () => {
        if ((await work.run(() => device.access.revoke(revoked.id))) !== undefined) onRevoked();
      }}
    >
      <p>
        <strong>{unsent === null ? words.revokeUnknown : unsent === 0 ? words.revokeNoStakes : words.revokeStakes(unsent, age)}</strong>
      </p>
      <p>{words.revokeText}</p>
      {work.problem && <ProblemNotice problem={work.problem} />}
    </ConfirmDialog>
  );
}
