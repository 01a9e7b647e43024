// What a browser sees that belongs to no library yet: asks the server whether there is one, and offers the way in.

import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { useAsked } from '../../../use-asked.ts';
import { LoneFrame } from '../frame/LoneFrame.tsx';
import css from './welcome.module.css';

export function WelcomeScreen() {
  const { device, text } = useApp();
  const words = text.access;
  const hello = useAsked(() => device.access.hello());
  const evicted = useAsked(() => device.access.wasEvicted());
  return (
    <LoneFrame title={words.welcomeTitle} place="welcome" lead={<p>{words.welcomeText}</p>}>
      {hello.value === undefined && hello.asking && <Skeleton label={words.welcomeLooking} rows={2} />}
      {hello.value === undefined && hello.problem && !hello.asking && (
        <>
          <ProblemNotice problem={hello.problem} actions={<Button onClick={hello.again}>{text.shell.tryAgain}</Button>} />
          <p>{words.unreachableText}</p>
        </>
      )}
      {hello.value?.setUp === false && (
        <section class={css.way}>
          <h2>{words.notSetUpTitle}</h2>
          <p>{words.notSetUpText}</p>
          <LinkButton look="main" href={routes.setUp}>
            {words.beginSetUp}
          </LinkButton>
        </section>
      )}
      {hello.value?.setUp === true && (
        <section class={css.way}>
          {evicted.value === true ? (
            <Notice tone="warning" title={words.evictedTitle}>
              <p>{words.evictedText}</p>
            </Notice>
          ) : (
            <h2>{words.setUpTitle}</h2>
          )}
          <p>{words.setUpText}</p>
          <div class={css.doors}>
            <LinkButton look="main" icon="device" href={routes.enroll}>
              {words.enrollWithCode}
            </LinkButton>
            <LinkButton icon="key" href={routes.signIn}>
              {words.signInAsCoordinator}
            </LinkButton>
          </div>
        </section>
      )}
    </LoneFrame>
  );
}
