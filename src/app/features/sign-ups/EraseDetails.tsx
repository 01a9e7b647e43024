// Erasing one person's details, when the person asks for it: asked twice, naming what is at stake. Only the server can do it, so that it
// is done everywhere.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { useWork } from '../../use-work.ts';
import css from './sign-up-screen.module.css';

export interface EraseDetailsProps {
  readonly fact: string;
  /** 'Library card'. */
  readonly kind: string;
  /** Empty while the details are locked. */
  readonly name: string;
}

export function EraseDetails({ fact, kind, name }: EraseDetailsProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.erasing;
  const [asking, setAsking] = useState<'no' | 'once' | 'twice'>('no');
  const work = useWork();

  async function erase(): Promise<void> {
    const made = await work.run(() => device.access.eraseSignUps([fact]));
    setAsking('no');
    if (made === undefined) return;
    await device.sync.deliverNow(); // what this device holds goes now; without a network it goes with the next delivery
    route(routes.erasures, true);
  }

  return (
    <section class={css.erase} aria-label={words.erase}>
      {work.problem && <ProblemNotice problem={work.problem} title={words.notErased} />}
      <Button look="danger" icon="delete" onClick={() => setAsking('once')}>
        {words.erase}
      </Button>
      <p class={css.quiet}>{words.eraseText}</p>
      <ConfirmDialog
        open={asking === 'once'}
        look="danger"
        title={words.askTitle}
        confirmLabel={words.go}
        cancelLabel={words.keep}
        onConfirm={() => setAsking('twice')}
        onCancel={() => setAsking('no')}
      >
        <p>{words.askText(kind, name)}</p>
        <p>{words.askStays}</p>
        <p>{words.askOnly}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'twice'}
        look="danger"
        title={words.againTitle}
        confirmLabel={words.eraseNow}
        cancelLabel={words.keep}
        busy={work.busy ? words.erasing : undefined}
        onConfirm={() => void erase()}
        onCancel={() => setAsking('no')}
      >
        <p>{words.againText}</p>
      </ConfirmDialog>
    </section>
  );
}
