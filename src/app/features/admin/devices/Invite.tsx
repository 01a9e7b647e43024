// One enrollment code: as a picture for the tablet's camera, in letters for typing, and the time it still works.

import { useEffect, useState } from 'preact/hooks';
import { inGroups } from '../../../../protocol/ids.ts';
import type { InviteAnswer } from '../../../../protocol/access.ts';
import { useApp } from '../../../context.ts';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { QrCode } from '../../../ui/data/QrCode.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import css from './enroll-device.module.css';

export interface InviteProps {
  readonly invite: InviteAnswer;
  /** Which tablet of the library it will be: presets its name. */
  readonly number: number;
  readonly making: boolean;
  readonly onAnother: () => void;
}

/** As the server gives it; counted here from when the answer came, because this device's clock may be off. */
const lifeSeconds = 600;

export function Invite({ invite, number, making, onAnother }: InviteProps) {
  const { text } = useApp();
  const words = text.access.invite;
  const left = useSecondsLeft(invite.code);
  const link = `${window.location.origin}${routes.enroll}#${invite.code}.${number}`;

  if (left === 0) {
    return (
      <Notice
        tone="warning"
        title={words.expired}
        actions={
          <Button look="main" icon="refresh" busy={making ? words.making : undefined} onClick={onAnother}>
            {words.another}
          </Button>
        }
      >
        <p>{words.expiredText}</p>
      </Notice>
    );
  }
  return (
    <section class={css.invite}>
      <QrCode text={link} label={words.qrLabel} size="large" />
      <div class={css.words}>
        <p class={css.quiet}>{words.typed}</p>
        <p class={css.code}>{inGroups(invite.code, 5)}</p>
        <p class={css.quiet}>{words.address(window.location.host)}</p>
        <p class={css.left}>{words.expires(minutesAndSeconds(left))}</p>
        <p class={css.quiet}>{words.used}</p>
        <div>
          <Button icon="refresh" busy={making ? words.making : undefined} onClick={onAnother}>
            {words.another}
          </Button>
        </div>
      </div>
      <p class={css.ios}>{words.ios}</p>
    </section>
  );
}

function useSecondsLeft(code: string): number {
  const { now } = useApp();
  const [madeAt, setMadeAt] = useState({ code, at: now() });
  const [at, setAt] = useState(now);
  if (madeAt.code !== code) setMadeAt({ code, at: now() });
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 1_000);
    return () => clearInterval(timer);
  }, [now]);
  return Math.max(0, lifeSeconds - Math.floor((Math.max(at, madeAt.at) - madeAt.at) / 1_000));
}

function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
