// Says that counts could not be saved: the number above has gone back, and what failed can be saved again.

import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import type { TallyState } from './tally-queue.ts';

export interface NotSavedNoticeProps {
  readonly failed: NonNullable<TallyState['failed']>;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
}

export function NotSavedNotice({ failed, onAgain, onLeave }: NotSavedNoticeProps) {
  const { text } = useApp();
  const words = text.problems[failed.problem.code];
  const counts = failed.jobs.every((job) => job.kind === 'count');
  const heads = failed.jobs.reduce((sum, job) => sum + job.heads, 0);
  return (
    <Notice
      tone="problem"
      title={counts && heads !== 0 ? text.attendance.notSavedTitle(heads) : text.attendance.notSavedTitleNoNumber}
      code={text.shell.codeIs(failed.problem.code)}
      announce
      actions={
        <>
          <Button look="main" onClick={onAgain}>
            {text.attendance.saveAgain}
          </Button>
          <Button onClick={onLeave}>{text.attendance.leaveIt}</Button>
        </>
      }
    >
      <p>{`${words.happened} ${text.attendance.notSavedText}`}</p>
      <p>{words.next}</p>
    </Notice>
  );
}
