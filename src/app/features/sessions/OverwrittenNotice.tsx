// Two devices wrote the same field without seeing each other: says so on the session, and leads to the review.

import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { openReviews } from './overwritten.ts';

export function OverwrittenNotice({ session }: { readonly session: Session }) {
  const { text } = useApp();
  const count = openReviews(session).length;
  if (count === 0) return null;
  return (
    <Notice
      tone="warning"
      title={text.sessionSteps.overwritten.count(count)}
      actions={<LinkButton href={`${routes.sessionDetails(session.id)}#overwritten`}>{text.sessionSteps.overwritten.review}</LinkButton>}
    />
  );
}
