// What is done with a whole session but rarely: details, download, canceling.

import { useState } from 'preact/hooks';
import type { Problem } from '../../../domain/problem.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { SaveCalendar } from '../../records/SaveCalendar.tsx';
import { routes } from '../../routes.ts';
import { CopySession } from './CopySession.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';

export interface SessionMenuProps {
  readonly session: Session;
  readonly onDone: () => void;
}

export function SessionMenu({ session, onDone }: SessionMenuProps) {
  const { device, text } = useApp();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState<'download' | 'cancel' | null>(null);
  const [reason, setReason] = useState('');
  const [copying, setCopying] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function download(): Promise<void> {
    setBusy('download');
    const csv = await device.act.exportSessionCsv(session.id);
    setBusy(null);
    if (!csv.ok) return setProblem(csv.problem);
    saveFile(csv.value.name, 'text/csv;charset=utf-8', csv.value.text);
    onDone();
  }

  async function cancel(): Promise<void> {
    setBusy('cancel');
    const result = await device.act.cancelSession(session.id, reason.trim());
    setBusy(null);
    setAsking(false);
    if (result.ok) onDone();
    else setProblem(result.problem);
  }

  return (
    <>
      {problem !== null && <ProblemNotice problem={problem} />}
      {session.values.status === 'open' && (
        <LinkButton href={routes.finishSession(session.id)} icon="done" wide onClick={onDone}>
          {text.sessions.finishSession}
        </LinkButton>
      )}
      {session.values.status === 'open' && (
        <LinkButton href={routes.handOver(session.id)} icon="device" wide onClick={onDone}>
          {text.handOver.menu}
        </LinkButton>
      )}
      <LinkButton href={routes.sessionDetails(session.id)} icon="edit" wide onClick={onDone}>
        {text.sessions.details}
      </LinkButton>
      <Button icon="download" wide busy={busy === 'download' ? text.sessions.downloading : undefined} onClick={() => void download()}>
        {text.sessions.download}
      </Button>
      <Button icon="copy" wide onClick={() => setCopying(true)}>
        {text.schedule.copy}
      </Button>
      <SaveCalendar what={{ session: session.id }} wide onDone={onDone} />
      {session.values.status !== 'canceled' && (
        <Button look="danger" wide onClick={() => setAsking(true)}>
          {text.sessions.cancelSession}
        </Button>
      )}
      {copying && <CopySession id={session.id} date={session.values.date} onClose={() => setCopying(false)} onDone={onDone} />}
      <ConfirmDialog
        open={asking}
        look="danger"
        title={text.sessions.cancelTitle}
        confirmLabel={text.sessions.cancelSession}
        cancelLabel={text.sessions.cancelKeep}
        busy={busy === 'cancel' ? text.shell.loading : undefined}
        onConfirm={() => void cancel()}
        onCancel={() => setAsking(false)}
      >
        <p>{text.sessions.cancelText}</p>
        <TextField
          name="reason"
          label={text.schedule.reason}
          hint={text.schedule.reasonHint}
          optional={text.sessionSteps.optional}
          maxLength={300}
          value={reason}
          onInput={setReason}
        />
      </ConfirmDialog>
    </>
  );
}
