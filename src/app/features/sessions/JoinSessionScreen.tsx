// The second tablet at the table joins in: scan the first one's screen, or type what stands under it. Works before the session has
// ever reached this device.

import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { identity } from '../../../device/store/identity.ts';
import { openSessions } from '../../../device/store/sessions.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { SessionFields } from '../../../domain/session.ts';
import { typedCode } from '../../../protocol/ids.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { scanWords } from '../../records/scan-words.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { CodeField } from '../../ui/form/CodeField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { screenCodes } from '../../ui/scanner/code-formats.ts';
import css from './join-session.module.css';
import { readSessionCode } from './session-code.ts';
import { SessionRow } from './SessionRow.tsx';

export function JoinSessionScreen() {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.sessionSteps.join;
  const places = usePlaces();
  const open = useLive(() => openSessions(device.store), [device]);
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [scanProblem, setScanProblem] = useState<string | null>(null);
  const [failed, setFailed] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  // A link to a session that is not here leads to this screen with the code after the '#'.
  useEffect(() => {
    const given = location.hash.slice(1);
    if (given === '') return;
    setCode(given);
    history.replaceState(history.state, '', routes.joinSession);
  }, []);

  async function join(id: string, known?: Partial<SessionFields>): Promise<void> {
    setBusy(true);
    const result = await device.act.joinSession(id, known);
    setBusy(false);
    if (result.ok) route(routes.session(result.value.id), true);
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
      <PageHeader title={words.title} back={{ href: routes.today, label: text.shell.today }} meta={words.lead} />
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
          maxLength={2_000}
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
      {open.state === 'ready' && places.state === 'ready' && open.value.length > 0 && (
        <section class={css.part} aria-label={words.open}>
          <h2>{words.open}</h2>
          <List label={words.open}>
            {open.value.map((session) => (
              <ListItem key={session.id}>
                <SessionRow session={session} places={places.value} />
              </ListItem>
            ))}
          </List>
        </section>
      )}
    </>
  );
}
