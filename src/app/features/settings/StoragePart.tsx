// Whether the browser has promised to keep what is saved here, and how much room there is.

import { useEffect } from 'preact/hooks';
import type { Delivery } from '../../../device/store/delivery.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useWork } from '../../use-work.ts';
import css from './settings.module.css';

export function StoragePart({ storage }: { readonly storage: Delivery['storage'] }) {
  const { device, text } = useApp();
  const words = text.settings.device;
  const work = useWork();
  useEffect(() => {
    device.act.readStorage();
  }, [device]);
  const { persisted, usage, quota } = storage;
  return (
    <section class={css.part}>
      <h2 class={css.title}>{words.storage}</h2>
      <p class={css.iconLine}>
        <Icon name={persisted === true ? 'on-server' : 'warning'} />
        {persisted === true ? words.persisted : persisted === false ? words.notPersisted : words.unknownPersisted}
      </p>
      {usage !== null && quota !== null && (
        <p class={css.quiet}>{words.used(text.formatting.bytes(usage), text.formatting.bytes(quota))}</p>
      )}
      {work.problem && <ProblemNotice problem={work.problem} />}
      {persisted === false && (
        <Button busy={work.busy ? words.asking : undefined} onClick={() => work.run(() => device.act.askToPersist())}>
          {words.askPersist}
        </Button>
      )}
    </section>
  );
}
