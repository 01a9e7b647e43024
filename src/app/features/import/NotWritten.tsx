// Writing an import failed: the button above tries again, and goes on where it stopped. Where some may be written, it can be taken back here.

import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { Work } from '../../use-work.ts';
import { StoppedHalfWay } from './StoppedHalfWay.tsx';

export interface NotWrittenProps {
  readonly problem: Problem;
  readonly undoing: Work;
  readonly onTakeBack: () => void;
}

export function NotWritten({ problem, undoing, onTakeBack }: NotWrittenProps) {
  const { text } = useApp();
  const words = text.importing;
  return (
    <>
      <StoppedHalfWay
        problem={problem}
        actions={
          <Button icon="undo" busy={undoing.busy ? words.undoing : undefined} onClick={onTakeBack}>
            {words.undo}
          </Button>
        }
      />
      {undoing.problem && <StoppedHalfWay problem={undoing.problem} />}
    </>
  );
}
