// Taking Wayside's data off this device. It delivers first; what cannot be delivered is offered as a rescue file; and only after two
// questions that name the number is it deleted (promise 8: unsent work cannot be thrown away by accident).

import { useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { RemoveDataDialog } from './RemoveDataDialog.tsx';
import css from './settings.module.css';

export function RemoveDataPart() {
  const { text } = useApp();
  const words = text.settings.device;
  const [asking, setAsking] = useState(false);
  return (
    <section class={css.part}>
      <h2 class={css.title}>{words.remove}</h2>
      <p class={css.quiet}>{words.removeText}</p>
      <Button look="danger" icon="delete" onClick={() => setAsking(true)}>
        {words.removeButton}
      </Button>
      {asking && <RemoveDataDialog onClose={() => setAsking(false)} />}
    </section>
  );
}
