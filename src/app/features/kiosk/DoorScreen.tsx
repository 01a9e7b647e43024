// What a visitor has come for, where the kiosk offers two things: signing up, or saying how it was.

import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import css from './kiosk.module.css';
import { StepFrame } from './StepFrame.tsx';
import { StillHere } from './StillHere.tsx';
import { useIdle } from './use-idle.ts';

export interface DoorScreenProps {
  readonly idleSeconds: number;
  readonly speech: SpeechSynthesis | undefined;
  readonly onBrowserBack: RefObject<() => void>;
  readonly onChoose: (way: 'sign-up' | 'survey') => void;
  readonly onEnd: () => void;
}

export function DoorScreen({ idleSeconds, speech, onBrowserBack, onChoose, onEnd }: DoorScreenProps) {
  const { text } = useApp();
  const words = text.workshops.kiosk;
  const idle = useIdle({ seconds: idleSeconds, onWipe: onEnd });
  useLayoutEffect(() => {
    onBrowserBack.current = onEnd;
    return () => {
      onBrowserBack.current = nowhere;
    };
  });
  return (
    <>
      <StepFrame
        place="door"
        title={words.door}
        problems={none}
        onBack={onEnd}
        onNext={nowhere}
        speech={speech}
        onHeard={idle.stay}
        actions={
          <div class={css.door}>
            <Button large icon="sign-up" onClick={() => onChoose('sign-up')}>
              {words.signUp}
            </Button>
            <Button large icon="edit" onClick={() => onChoose('survey')}>
              {words.tell}
            </Button>
          </div>
        }
      />
      {idle.left !== null && <StillHere left={idle.left} onStay={idle.stay} onWipe={onEnd} />}
    </>
  );
}

const none = [] as const;
const nowhere = () => {};
