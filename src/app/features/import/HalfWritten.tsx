// Writing stopped half-way: the button above tries again and goes on where it stopped; this one takes back what was written.

import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import type { Work } from '../../use-work.ts';

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
      <ProblemNotice
        problem={problem}
        actions={
          <Button icon="undo" busy={undoing.busy ? words.undoing : undefined} onClick={onTakeBack}>
            {words.undo}
          </Button>
        }
      />
      {undoing.problem && <ProblemNotice problem={undoing.problem} />}
    </>
  );
}
