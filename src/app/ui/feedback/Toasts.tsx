// Short answers that come and go, such as "Saved" with a way to undo. Nothing important is only here: a
// toast leaves after a while, except under a finger, the pointer or the focus. The region is always in the
// page, because screen readers hear only regions they have met. The caller keeps the list.
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { IconButton } from '../button/IconButton.tsx';
import { Icon } from '../Icon.tsx';
import { classes } from '../classes.ts';
import css from './toasts.module.css';

export interface Toast {
  readonly id: string;
  readonly text: string;
  readonly tone?: 'done' | 'problem';
  readonly action?: { readonly label: string; readonly onAct: () => void };
}

export interface ToastsProps {
  readonly toasts: readonly Toast[];
  readonly dismissLabel: string;
  readonly onDismiss: (id: string) => void;
  /** How long one stays; one with an action stays three times as long. */
  readonly stayMilliseconds?: number;
}

export function Toasts({ toasts, dismissLabel, onDismiss, stayMilliseconds = 6000 }: ToastsProps) {
  return (
    <div class={css.region} role="status" aria-live="polite" aria-atomic="false">
      {toasts.map((toast) => (
        <ToastSlip
          key={toast.id}
          toast={toast}
          dismissLabel={dismissLabel}
          stay={toast.action ? stayMilliseconds * 3 : stayMilliseconds}
          onDismiss={() => onDismiss(toast.id)}
        />
      ))}
    </div>
  );
}

interface ToastSlipProps {
  readonly toast: Toast;
  readonly dismissLabel: string;
  readonly stay: number;
  readonly onDismiss: () => void;
}

function ToastSlip({ toast, dismissLabel, stay, onDismiss }: ToastSlipProps) {
  const [held, setHeld] = useState(false);

  // Without onDismiss among the dependencies: a new one must not start the time again.
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onDismiss, stay);
    return () => clearTimeout(timer);
  }, [held, stay]);

  return (
    <div
      class={classes(css.toast, toast.tone === 'problem' && css.problem)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusCapture={() => setHeld(true)}
      onBlurCapture={() => setHeld(false)}
    >
      <Icon name={toast.tone === 'problem' ? 'problem' : 'done'} />
      <span class={css.text}>{toast.text}</span>
      {toast.action && (
        <Button
          look="quiet"
          onClick={() => {
            toast.action?.onAct();
            onDismiss();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon="close" label={dismissLabel} onClick={onDismiss} />
    </div>
  );
}
