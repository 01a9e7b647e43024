// Why there is a key, in three sentences, and the passphrase that will open it: typed twice, with a suggestion made by chance here.

import { useState } from 'preact/hooks';
import { readPassphrase } from '../../../../device/seal/wrap.ts';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { PasswordField } from '../../../ui/form/PasswordField.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import type { KeyMakingState } from './key-making.ts';
import css from './key-making.module.css';
import { PassphraseStrength } from './PassphraseStrength.tsx';
import { PassphraseSuggestion } from './PassphraseSuggestion.tsx';
import { passphraseProblems } from './passphrase-problems.ts';

export function KeyPassphraseStep({ making }: { readonly making: KeyMakingState }) {
  const { text } = useApp();
  const words = text.sealing;
  const [typed, setTyped] = useState({ passphrase: '', again: '', holder: '' });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const enter = (field: keyof typeof typed) => (value: string) => setTyped((last) => ({ ...last, [field]: value }));

  function make(): void {
    const found = passphraseProblems(typed, words.missing);
    setProblems(found);
    const passphrase = readPassphrase(typed.passphrase);
    if (found.length === 0 && passphrase.ok) making.make(passphrase.value, typed.holder.trim());
  }

  return (
    <>
      <ul class={css.reasons}>
        {words.explain.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={make}>
        <div class={css.passphrase}>
          <PasswordField
            name="passphrase"
            kind="passphrase"
            label={words.passphrase}
            hint={words.passphraseHint}
            showLabel={words.show}
            hideLabel={words.hide}
            hiddenLabel={words.hidden}
            value={typed.passphrase}
            onInput={enter('passphrase')}
          />
          <PassphraseStrength passphrase={typed.passphrase} />
          <PassphraseSuggestion onUse={enter('passphrase')} />
        </div>
        <PasswordField
          name="again"
          kind="passphrase"
          label={words.again}
          showLabel={words.show}
          hideLabel={words.hide}
          hiddenLabel={words.hidden}
          value={typed.again}
          onInput={enter('again')}
        />
        <TextField
          name="holder"
          label={words.holder}
          hint={words.holderHint}
          maxLength={100}
          value={typed.holder}
          onInput={enter('holder')}
        />
        {making.problem && <ProblemNotice problem={making.problem} />}
        <p class={css.quiet}>{words.nothingStored}</p>
        <div>
          <Button look="main" type="submit" icon="key" busy={making.busy ? words.makingKey : undefined}>
            {words.makeKey}
          </Button>
        </div>
      </Form>
    </>
  );
}
