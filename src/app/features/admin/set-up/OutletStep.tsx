// The first bookmobile or branch that goes out.

import { useState } from 'preact/hooks';
import * as v from 'valibot';
import type { OutletFields } from '../../../../domain/places.ts';
import { name } from '../../../../domain/shapes.ts';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { ChoiceGroup } from '../../../ui/form/ChoiceGroup.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useUnsaved } from '../../../use-unsaved.ts';
import { useWork } from '../../../use-work.ts';

export function OutletStep() {
  const { device, text } = useApp();
  const words = text.access.setup;
  const [outletName, setOutletName] = useState('');
  const [kind, setKind] = useState<OutletFields['kind']>('bookmobile');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const work = useWork();
  useUnsaved(outletName !== '' || kind !== 'bookmobile');

  async function save(): Promise<void> {
    const missing = v.is(name, outletName) ? [] : [{ field: 'name', message: text.access.missing.outletName }];
    setProblems(missing);
    if (missing.length === 0) await work.run(() => device.act.changeOutlet(null, { name: outletName.trim(), kind }));
  }

  return (
    <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={save}>
      <ChoiceGroup
        name="kind"
        label={words.outletKind}
        columns
        value={kind}
        onChange={setKind}
        choices={[
          { value: 'bookmobile', label: text.words.outletKind.bookmobile, icon: 'vehicle' },
          { value: 'branch', label: text.words.outletKind.branch, icon: 'building' },
          { value: 'other', label: text.words.outletKind.other, icon: 'place' },
        ]}
      />
      <TextField
        name="name"
        label={words.outletName}
        hint={words.outletNameHint}
        maxLength={200}
        value={outletName}
        onInput={setOutletName}
      />
      {work.problem && <ProblemNotice problem={work.problem} />}
      <div>
        <Button look="main" type="submit" busy={work.busy ? words.saving : undefined}>
          {text.shell.continue}
        </Button>
      </div>
    </Form>
  );
}
