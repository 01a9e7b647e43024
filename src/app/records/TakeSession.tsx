// Taking a session by its code: scan another device's screen, or type what stands under it. Works before the session has ever reached
// this device. Of the second tablet at a table, and of a kiosk.

import { useState } from 'preact/hooks';
import { identity } from '../../device/store/identity.ts';
import type { Problem } from '../../domain/problem.ts';
import type { SessionFields } from '../../domain/session.ts';
import { typedCode } from '../../protocol/ids.ts';
import { useApp } from '../context.ts';
import { Button } from '../ui/button/Button.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { CodeField } from '../ui/form/CodeField.tsx';
import { Form } from '../ui/form/Form.tsx';
import { screenCodes } from '../ui/scanner/code-formats.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import { scanWords } from './scan-words.ts';
import { readSessionCode } from './session-code.ts';

export interface TakeSessionProps {
  /** Typed already, elsewhere. */
  readonly given: string;
  readonly onTaken: (session: string) => void;
}

export function TakeSession({ given, onTaken }: TakeSessionProps) {
  const { device, text } = useApp();
  const words = text.sessionSteps.join;
  const [code, setCode] = useState(given);
  const [error, setError] = useState<string | null>(null);
  const [scanProblem, setScanProblem] = useState<string | null>(null);
  const [failed, setFailed] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function join(id: string, known?: Partial<SessionFields>): Promise<void> {
    setBusy(true);
    const result = await device.act.joinSession(id, known);
    setBusy(false);
    if (result.ok) onTaken(result.value.id);
    else if (result.problem.code === 'input-invalid') setError(words.codeWrong);
    else setFailed(result.problem);
  }

  async function joinTyped(): Promise<void> {
    if (busy) return;
    if (typedCode(code) === '') return setError(words.codeMissing);
    await join(code);
  }

  async function joinScanned(scanned: string): Promise<'again' | 'done'> {
    setScanProblem(null);
    const read = readSessionCode(scanned);
    const who = await identity(device.store);
    if (!read.ok) return tellAgain(words.wrongCode);
    if (who !== null && read.value.library !== who.library) return tellAgain(words.otherLibrary);
    await join(read.value.id, read.value.known);
    return 'done';
  }

  function tellAgain(problem: string): 'again' {
    setScanProblem(problem);
    return 'again';
  }

  return (
    <>
      {failed !== null && <ProblemNotice problem={failed} title={text.sessions.notSaved} />}
      <Form
        problems={error === null ? [] : [{ field: 'code', message: error }]}
        problemsTitle={text.shell.errorSummaryTitle}
        onSubmit={() => void joinTyped()}
      >
        <CodeField
          name="code"
          label={words.code}
          hint={words.hint}
          capitalize="characters"
          formats={screenCodes}
          words={scanWords(text, { scan: words.scan, stop: words.typeInstead })}
          wholeScreen
          value={code}
          onInput={(value) => {
            setCode(value);
            setError(null);
          }}
          onScanned={joinScanned}
        />
        {scanProblem !== null && <Notice tone="warning" title={scanProblem} announce />}
        <div>
          <Button type="submit" look="main" busy={busy ? words.joining : undefined}>
            {words.join}
          </Button>
        </div>
      </Form>
    </>
  );
}
