// What a session is was only proposed, by the calendar it came from: said where its details are looked at, with one tap to confirm it.

import { isProposed } from '../../../domain/proposal.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { useWork } from '../../use-work.ts';

export function ProposedNotice({ session }: { readonly session: Session }) {
  const { device, text } = useApp();
  const words = text.calendars.review;
  const work = useWork();
  if (!isProposed(session.values)) return null;
  const { activityType, topic, targetAge } = session.values;
  const what = [
    text.words.activityType[activityType],
    topic === 'other' ? '' : text.words.topic[topic],
    text.words.targetAge[targetAge],
  ].filter((part) => part !== '');
  return (
    <>
      <Notice
        tone="info"
        title={`${words.noticeTitle}: ${what.join(', ')}`}
        actions={
          <Button
            icon="check"
            busy={work.busy ? words.working : undefined}
            onClick={() => void work.run(async () => (await device.act.calendars()).confirmProposals([session.id], {}))}
          >
            {words.asItIs}
          </Button>
        }
      >
        <p>{words.notice}</p>
      </Notice>
      {work.problem && <ProblemNotice problem={work.problem} />}
    </>
  );
}
