// A native modal dialog: the browser keeps the focus inside, Escape asks to close, the page behind is inert.
// It exists only while open; on closing, focus returns to where it was. A tap beside it does not close it,
// because a thumb slips and what is typed would be lost. On a phone it is a sheet at the bottom.
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../button/IconButton.tsx';
import css from './dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** The buttons at the bottom; the main one last, where the thumb is. */
  readonly actions?: ComponentChildren;
  /** alertdialog where something is at stake. */
  readonly role?: 'alertdialog';
  readonly children?: ComponentChildren;
}

export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ title, closeLabel, onClose, actions, role, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      // close() returns the focus only if the dialog is still in the page; when the whole screen goes, the opener may be gone as well.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class={css.dialog}
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={role && `${id}-body`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class={css.head}>
        <h2 class={css.title} id={`${id}-title`}>
          {title}
        </h2>
        <IconButton icon="close" label={closeLabel} onClick={onClose} />
      </div>
      <div class={css.body} id={`${id}-body`}>
        {children}
      </div>
      {actions && <div class={css.actions}>{actions}</div>}
    </dialog>
  );
}
