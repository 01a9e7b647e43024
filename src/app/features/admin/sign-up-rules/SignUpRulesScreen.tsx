// What the library asks of people who sign up, in which words it asks for consent, and how long it keeps what they said.

import { identity } from '../../../../device/store/identity.ts';
import { libraryRecord } from '../../../../device/store/records.ts';
import { may } from '../../../../domain/may.ts';
import { defaultRules } from '../../../../domain/sign-up-rules.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { knownZone } from '../../../records/library-day.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../../ui/frame/PageHeader.tsx';
import { SignUpRulesForm } from './SignUpRulesForm.tsx';

export function SignUpRulesScreen() {
  const { device, text } = useApp();
  const words = text.asking;
  const live = useLive(async () => {
    const [who, library] = await Promise.all([identity(device.store), libraryRecord(device.store)]);
    return { mayChange: who !== null && may(who.level, 'library.change'), library: library?.values };
  }, []);
  return (
    <>
      <PageHeader title={words.title} back={{ href: routes.settings, label: text.settings.title }} meta={words.text} />
      {live.state === 'loading' && <Skeleton label={text.shell.loading} rows={6} />}
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'ready' && live.value.library === undefined && <p>{text.settings.libraryNotYet}</p>}
      {live.state === 'ready' && live.value.library !== undefined && !live.value.mayChange && <p>{words.forCoordinators}</p>}
      {live.state === 'ready' && live.value.library !== undefined && live.value.mayChange && (
        <SignUpRulesForm
          saved={live.value.library.signUpRules ?? defaultRules}
          languages={live.value.library.languages}
          zone={knownZone(live.value.library.timeZone)}
        />
      )}
    </>
  );
}
