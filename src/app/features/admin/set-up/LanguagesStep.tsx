// Which languages the library's sign-up forms speak.

import { useState } from 'preact/hooks';
import { type Language, languages } from '../../../../domain/shapes.ts';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { Chips } from '../../../ui/form/Chips.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { useUnsaved } from '../../../use-unsaved.ts';
import { useWork } from '../../../use-work.ts';

const first: readonly Language[] = ['en-US'];

export function LanguagesStep() {
  const { device, text } = useApp();
  const words = text.access.setup;
  const [chosen, setChosen] = useState(first);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const work = useWork();
  useUnsaved(chosen.join() !== first.join());

  async function save(): Promise<void> {
    const missing = chosen.length > 0 ? [] : [{ field: 'languages', message: text.access.missing.languages }];
    setProblems(missing);
    if (missing.length === 0) await work.run(() => device.act.changeLibrary({ languages: [...chosen] }));
  }

  return (
    <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={save}>
      <Chips
        name="languages"
        label={words.languages}
        values={chosen}
        onChange={setChosen}
        options={languages.map((value) => ({ value, label: text.words.language[value] }))}
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
