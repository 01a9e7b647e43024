// Changing the library's name, time zone and languages.

import { useState } from 'preact/hooks';
import * as v from 'valibot';
import type { LibraryFields } from '../../../../domain/places.ts';
import { usualLoanDays } from '../../../../domain/loans.ts';
import { name, languages } from '../../../../domain/shapes.ts';
import { useApp } from '../../../context.ts';
import { useUnsaved } from '../../../use-unsaved.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { Chips } from '../../../ui/form/Chips.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { NumberField } from '../../../ui/form/NumberField.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { ActionBar } from '../../../ui/frame/ActionBar.tsx';
import { useWork } from '../../../use-work.ts';
import { TimeZoneField } from './TimeZoneField.tsx';

export function LibraryForm({ values }: { readonly values: LibraryFields }) {
  const { device, text } = useApp();
  const words = text.settings;
  const [changed, setChanged] = useState<Partial<LibraryFields>>({});
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [saved, setSaved] = useState(false);
  const [loanDays, setLoanDays] = useState(String(values.loanDays ?? usualLoanDays));
  const work = useWork();
  const shown = { ...values, ...changed };
  const isDirty = Object.keys(changed).length > 0 || Number(loanDays) !== (values.loanDays ?? usualLoanDays);
  useUnsaved(isDirty);

  function change(fields: Partial<LibraryFields>): void {
    setSaved(false);
    setChanged((last) => ({ ...last, ...fields }));
  }

  async function save(): Promise<void> {
    const found: FieldProblem[] = [];
    if (!v.is(name, shown.name)) found.push({ field: 'name', message: text.access.missing.libraryName });
    if (shown.languages.length === 0) found.push({ field: 'languages', message: text.access.missing.languages });
    if (!isLoanDays(loanDays)) found.push({ field: 'loanDays', message: words.loanDaysWrong });
    setProblems(found);
    if (found.length > 0) return;
    if ((await work.run(() => device.act.changeLibrary(changed))) === undefined) return;
    setChanged({});
    setSaved(true);
  }

  return (
    <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={save}>
      <TextField name="name" label={words.libraryName} maxLength={200} value={shown.name} onInput={(typed) => change({ name: typed })} />
      <TimeZoneField value={shown.timeZone} onChange={(timeZone) => change({ timeZone })} />
      <Chips
        name="languages"
        label={words.languages}
        values={shown.languages}
        onChange={(chosen) => change({ languages: [...chosen] })}
        options={languages.map((value) => ({ value, label: text.words.language[value] }))}
      />
      <NumberField
        name="loanDays"
        label={words.loanDays}
        hint={words.loanDaysHint}
        min={1}
        max={366}
        value={loanDays}
        onInput={(typed) => {
          setSaved(false);
          setLoanDays(typed);
          if (isLoanDays(typed)) change({ loanDays: Number(typed.trim()) });
        }}
      />
      {work.problem && <ProblemNotice problem={work.problem} />}
      {saved && <Notice tone="done" title={text.shell.saved} announce />}
      <ActionBar>
        <Button look="main" type="submit" disabled={!isDirty} busy={work.busy ? words.saving : undefined}>
          {words.saveChanges}
        </Button>
      </ActionBar>
    </Form>
  );
}

function isLoanDays(typed: string): boolean {
  return /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 366;
}
