// Writing stopped half-way: the button above tries again and goes on where it stopped; this one takes back what was written.

import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { Work } from '../../use-work.ts';
import { StoppedHalfWay } from './StoppedHalfWay.tsx';

export interface HalfWrittenProps {
  readonly problem: Problem;
  readonly undoing: Work;
  readonly onTakeBack: () => void;
}

export function HalfWritten({ problem, undoing, onTakeBack }: HalfWrittenProps) {
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
