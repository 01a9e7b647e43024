// The whole-screen answer at the end of enrollment: this device can go offline, or what is still missing, line by line.

import { delivery } from '../../../../device/store/delivery.ts';
import { libraryRecord, sealingKey, sites } from '../../../../device/store/records.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { Progress } from '../../../ui/feedback/Progress.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { LoneFrame } from '../frame/LoneFrame.tsx';
import { ReadyLine } from './ReadyLine.tsx';
import css from './going-offline.module.css';

export function GoingOffline() {
  const { device, offline, text } = useApp();
  const words = text.access.enroll;
  const here = useLive(async () => {
    const { store } = device;
    const [state, library, siteRecords, sessions, key] = await Promise.all([
      delivery(store),
      libraryRecord(store),
      sites(store),
      store.sessions.count(),
      sealingKey(store),
    ]);
    return { state, library: library?.values.name ?? '', sites: siteRecords.length, sessions, hasKey: key !== null };
  }, []);

  if (here.state !== 'ready') {
    return (
      <LoneFrame title={words.notReadyTitle} place="reading">
        {here.state === 'problem' ? <ProblemNotice problem={here.problem} /> : <Skeleton label={text.shell.loading} />}
      </LoneFrame>
    );
  }
  const { filling, lastTry, storage } = here.value.state;
  const app = offline.readiness.value;
  const isReady = filling === null && app === 'ready';
  const asked = filling !== null;
  const line = words.lines;

  return (
    <LoneFrame
      title={isReady ? words.readyTitle : words.notReadyTitle}
      place={isReady ? 'ready' : 'filling'}
      lead={<p>{isReady ? words.readyText(here.value.library) : words.notReadyText}</p>}
    >
      {filling !== null && (
        <Progress
          label={words.filling}
          value={filling.total === null ? undefined : filling.done}
          max={filling.total ?? 1}
          words={filling.total === null ? words.fillingStarted : words.fillingWords(filling.done, filling.total)}
        />
      )}
      {filling !== null && lastTry?.problem && (
        <ProblemNotice
          problem={lastTry.problem}
          actions={<Button onClick={() => device.sync.deliverNow()}>{text.shell.tryAgain}</Button>}
        />
      )}
      <ul class={css.lines} data-marks="none" data-state={isReady ? 'ready' : undefined}>
        <ReadyLine
          state={app === 'ready' ? 'done' : app === 'preparing' ? 'waiting' : 'attention'}
          title={line.app}
          detail={app === 'ready' ? line.appDone : app === 'preparing' ? line.appPreparing : line.appUnsupported}
        />
        <ReadyLine
          state={asked ? 'waiting' : 'done'}
          title={line.sessions}
          detail={asked ? line.waiting : line.sessionsDone(here.value.sessions)}
        />
        <ReadyLine state={asked ? 'waiting' : 'done'} title={line.sites} detail={asked ? line.waiting : line.sitesDone(here.value.sites)} />
        <ReadyLine
          state={here.value.hasKey ? 'done' : asked ? 'waiting' : 'attention'}
          title={line.sealing}
          detail={here.value.hasKey ? line.sealingDone : asked ? line.waiting : line.sealingMissing}
        />
        <ReadyLine
          state={storage.persisted === true ? 'done' : 'attention'}
          title={line.storage}
          detail={storage.persisted === true ? line.storageDone : storage.persisted === false ? line.storageRefused : line.storageUnknown}
          action={
            storage.persisted === false && (
              <Button look="quiet" onClick={() => device.act.askToPersist()}>
                {line.storageAsk}
              </Button>
            )
          }
        />
      </ul>
      <div>
        <LinkButton look={isReady ? 'main' : 'plain'} href={routes.today}>
          {words.goToToday}
        </LinkButton>
      </div>
      {!isReady && <p>{words.leave}</p>}
    </LoneFrame>
  );
}
