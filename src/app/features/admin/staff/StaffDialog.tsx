// Adding or changing one name, and its PIN.

import { useId, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { StaffFields } from '../../../../domain/places.ts';
import { ok } from '../../../../domain/problem.ts';
import { name } from '../../../../domain/shapes.ts';
import { useApp } from '../../../context.ts';
import { useUnsaved } from '../../../use-unsaved.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { PasswordField } from '../../../ui/form/PasswordField.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useWork } from '../../../use-work.ts';

export interface StaffDialogProps {
  /** null: a new one. */
  readonly id: string | null;
  readonly values: StaffFields;
  readonly onClose: () => void;
}

export function StaffDialog({ id, values, onClose }: StaffDialogProps) {
  const { device, text } = useApp();
  const words = text.settings.person;
  const formId = useId();
  const [shown, setShown] = useState(values);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [pin, setPin] = useState('');
  const [withoutPin, setWithoutPin] = useState(false);
  /** Of a new name, once it is saved: a PIN that fails after it makes no second one. */
  const [known, setKnown] = useState(id);
  const work = useWork();
  const pins = text.handOver.pin;
  const hasPin = (values.pin ?? null) !== null;
  useUnsaved(shown !== values || pin !== '' || withoutPin);

  async function save(): Promise<void> {
    const missing = v.is(name, shown.name) ? [] : [{ field: 'name', message: text.access.missing.name }];
    const wrongPin = pin === '' || /^\s*(\d\s*){4,6}$/.test(pin.normalize('NFKC')) ? [] : [{ field: 'pin', message: pins.wrong }];
    setProblems([...missing, ...wrongPin]);
    if (missing.length > 0 || wrongPin.length > 0) return;
    const saved = await work.run(async () => {
      const changed = await device.act.changeStaff(known, { name: shown.name.trim(), active: shown.active });
      if (!changed.ok) return changed;
      setKnown(changed.value.id);
      return pin !== '' || withoutPin ? device.act.setPin(changed.value.id, withoutPin ? null : pin) : ok(null);
    });
    if (saved !== undefined) onClose();
  }

  return (
    <Dialog
      open
      title={id === null ? words.add : words.edit(values.name)}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.shell.cancel}</Button>
          <Button look="main" type="submit" form={formId} busy={work.busy ? text.settings.saving : undefined}>
            {text.shell.save}
          </Button>
        </>
      }
    >
      <Form id={formId} problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={save}>
        <TextField
          name="name"
          label={words.name}
          maxLength={200}
          value={shown.name}
          onInput={(typed) => setShown((last) => ({ ...last, name: typed }))}
        />
        {id !== null && (
          <CheckboxField
            name="active"
            label={words.active}
            hint={words.activeHint}
            checked={shown.active}
            onChange={(active) => setShown((last) => ({ ...last, active }))}
          />
        )}
        {!withoutPin && (
          <PasswordField
            name="pin"
            kind="pin"
            label={pins.label}
            hint={hasPin ? `${pins.has} ${pins.hint}` : pins.hint}
            optional={text.sessionSteps.optional}
            width="medium"
            showLabel={text.handOver.leave.show}
            hideLabel={text.handOver.leave.hide}
            hiddenLabel={text.handOver.leave.hidden}
            value={pin}
            onInput={setPin}
          />
        )}
        {hasPin && <CheckboxField name="withoutPin" label={pins.remove} checked={withoutPin} onChange={setWithoutPin} />}
        {work.problem && <ProblemNotice problem={work.problem} />}
      </Form>
    </Dialog>
  );
}
