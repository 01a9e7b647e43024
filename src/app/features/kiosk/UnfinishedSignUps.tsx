// Sign-ups that staff have begun and not saved: they go as the device is handed over, so whoever does that is told and can go back to them.

import { useApp } from '../../context.ts';
import { sessionsWithDraft } from '../../records/sign-up-draft.ts';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';

export function UnfinishedSignUps() {
  const { text } = useApp();
  const words = text.handOver;
  return sessionsWithDraft().map((session) => (
    <Notice
      key={session}
      tone="warning"
      title={words.unfinishedTitle}
      actions={<LinkButton href={routes.newSignUp(session)}>{words.unfinishedOpen}</LinkButton>}
    >
      <p>{words.unfinishedText}</p>
    </Notice>
  ));
}
