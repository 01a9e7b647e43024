// Asks once before something that cannot simply be undone, naming what is at stake. Focus starts on the way
// back, so that a second tap or a stray Enter does no harm.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { Dialog } from './Dialog.tsx';

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly look?: 'main' | 'danger';
  /** Words shown on the confirming button while it works. */
  readonly busy?: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children?: ComponentChildren;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (props.open) cancel.current?.focus();
  }, [props.open]);
  return (
    <Dialog
      open={props.open}
      title={props.title}
      closeLabel={props.cancelLabel}
      role="alertdialog"
      onClose={props.onCancel}
      actions={
        <>
          <Button buttonRef={cancel} onClick={props.onCancel}>
            {props.cancelLabel}
          </Button>
          <Button look={props.look ?? 'main'} busy={props.busy} onClick={props.onConfirm}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
