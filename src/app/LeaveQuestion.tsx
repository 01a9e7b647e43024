// Asks before a tap on a link, or on the browser's back, throws away what was typed and not saved.

import { useApp } from './context.ts';
import type { LeavingProps } from './leaving.ts';
import { ConfirmDialog } from './ui/dialog/ConfirmDialog.tsx';

export function LeaveQuestion({ leave, onAnswer }: LeavingProps) {
  const { text } = useApp();
  const words = text.unsaved;
  return (
    <ConfirmDialog
      open
      title={words.title}
      cancelLabel={words.stay}
      confirmLabel={words.leave}
      look="danger"
      onCancel={onAnswer}
      onConfirm={() => {
        onAnswer();
        leave();
      }}
    >
      <p>{words.text}</p>
    </ConfirmDialog>
  );
}
