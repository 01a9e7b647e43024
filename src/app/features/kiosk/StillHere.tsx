// "Are you still here?", with the seconds that are left. Said aloud by screen readers as it comes, at ten and at five.

import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import css from './kiosk.module.css';

export interface StillHereProps {
  readonly left: number;
  readonly onStay: () => void;
  readonly onWipe: () => void;
}

export function StillHere({ left, onStay, onWipe }: StillHereProps) {
  const { text } = useApp();
  const words = text.kiosk.idle;
  const announced = left > 10 ? '' : left > 5 ? words.text(10) : words.text(5);
  return (
    <Dialog
      open
      role="alertdialog"
      title={words.title}
      closeLabel={words.stay}
      onClose={onStay}
      actions={
        <>
          <Button large onClick={onWipe}>
            {words.wipe}
          </Button>
          <Button look="main" large onClick={onStay}>
            {words.stay}
          </Button>
        </>
      }
    >
      <p class={css.lead}>{words.text(left)}</p>
      <LiveRegion text={announced} />
    </Dialog>
  );
}
