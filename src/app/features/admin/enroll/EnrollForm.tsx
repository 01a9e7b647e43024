// The code and a name for the tablet. Persistent storage is asked for from the same tap; nothing waits for the answer.

import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { name } from '../../../../domain/shapes.ts';
import { inGroups, typedCode } from '../../../../protocol/ids.ts';
import { useApp } from '../../../context.ts';
import { scanWords } from '../../../records/scan-words.ts';
import { screenCodes } from '../../../ui/scanner/code-formats.ts';
import { useUnsaved } from '../../../use-unsaved.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { CodeField } from '../../../ui/form/CodeField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useWork } from '../../../use-work.ts';

export interface EnrollFormProps {
  /** From a scanned link; '' when it is typed. */
  readonly code: string;
  readonly number: number | null;
  readonly onEnrolled: () => void;
}

export function EnrollForm({ code: scanned, number, onEnrolled }: EnrollFormProps) {
  const { device, text } = useApp();
  const words = text.access.enroll;
  const [code, setCode] = useState(() => inGroups(typedCode(scanned), 5));
  const [deviceName, setDeviceName] = useState(() => (number === null ? '' : words.deviceNamePreset(number)));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const work = useWork();
  useUnsaved(code !== '');

  async function enroll(): Promise<void> {
    const missing: FieldProblem[] = [];
    if (typedCode(code) === '') missing.push({ field: 'code', message: text.access.missing.code });
    if (!v.is(name, deviceName)) missing.push({ field: 'deviceName', message: text.access.missing.deviceName });
    setProblems(missing);
    if (missing.length > 0) return;
    device.act.askToPersist();
    onEnrolled();
    await work.run(() => device.access.enroll(typedCode(code), deviceName.trim()));
  }

  return (
    <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={enroll}>
      <CodeField
        name="code"
        label={words.code}
        hint={words.codeHint}
        capitalize="characters"
        formats={screenCodes}
        words={scanWords(text)}
        wholeScreen
        value={code}
        onInput={setCode}
        onScanned={(scanned) => {
          setCode(inGroups(typedCode(codeInLink(scanned)), 5));
          return undefined;
        }}
      />
      <TextField
        name="deviceName"
        label={words.deviceName}
        hint={words.deviceNameHint}
        maxLength={200}
        value={deviceName}
        onInput={setDeviceName}
      />
      {work.problem && <ProblemNotice problem={work.problem} />}
      <div>
        <Button look="main" type="submit" busy={work.busy ? words.working : undefined}>
          {words.button}
        </Button>
      </div>
    </Form>
  );
}

/** The coordinator's screen shows a link, whose code stands behind the '#'; a code alone is one as well. */
function codeInLink(scanned: string): string {
  const [code = ''] = scanned
    .slice(scanned.indexOf('#') + 1)
    .replace(/^code=/, '')
    .split('.');
  return code;
}
