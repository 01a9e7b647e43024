// The other tablet's codes, read by this one's camera: how far it is, and when it is done, readable at arm's length. What arrives is
// checked and kept; it goes to the server with the next delivery.

import { useMemo, useState } from 'preact/hooks';
import type { TakenIn } from '../../../device/actions/parcels.ts';
import { createWatcher } from '../../../device/codes/frames.ts';
import { useApp } from '../../context.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { scanWords } from '../../records/scan-words.ts';
import { useParcels } from '../../records/use-parcels.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Progress } from '../../ui/feedback/Progress.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { screenCodes } from '../../ui/scanner/code-formats.ts';
import { LazyScanner } from '../../ui/scanner/LazyScanner.tsx';
import { vibrate } from '../../ui/vibrate.ts';
import { useWork } from '../../use-work.ts';
import css from './parcels.module.css';

export function ScanCodesScreen() {
  const { text } = useApp();
  const words = text.parcels.scan;
  const parcels = useParcels();
  const work = useWork();
  const [turn, setTurn] = useState(0);
  const watcher = useMemo(createWatcher, [turn]);
  const [progress, setProgress] = useState(0);
  const [taken, setTaken] = useState<TakenIn | null>(null);
  const [whole, setWhole] = useState(false);
  useHoldUpdates(progress > 0 && taken === null);

  function see(code: string): void {
    if (whole || !watcher.see(code)) return;
    setProgress(watcher.progress());
    const bytes = watcher.bytes();
    if (bytes === null) return;
    setWhole(true);
    vibrate(120);
    void work.run(() => parcels.takeIn(bytes)).then((done) => setTaken(done ?? null));
  }

  function again(): void {
    setTurn(turn + 1);
    setProgress(0);
    setTaken(null);
    setWhole(false);
    work.clear();
  }

  const { noCamera, refused, cannotDecode, inUse, aim } = words;
  const next = (
    <>
      <LinkButton look="main" href={routes.delivery}>
        {text.parcels.show.done}
      </LinkButton>
      <Button icon="scan" onClick={again}>
        {words.again}
      </Button>
    </>
  );
  return (
    <>
      <PageHeader title={words.title} back={{ href: routes.delivery, label: text.delivery.title }} />
      {!whole && (
        <div class={css.scan}>
          <p>{words.how}</p>
          <LazyScanner
            stream
            formats={screenCodes}
            words={{ ...scanWords(text), noCamera, refused, cannotDecode, inUse, aim: progress === 0 ? aim : words.still }}
            onFound={see}
          />
          {progress > 0 && <Progress label={words.progress} value={progress} words={words.percent(progress)} />}
        </div>
      )}
      {whole && taken === null && !work.problem && <Progress label={text.parcels.taking} />}
      {work.problem && <ProblemNotice problem={work.problem} actions={next} />}
      {taken !== null && (
        <Notice tone="done" title={words.doneTitle} announce actions={next}>
          <p>
            <strong>{text.parcels.taken(taken.added, taken.known)}</strong> {words.doneText}
          </p>
          {taken.added > 0 && <p>{text.parcels.takenText}</p>}
        </Notice>
      )}
    </>
  );
}
