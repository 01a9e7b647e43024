// What the library is called and in which time zone its days are.

import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { name } from '../../../../domain/shapes.ts';
import { useApp } from '../../../context.ts';
import { useUnsaved } from '../../../use-unsaved.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useWork } from '../../../use-work.ts';
import { TimeZoneField } from '../library/TimeZoneField.tsx';
import { browserZone } from '../../../records/time-zones.ts';

export function LibraryStep() {
  const { device, text } = useApp();
  const words = text.access.setup;
  const [libraryName, setLibraryName] = useState('');
  const [timeZone, setTimeZone] = useState(browserZone);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const work = useWork();
  useUnsaved(libraryName !== '');

  async function save(): Promise<void> {
    const missing = v.is(name, libraryName) ? [] : [{ field: 'name', message: text.access.missing.libraryName }];
    setProblems(missing);
    if (missing.length === 0) await work.run(() => device.act.changeLibrary({ name: libraryName.trim(), timeZone }));
  }

  return (
    <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={save}>
      <TextField
        name="name"
        label={words.libraryName}
        hint={words.libraryNameHint}
        autocomplete="organization"
        maxLength={200}
        value={libraryName}
        onInput={setLibraryName}
      />
      <TimeZoneField value={timeZone} onChange={setTimeZone} />
      {work.problem && <ProblemNotice problem={work.problem} />}
      <div>
        <Button look="main" type="submit" busy={work.busy ? words.saving : undefined}>
          {text.shell.continue}
        </Button>
      </div>
    </Form>
  );
}
