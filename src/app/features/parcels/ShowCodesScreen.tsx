// What is unsent, shown as codes that follow each other, for another tablet's camera. One person may hold both: large, few words, and
// nothing to press while it runs. It begins with a tap, because a picture that changes must never begin by itself.

import { useEffect, useRef, useState } from 'preact/hooks';
import { encode } from 'uqr';
import { codeOptions, type FrameSize, framesOf, mostBytesInCodes } from '../../../device/codes/frames.ts';
import type { Packed } from '../../../device/actions/parcels.ts';
import { useApp } from '../../context.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { useParcels } from '../../records/use-parcels.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { keepAwake } from '../../ui/keep-awake.ts';
import { useWork } from '../../use-work.ts';
import css from './parcels.module.css';

/** Milliseconds a code stays. A camera sees it once or twice; fine patterns at five a second are far from a flash, and half of that is calm. */
const pace = { plain: 200, calm: 450 } as const;

export function ShowCodesScreen() {
  const { text } = useApp();
  const words = text.parcels.show;
  const parcels = useParcels();
  const work = useWork();
  const [packed, setPacked] = useState<Packed | undefined>(undefined);

  useEffect(() => {
    void work.run(parcels.pack).then(setPacked);
  }, [parcels]);

  const back = { href: routes.delivery, label: text.delivery.title };
  return (
    <>
      <PageHeader title={words.title} back={back} meta={packed !== undefined && packed.count > 0 && words.lead(packed.count)} />
      {work.problem && <ProblemNotice problem={work.problem} actions={<LinkButton href={routes.delivery}>{words.done}</LinkButton>} />}
      {packed === undefined && !work.problem && <Skeleton label={words.reading} />}
      {packed?.count === 0 && <EmptyState icon="on-server" title={text.parcels.nothing} />}
      {packed !== undefined && packed.bytes.length > mostBytesInCodes && (
        <Notice tone="info" title={words.tooMuch} actions={<LinkButton href={routes.delivery}>{words.done}</LinkButton>}>
          <p>{words.tooMuchText}</p>
        </Notice>
      )}
      {packed !== undefined && packed.count > 0 && packed.bytes.length <= mostBytesInCodes && <Codes bytes={packed.bytes} />}
    </>
  );
}

function Codes({ bytes }: { readonly bytes: Uint8Array }) {
  const { text } = useApp();
  const words = text.parcels.show;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<FrameSize>('plain');
  const [runs, setRuns] = useState(false);
  useHoldUpdates(runs);
  const [shown, setShown] = useState(0);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const frames = framesOf(bytes, size);

  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, frames.frame(shown));
  }, [shown, size]);

  useEffect(() => {
    if (!runs) return;
    const letGo = keepAwake(document, 'wakeLock' in navigator ? navigator.wakeLock : undefined);
    const timer = setInterval(() => setShown((last) => last + 1), calm ? pace.calm : pace.plain);
    return () => {
      clearInterval(timer);
      letGo();
    };
  }, [runs, calm]);

  return (
    <div class={css.show}>
      <canvas ref={canvas} class={css.code} role="img" aria-label={words.picture} />
      <div class={css.side}>
        <div class={css.actions}>
          <Button look="main" large onClick={() => setRuns(!runs)}>
            {runs ? words.pause : shown === 0 ? words.start : words.goOn}
          </Button>
        </div>
        <p class={css.step}>{shown === 0 && !runs ? '' : words.step(Math.min(shown + 1, frames.once), frames.once)}</p>
        <p>{words.how}</p>
        <p class={css.quiet}>{calm ? words.calmSlow : words.calm}</p>
        <ChoiceGroup
          name="size"
          label={words.size}
          value={size}
          choices={[
            { value: 'plain', label: words.sizes.plain },
            { value: 'coarse', label: words.sizes.coarse },
          ]}
          onChange={(chosen: FrameSize) => {
            setSize(chosen);
            setShown(0);
          }}
        />
      </div>
    </div>
  );
}

/** One dot a module; the style makes it large. */
function draw(canvas: HTMLCanvasElement, text: string): void {
  const { size, data } = encode(text, codeOptions);
  if (canvas.width !== size) [canvas.width, canvas.height] = [size, size];
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size, size);
  context.fillStyle = '#000';
  for (const [y, row] of data.entries()) for (const [x, dark] of row.entries()) if (dark) context.fillRect(x, y, 1, 1);
}
