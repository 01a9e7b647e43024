// A partner follows the library's link: a name, so that the library knows who reads, and the page opens. The code stands in the link.

import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { name } from '../../../../domain/shapes.ts';
import { typedCode } from '../../../../protocol/ids.ts';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useUnsaved } from '../../../use-unsaved.ts';
import { useWork } from '../../../use-work.ts';

export interface PartnerFormProps {
  readonly code: string;
  readonly onOpened: () => void;
}

export function PartnerForm({ code, onOpened }: PartnerFormProps) {
  const { device, text } = useApp();
  const words = text.shared.begin;
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const work = useWork();
  useUnsaved(typed !== '');
  const problems = v.is(name, typed) ? [] : [{ field: 'name', message: words.nameMissing }];

  async function open(): Promise<void> {
    setTried(true);
    if (problems.length > 0) return;
    device.act.askToPersist(); // from the tap, as browsers want it
    const opened = await work.run(() => device.access.enroll(typedCode(code), typed.trim()));
    if (opened === undefined) return;
    onOpened();
    void device.sync.deliverNow(); // nothing to deliver: the library sees at once that somebody reads
  }

  return (
    <Form problems={tried ? problems : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={open}>
      <TextField name="name" label={words.name} hint={words.nameHint} capitalize="words" maxLength={200} value={typed} onInput={setTyped} />
      <p>{words.own}</p>
      {work.problem && <ProblemNotice problem={work.problem} />}
      <div>
        <Button look="main" type="submit" busy={work.busy ? words.working : undefined}>
          {words.button}
        </Button>
      </div>
    </Form>
  );
}
