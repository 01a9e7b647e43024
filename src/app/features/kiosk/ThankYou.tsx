// The end: thanks, what happens next, and back to the first screen by itself.

import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { StepFrame } from './StepFrame.tsx';
import type { Thanks } from './use-visit.ts';

/** Long enough to be read slowly. */
const shown = 15_000;
/** The second tap of a double tap on Send is not meant for the button that comes in its place. */
const notYet = 1_000;

export interface ThankYouProps {
  readonly thanks: Thanks;
  readonly speech: SpeechSynthesis | undefined;
  readonly onDone: () => void;
}

export function ThankYou({ thanks, speech, onDone }: ThankYouProps) {
  const { device, text } = useApp();
  const words = text.kiosk.thanks;
  const done = useRef(onDone);
  done.current = onDone;
  const mayEnd = useRef(false);
  useEffect(
    () =>
      device.store.ports.timer(notYet, () => {
        mayEnd.current = true;
      }),
    [device],
  );
  useEffect(() => device.store.ports.timer(shown, () => done.current()), [device]);
  return (
    <StepFrame
      place="thanks"
      title={words.title}
      problems={noProblems}
      onNext={() => {
        if (mayEnd.current) onDone();
      }}
      speech={speech}
      actions={
        <Button look="main" large type="submit">
          {words.done}
        </Button>
      }
    >
      <p>{thanks.survey === true ? text.workshops.kiosk.thanks : words.text}</p>
      {thanks.card && <p>{words.card}</p>}
      {thanks.desk && <p>{words.desk}</p>}
    </StepFrame>
  );
}

const noProblems = [] as const;
