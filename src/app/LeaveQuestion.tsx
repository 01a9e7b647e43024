// Asks before a tap on a link throws away what was typed and not saved.

import { useLocation } from 'preact-iso';
import { useApp } from './context.ts';
import type { LeavingProps } from './leaving.ts';
import { ConfirmDialog } from './ui/dialog/ConfirmDialog.tsx';

export function LeaveQuestion({ to, onAnswer }: LeavingProps) {
  const { text } = useApp();
  const { route } = useLocation();
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
        route(to);
      }}
    >
      <p>{words.text}</p>
    </ConfirmDialog>
  );
}
