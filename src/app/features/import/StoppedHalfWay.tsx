// Writing, or taking back, that stopped half-way. Some of it may be done: that nothing was changed would not be true.

import type { ComponentChildren } from 'preact';
import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { Notice } from '../../ui/feedback/Notice.tsx';

export interface StoppedHalfWayProps {
  readonly problem: Problem;
  readonly actions?: ComponentChildren;
}

export function StoppedHalfWay({ problem: { code }, actions }: StoppedHalfWayProps) {
  const { text } = useApp();
  const words = text.importing;
  const { happened, next } = text.problems[code];
  return (
    <Notice tone="problem" title={words.stopped} code={text.shell.codeIs(code)} actions={actions} announce>
      <p>{`${happened} ${next}`}</p>
      <p>{words.stoppedText}</p>
    </Notice>
  );
}
