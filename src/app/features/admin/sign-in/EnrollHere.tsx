// Makes the browser a coordinator is signed in on a device of the library.

import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { name } from '../../../../domain/shapes.ts';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useWork } from '../../../use-work.ts';

export function EnrollHere() {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.access.signIn;
  const [deviceName, setDeviceName] = useState<string>(text.access.setup.deviceNamePreset);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const work = useWork();

  async function enroll(): Promise<void> {
    const missing = v.is(name, deviceName) ? [] : [{ field: 'deviceName', message: text.access.missing.deviceName }];
    setProblems(missing);
    if (missing.length > 0) return;
    device.act.askToPersist(); // from the tap, as browsers want it; its answer is shown on the next screen
    const done = await work.run(() => device.access.enrollHere(deviceName.trim()));
    if (done !== undefined) route(routes.enroll, true);
  }

  return (
    <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={enroll}>
      <TextField
        name="deviceName"
        label={text.access.setup.deviceName}
        hint={text.access.setup.deviceNameHint}
        maxLength={200}
        value={deviceName}
        onInput={setDeviceName}
      />
      {work.problem && <ProblemNotice problem={work.problem} />}
      <div>
        <Button look="main" type="submit" busy={work.busy ? words.enrolling : undefined}>
          {words.enrollHere}
        </Button>
      </div>
    </Form>
  );
}
