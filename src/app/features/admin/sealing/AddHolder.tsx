// One more passphrase for the key. It needs one that opens it now, or the recovery key that has just opened it.

import { useState } from 'preact/hooks';
import type { VaultSecret } from '../../../../device/seal/vault.ts';
import { readPassphrase } from '../../../../device/seal/wrap.ts';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { PasswordField } from '../../../ui/form/PasswordField.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useUnsaved } from '../../../use-unsaved.ts';
import { useWork } from '../../../use-work.ts';
import { PassphraseStrength } from './PassphraseStrength.tsx';
import { PassphraseSuggestion } from './PassphraseSuggestion.tsx';
import { passphraseProblems } from './passphrase-problems.ts';

const nothing = { yours: '', passphrase: '', again: '', holder: '' };

/** `recoveryKey`: what opens the key, when it is not a passphrase to be typed here. */
export function AddHolder({ recoveryKey, onDone }: { readonly recoveryKey?: string; readonly onDone: () => void }) {
  const { device, text } = useApp();
  const words = text.keyHolders;
  const [typed, setTyped] = useState(nothing);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [keys, setKeys] = useState(0);
  const work = useWork();
  const enter = (field: keyof typeof typed) => (value: string) => setTyped((last) => ({ ...last, [field]: value }));
  useUnsaved(JSON.stringify(typed) !== JSON.stringify(nothing));

  async function save(): Promise<void> {
    const missing = recoveryKey === undefined && typed.yours.trim() === '' ? [{ field: 'yours', message: words.missingYours }] : [];
    const found = [...missing, ...passphraseProblems(typed, text.sealing.missing)];
    setProblems(found);
    const passphrase = readPassphrase(typed.passphrase);
    if (found.length > 0 || !passphrase.ok) return;
    const secret: VaultSecret = recoveryKey === undefined ? { passphrase: typed.yours } : { recoveryKey };
    const saved = await work.run(() => device.act.addKeyHolder(secret, passphrase.value, typed.holder.trim()));
    if (saved === undefined) return;
    setTyped(nothing);
    setKeys(saved.keys);
  }

  if (keys > 0) {
    return <Notice tone="done" title={words.saved(keys)} announce actions={<Button onClick={onDone}>{text.shell.close}</Button>} />;
  }
  const labels = {
    kind: 'passphrase',
    showLabel: text.sealing.show,
    hideLabel: text.sealing.hide,
    hiddenLabel: text.sealing.hidden,
  } as const;
  return (
    <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={save}>
      {recoveryKey === undefined && (
        <PasswordField name="yours" label={words.yours} {...labels} value={typed.yours} onInput={enter('yours')} />
      )}
      <PasswordField
        name="passphrase"
        label={words.theirs}
        hint={text.sealing.passphraseHint}
        {...labels}
        value={typed.passphrase}
        onInput={enter('passphrase')}
      />
      <PassphraseStrength passphrase={typed.passphrase} />
      <PassphraseSuggestion onUse={enter('passphrase')} />
      <PasswordField name="again" label={text.sealing.again} {...labels} value={typed.again} onInput={enter('again')} />
      <TextField
        name="holder"
        label={recoveryKey === undefined ? words.theirHolder : words.freshHolder}
        hint={text.sealing.holderHint}
        maxLength={100}
        value={typed.holder}
        onInput={enter('holder')}
      />
      {work.problem && <ProblemNotice problem={work.problem} />}
      <div>
        <Button look="main" type="submit" icon="key" busy={work.busy ? words.saving : undefined}>
          {words.save}
        </Button>
      </div>
    </Form>
  );
}
