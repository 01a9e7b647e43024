// A coordinator's account on this browser. On one that is no device yet, it can become one in the same breath.

import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { identity } from '../../../../device/store/identity.ts';
import { useApp } from '../../../context.ts';
import { useShared } from '../../../live.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { PasswordField } from '../../../ui/form/PasswordField.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useWork } from '../../../use-work.ts';
import { LoneFrame } from '../frame/LoneFrame.tsx';
import { EnrollHere } from './EnrollHere.tsx';

export function SignInScreen() {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.access.signIn;
  const who = useShared(identity);
  const [typed, setTyped] = useState({ email: '', password: '' });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [accountName, setAccountName] = useState<string | undefined>(undefined);
  const work = useWork();

  async function signIn(): Promise<void> {
    const missing: FieldProblem[] = [];
    if (typed.email.trim() === '') missing.push({ field: 'email', message: text.access.missing.email });
    if (typed.password === '') missing.push({ field: 'password', message: text.access.missing.currentPassword });
    setProblems(missing);
    if (missing.length > 0) return;
    const me = await work.run(() => device.access.signIn({ email: typed.email.trim(), password: typed.password }));
    if (me === undefined) return;
    if (who.state === 'ready' && who.value !== null) route(routes.devices, true);
    else setAccountName(me.account?.name ?? typed.email.trim());
  }

  if (accountName !== undefined) {
    return (
      <LoneFrame title={words.enrollHereTitle} place="enroll-here" lead={<p>{words.enrollHereText(accountName)}</p>}>
        <EnrollHere />
      </LoneFrame>
    );
  }
  return (
    <LoneFrame title={words.title} place="sign-in" lead={<p>{words.text}</p>}>
      <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={signIn}>
        <TextField
          name="email"
          label={words.email}
          keyboard="email"
          autocomplete="username"
          maxLength={254}
          value={typed.email}
          onInput={(email) => setTyped((last) => ({ ...last, email }))}
        />
        <PasswordField
          name="password"
          kind="current-password"
          label={words.password}
          showLabel={text.access.show}
          hideLabel={text.access.hide}
          value={typed.password}
          onInput={(password) => setTyped((last) => ({ ...last, password }))}
        />
        {work.problem && <ProblemNotice problem={work.problem} />}
        <div>
          <Button look="main" type="submit" busy={work.busy ? words.working : undefined}>
            {words.button}
          </Button>
        </div>
      </Form>
      <div>
        <LinkButton look="quiet" href={routes.enroll}>
          {words.instead}
        </LinkButton>
      </div>
    </LoneFrame>
  );
}
