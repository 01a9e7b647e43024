// Whether the browser may throw this device's storage away, how full it is, and asking it not to. Only a tap may ask.

import { useState } from 'preact/hooks';
import type { Delivery } from '../../../device/store/delivery.ts';
import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import css from './delivery-screen.module.css';

export function StorageState({ storage }: { readonly storage: Delivery['storage'] }) {
  const { device, text } = useApp();
  const words = text.delivery.storage;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { persisted, usage, quota } = storage;

  async function ask(): Promise<void> {
    setBusy(true);
    const result = await device.act.askToPersist();
    setBusy(false);
    if (result.ok) setRefused(result.value.persisted !== true);
    else setProblem(result.problem);
  }

  return (
    <section class={css.part} aria-labelledby="storage">
      <h2 id="storage">{words.title}</h2>
      {persisted === true ? (
        <p class={css.line}>
          <Icon name="check" />
          <span>
            <strong>{words.persisted}.</strong> {words.persistedText}
          </span>
        </p>
      ) : (
        <>
          <p class={css.line}>
            <Icon name="warning" />
            <span>
              {persisted === false && <strong>{words.notPersisted}. </strong>}
              {persisted === false ? words.notPersistedText : words.unknown}
            </span>
          </p>
          <div class={css.actions}>
            <Button busy={busy ? words.asking : undefined} onClick={() => void ask()}>
              {words.ask}
            </Button>
          </div>
          {refused && <Notice tone="warning" title={words.refused} announce />}
          {problem !== null && <ProblemNotice problem={problem} />}
        </>
      )}
      {usage !== null && quota !== null && <p>{words.used(text.formatting.bytes(usage), text.formatting.bytes(quota))}</p>}
    </section>
  );
}
