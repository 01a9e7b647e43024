// The name of this device, as the list of devices and the shares of a session show it.

import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { identity } from '../../../device/store/identity.ts';
import { devices } from '../../../device/store/records.ts';
import { name } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import type { FieldProblem } from '../../ui/form/field-wiring.ts';
import { Form } from '../../ui/form/Form.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { useUnsaved } from '../../use-unsaved.ts';
import { useWork } from '../../use-work.ts';
import css from './settings.module.css';

export function DeviceNameForm() {
  const { device, text } = useApp();
  const words = text.settings.device;
  const live = useLive(async () => {
    const [who, records] = await Promise.all([identity(device.store), devices(device.store)]);
    return records.find((one) => one.id === who?.device)?.values.name ?? who?.name ?? '';
  }, []);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [saved, setSaved] = useState(false);
  const work = useWork();
  const known = live.state === 'ready' ? live.value : '';
  const shown = typed ?? known;
  useUnsaved(shown !== known);

  async function save(): Promise<void> {
    const missing = v.is(name, shown) ? [] : [{ field: 'deviceName', message: words.nameMissing }];
    setProblems(missing);
    if (missing.length > 0) return;
    if ((await work.run(() => device.act.changeDeviceName(shown.trim()))) === undefined) return;
    setTyped(undefined);
    setSaved(true);
  }

  return (
    <section class={css.part}>
      <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={save}>
        <TextField
          name="deviceName"
          label={words.name}
          maxLength={200}
          value={shown}
          onInput={(value) => {
            setTyped(value);
            setSaved(false);
          }}
        />
        {work.problem && <ProblemNotice problem={work.problem} />}
        {saved && <Notice tone="done" title={text.shell.saved} announce />}
        <div>
          <Button type="submit" disabled={typed === undefined} busy={work.busy ? text.settings.saving : undefined}>
            {text.shell.save}
          </Button>
        </div>
      </Form>
    </section>
  );
}
