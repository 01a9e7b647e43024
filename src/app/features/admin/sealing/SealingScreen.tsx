// The state of the library's sealing key: what opens it and who keeps that; making it, for a coordinator; checking one's memory.

import { identity } from '../../../../device/store/identity.ts';
import { keyWraps, libraryRecord, sealingKey } from '../../../../device/store/records.ts';
import { mayWriteFact } from '../../../../domain/may.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { List, ListItem } from '../../../ui/data/List.tsx';
import { ListRow } from '../../../ui/data/ListRow.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../../ui/frame/PageHeader.tsx';
import { useEffect, useState } from 'preact/hooks';
import { CheckPassphrase } from './CheckPassphrase.tsx';
import { KeyMaking } from './KeyMaking.tsx';
import { useKeyMaking } from './key-making.ts';
import css from './sealing.module.css';
import { UseRecoverySheet } from './UseRecoverySheet.tsx';

export function SealingScreen() {
  const { device, text } = useApp();
  const words = text.sealing;
  const [begun, setBegun] = useState(false);
  const making = useKeyMaking();
  const live = useLive(async () => {
    const { store } = device;
    const [who, library, key, wraps] = await Promise.all([identity(store), libraryRecord(store), sealingKey(store), keyWraps(store)]);
    return { who, library: library?.values.name ?? '', key, wraps: wraps.filter((wrap) => wrap.key === key?.id) };
  }, []);
  const back = { href: routes.settings, label: text.settings.title };

  // Each step is an arrival, like a new screen.
  useEffect(() => {
    if (!begun) return;
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [begun, making.step]);

  if (live.state !== 'ready') {
    return (
      <>
        <PageHeader title={words.title} back={back} />
        {live.state === 'problem' ? <ProblemNotice problem={live.problem} /> : <Skeleton label={text.shell.loading} />}
      </>
    );
  }
  const { who, library, key, wraps } = live.value;
  const mayMake = who !== null && mayWriteFact(who.level, 'sealing-key.changed');

  if (key === null && mayMake && begun) {
    const title = text.access.setup.steps[making.step];
    const lead = { passphrase: undefined, sheet: words.sheetText, rehearsal: words.trialText }[making.step];
    return (
      <>
        <PageHeader title={title} back={back} meta={lead} />
        <KeyMaking making={making} library={library} />
      </>
    );
  }
  if (key === null) {
    return (
      <>
        <PageHeader title={words.title} back={back} />
        <EmptyState
          icon="key"
          title={words.noKey}
          actions={
            mayMake && (
              <Button look="main" icon="key" onClick={() => setBegun(true)}>
                {words.begin}
              </Button>
            )
          }
        >
          <p>{mayMake ? words.noKeyText : words.noKeyForStaff}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={words.title} back={back} meta={words.keyIs(key.id)} />
      <Notice tone="done" title={words.keyReady}>
        <p>{words.keyReadyText}</p>
      </Notice>
      {wraps.length > 0 && (
        <section class={css.part}>
          <h2>{words.openedBy}</h2>
          <List label={words.openedBy}>
            {wraps.map((wrap) => (
              <ListItem key={wrap.salt}>
                <ListRow
                  icon={wrap.by === 'passphrase' ? 'key' : 'print'}
                  title={words.wrap[wrap.by]}
                  meta={wrap.holder === '' ? undefined : words.keptBy(wrap.holder)}
                />
              </ListItem>
            ))}
          </List>
          <p>{words.secondHolder}</p>
        </section>
      )}
      {wraps.length > 0 && <CheckPassphrase />}
      {wraps.length > 0 && <UseRecoverySheet />}
    </>
  );
}
