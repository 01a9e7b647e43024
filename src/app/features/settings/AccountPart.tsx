// The coordinator's account on this browser. Signing out takes the account away and nothing else.

import { useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { useAsked } from '../../use-asked.ts';
import { useWork } from '../../use-work.ts';
import css from './settings.module.css';

export function AccountPart() {
  const { device, text } = useApp();
  const words = text.settings.device;
  const me = useAsked(() => device.access.me());
  const [isOut, setIsOut] = useState(false);
  const work = useWork();
  const account = me.value?.account ?? null;

  async function signOut(): Promise<void> {
    if ((await work.run(() => device.access.signOut())) === undefined) return;
    setIsOut(true);
    me.again();
  }

  return (
    <section class={css.part}>
      <h2 class={css.title}>{words.account}</h2>
      {me.value === undefined && me.problem && !me.asking && <p class={css.quiet}>{words.accountUnknown}</p>}
      {me.value === undefined && me.asking && <p class={css.quiet}>{text.shell.loading}</p>}
      {me.value !== undefined && account === null && (
        <>
          <p>{words.notSignedIn}</p>
          <LinkButton href={routes.signIn}>{text.access.signInAsCoordinator}</LinkButton>
        </>
      )}
      {account !== null && (
        <>
          <p>{words.signedInAs(account.name)}</p>
          <p class={css.quiet}>{words.signOutText}</p>
          <Button busy={work.busy ? words.signingOut : undefined} onClick={signOut}>
            {words.signOut}
          </Button>
        </>
      )}
      {isOut && <Notice tone="done" title={words.signedOut} announce />}
      {work.problem && <ProblemNotice problem={work.problem} />}
    </section>
  );
}
