// The rehearsal: a made-up sign-up that only the new key opens. Nothing has been stored before it has opened.

import { useState } from 'preact/hooks';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { PasswordField } from '../../../ui/form/PasswordField.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { KeyMakingState } from './key-making.ts';
import css from './key-making.module.css';

export function KeyRehearsalStep({ making }: { readonly making: KeyMakingState }) {
  const { text } = useApp();
  const words = text.sealing;
  const [passphrase, setPassphrase] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);

  function open(): void {
    const missing = passphrase.trim() === '' ? [{ field: 'passphrase', message: words.missing.passphrase }] : [];
    setProblems(missing);
    if (missing.length === 0) making.rehearse(passphrase);
  }

  if (making.opened !== undefined) {
    const { name, phone, birthDate } = making.opened;
    return (
      <>
        <section class={css.sample} aria-label={words.sampleOpened}>
          <p class={css.sampleState}>
            <Icon name="unlock" />
            {words.sampleOpened}
          </p>
          <dl class={css.sampleFields}>
            <dt>{words.sample.name}</dt>
            <dd>{name}</dd>
            <dt>{words.sample.phone}</dt>
            <dd>{phone}</dd>
            {birthDate !== null && <dt>{words.sample.birthDate}</dt>}
            {birthDate !== null && <dd>{text.formatting.dayWithYear(birthDate)}</dd>}
          </dl>
        </section>
        <Notice tone="done" title={words.openedTitle} announce>
          <p>{words.openedText}</p>
        </Notice>
        {making.problem && <ProblemNotice problem={making.problem} />}
        <div>
          <Button look="main" icon="key" busy={making.busy ? words.storing : undefined} onClick={making.store}>
            {words.store}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <section class={css.sample} aria-label={words.sampleSealed}>
        <p class={css.sampleState}>
          <Icon name="lock" />
          {words.sampleSealed}
        </p>
        <span class={css.sealedLines} aria-hidden="true">
          <span />
          <span />
          <span />
        </span>
      </section>
      <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={open}>
        <PasswordField
          name="passphrase"
          kind="passphrase"
          label={words.passphrase}
          showLabel={words.show}
          hideLabel={words.hide}
          hiddenLabel={words.hidden}
          value={passphrase}
          onInput={setPassphrase}
        />
        {making.problem && <ProblemNotice problem={making.problem} />}
        <div>
          <Button look="main" type="submit" icon="unlock" busy={making.busy ? words.opening : undefined}>
            {words.openSample}
          </Button>
        </div>
      </Form>
    </>
  );
}
