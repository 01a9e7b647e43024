// A calm bar that offers a new version. It can be put off until the app is opened again (About Wayside still has it), and it is not
// even offered while a screen holds updates back.

import { useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import { Button } from '../ui/button/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import css from './update-prompt.module.css';

export function UpdatePrompt() {
  const { offline, text } = useApp();
  const [putOff, setPutOff] = useState(false);
  const [state, setState] = useState<'offered' | 'applying' | 'held-elsewhere'>('offered');
  if (!offline.updateWaiting.value || offline.updatesHeld.value || putOff) return null;

  async function apply(): Promise<void> {
    setState('applying');
    // 'applied' ends with the page being loaded again, so the button stays busy until then.
    if ((await offline.applyUpdate()) === 'held') setState('held-elsewhere');
  }

  return (
    <div class={css.bar} role="status" data-print="no">
      <Icon name="refresh" />
      <p class={css.words}>{state === 'held-elsewhere' ? text.shell.updateHeldElsewhere : text.shell.updateReady}</p>
      <div class={css.actions}>
        <Button look="quiet" onClick={() => setPutOff(true)}>
          {text.shell.updateLater}
        </Button>
        <Button look="plain" busy={state === 'applying' ? text.shell.updating : undefined} onClick={apply}>
          {text.shell.updateNow}
        </Button>
      </div>
    </div>
  );
}
