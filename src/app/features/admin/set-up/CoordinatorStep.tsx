// The first coordinator's account. With it the server has a library and this browser is its first device.

import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { useApp } from '../../../context.ts';
import { useUnsaved } from '../../../use-unsaved.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { PasswordField } from '../../../ui/form/PasswordField.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useAsked } from '../../../use-asked.ts';
import { useWork } from '../../../use-work.ts';
import { accountProblems } from './account-problems.ts';

export function CoordinatorStep({ setupCode }: { readonly setupCode: string }) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.access.setup;
  const hello = useAsked(() => device.access.hello());
  const [typed, setTyped] = useState({ code: setupCode, name: '', email: '', password: '' });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const work = useWork();
  useUnsaved(typed.name !== '' || typed.email !== '' || typed.password !== '');
  const enter = (field: keyof typeof typed) => (value: string) => setTyped((last) => ({ ...last, [field]: value }));
  const codeNeeded = hello.value?.setupCodeNeeded === true;

  async function setUp(): Promise<void> {
    const found = accountProblems({ ...typed, codeNeeded }, text.access.missing);
    setProblems(found);
    if (found.length > 0) return;
    await work.run(async () => {
      const done = await device.access.setUp({
        code: codeNeeded ? typed.code.trim() : null,
        coordinator: { name: typed.name.trim(), email: typed.email.trim(), password: typed.password },
        deviceName: words.deviceNamePreset,
      });
      if (!done.ok) return done;
      const person = await device.act.changeStaff(null, { name: typed.name.trim(), active: true });
      return person.ok ? device.act.chooseStaff(person.value.id) : person;
    });
  }

  if (hello.value?.setUp === true) {
    return (
      <Notice
        tone="info"
        title={text.problems['already-set-up'].happened}
        actions={
          <>
            <LinkButton href={routes.signIn}>{text.access.signInAsCoordinator}</LinkButton>
            <LinkButton href={routes.enroll}>{text.access.enrollWithCode}</LinkButton>
          </>
        }
      >
        <p>{text.problems['already-set-up'].next}</p>
      </Notice>
    );
  }
  return (
    <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={setUp}>
      {hello.problem && !hello.asking && (
        <ProblemNotice problem={hello.problem} actions={<Button onClick={hello.again}>{text.shell.tryAgain}</Button>} />
      )}
      {codeNeeded && (
        <TextField name="code" label={words.code} hint={words.codeHint} width="medium" code value={typed.code} onInput={enter('code')} />
      )}
      <TextField
        name="name"
        label={words.name}
        autocomplete="name"
        capitalize="words"
        maxLength={200}
        value={typed.name}
        onInput={enter('name')}
      />
      <TextField
        name="email"
        label={words.email}
        hint={words.emailHint}
        keyboard="email"
        autocomplete="username"
        maxLength={254}
        value={typed.email}
        onInput={enter('email')}
      />
      <PasswordField
        name="password"
        kind="new-password"
        label={words.password}
        hint={words.passwordHint}
        showLabel={text.access.show}
        hideLabel={text.access.hide}
        value={typed.password}
        onInput={enter('password')}
      />
      {work.problem && (
        <ProblemNotice
          problem={work.problem}
          actions={
            work.problem.code === 'already-set-up' && (
              <Button onClick={() => route(routes.signIn)}>{text.access.signInAsCoordinator}</Button>
            )
          }
        />
      )}
      <div>
        <Button look="main" type="submit" busy={work.busy ? words.working : undefined}>
          {text.shell.continue}
        </Button>
      </div>
    </Form>
  );
}
