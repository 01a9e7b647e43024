// The state of the library's sealing key: what opens it and who keeps that; making it or a new one, for a coordinator; checking one's
// memory.

import { identity } from '../../../../device/store/identity.ts';
import { libraryRecord, sealingKey, sealingKeys, shownWraps } from '../../../../device/store/records.ts';
import { mayWriteFact } from '../../../../domain/may.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { knownZone } from '../../../records/library-day.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../../ui/frame/PageHeader.tsx';
import { useEffect, useState } from 'preact/hooks';
import { CheckPassphrase } from './CheckPassphrase.tsx';
import { KeyHolders } from './KeyHolders.tsx';
import { KeyMaking } from './KeyMaking.tsx';
import { useKeyMaking } from './key-making.ts';
import css from './sealing.module.css';
import { UseRecoverySheet } from './UseRecoverySheet.tsx';

export function SealingScreen() {
  const { device, text } = useApp();
  const words = text.sealing;
  const [begun, setBegun] = useState(false);
  const making = useKeyMaking();
  const stop = () => {
    making.forget();
    setBegun(false);
  };
  const live = useLive(async () => {
    const { store } = device;
    const [who, library, key, keys, wraps] = await Promise.all([
      identity(store),
      libraryRecord(store),
      sealingKey(store),
      sealingKeys(store),
      shownWraps(store),
    ]);
    return {
      who,
      library: library?.values.name ?? '',
      zone: knownZone(library?.values.timeZone),
      key,
      old: keys.filter(({ id }) => id !== key?.id).length,
      wraps: wraps.filter(({ values }) => values.key === key?.id),
    };
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
  const { who, library, zone, key, old, wraps } = live.value;
  const mayMake = who !== null && mayWriteFact(who.level, 'sealing-key.changed');

  // Once stored, the key that was made is the one in use, and the steps are over.
  const rotated = begun && key !== null && key.id === making.made?.keyId;
  if (mayMake && begun && !rotated) {
    const title = text.access.setup.steps[making.step];
    const lead = { passphrase: undefined, sheet: words.sheetText, rehearsal: words.trialText }[making.step];
    return (
      <>
        <PageHeader title={title} back={back} meta={lead} />
        {key !== null && (
          <div data-print="no">
            <Button look="quiet" onClick={stop}>
              {text.keyHolders.rotateStop}
            </Button>
          </div>
        )}
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
      {rotated && old > 0 && <Notice tone="done" title={text.keyHolders.rotated} announce />}
      {wraps.length > 0 && <KeyHolders wraps={wraps} mayChange={mayMake} zone={zone} />}
      {wraps.length > 0 && <CheckPassphrase />}
      {wraps.length > 0 && <UseRecoverySheet mayChange={mayMake} />}
      {mayMake && (
        <section class={css.part}>
          <h2>{text.keyHolders.rotate}</h2>
          <p>{text.keyHolders.rotateText}</p>
          <Button icon="key" onClick={() => setBegun(true)}>
            {text.keyHolders.rotateBegin}
          </Button>
        </section>
      )}
      {old > 0 && (
        <section class={css.part}>
          <h2>{text.keyHolders.old(old)}</h2>
          <p>{text.keyHolders.oldText}</p>
        </section>
      )}
    </>
  );
}
