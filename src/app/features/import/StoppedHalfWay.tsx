// A problem with many records: where some of it may be done, that nothing was saved would not be true.

import type { ComponentChildren } from 'preact';
import { isInPart } from '../../../device/actions/capture-all.ts';
import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';

export interface StoppedHalfWayProps {
  readonly problem: Problem;
  /** Only where some of it may be done. */
  readonly actions?: ComponentChildren;
}

export function StoppedHalfWay({ problem, actions }: StoppedHalfWayProps) {
  const { text } = useApp();
  if (!isInPart(problem)) return <ProblemNotice problem={problem} />;
  const { code } = problem;
  const words = text.importing;
  const { happened, next } = text.problems[code];
  return (
    <Notice tone="problem" title={words.stopped} code={text.shell.codeIs(code)} actions={actions} announce>
      <p>{`${happened} ${next}`}</p>
      <p>{words.stoppedText}</p>
    </Notice>
  );
}
