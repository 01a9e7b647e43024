// A Problem in words: what happened, what is safe, what to do next, and the code to name when asking for help.

import type { ComponentChildren } from 'preact';
import type { Problem, ProblemCode } from '../../domain/problem.ts';
import { useApp } from '../context.ts';
import { Notice } from '../ui/feedback/Notice.tsx';

export interface ProblemNoticeProps {
  readonly problem: Problem;
  /** In place of what the catalogue says happened. */
  readonly title?: string | undefined;
  readonly actions?: ComponentChildren;
}

/** No network is normal: what goes on by itself is told, not raised as an alarm. */
const calm: readonly ProblemCode[] = ['server-unreachable', 'server-answer-unreadable', 'server-busy'];

export function ProblemNotice({ problem, title, actions }: ProblemNoticeProps) {
  const { text } = useApp();
  const words = text.problems[problem.code];
  return (
    <Notice
      tone={calm.includes(problem.code) ? 'info' : 'problem'}
      title={title ?? words.happened}
      code={text.shell.codeIs(problem.code)}
      actions={actions}
      announce
    >
      {title !== undefined && <p>{words.happened}</p>}
      <p>{`${words.safe} ${words.next}`}</p>
    </Notice>
  );
}
