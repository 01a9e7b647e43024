// A problem in words, wherever it is shown: what happened, what is safe, what to do next, and its code to quote.

import type { ComponentChildren } from 'preact';
import type { Problem } from '../domain/problem.ts';
import { useApp } from './context.ts';
import { Notice } from './ui/feedback/Notice.tsx';

export interface ProblemNoticeProps {
  readonly problem: Problem;
  readonly actions?: ComponentChildren;
}

export function ProblemNotice({ problem, actions }: ProblemNoticeProps) {
  const { text } = useApp();
  const words = text.problems[problem.code];
  return (
    <Notice tone="problem" title={words.happened} code={text.shell.codeIs(problem.code)} actions={actions} announce>
      <p>
        {words.safe} {words.next}
      </p>
    </Notice>
  );
}
