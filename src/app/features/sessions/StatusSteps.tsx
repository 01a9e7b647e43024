// The steps between planned, open and finished: one tap, no question asked, and a way back from a start for as long as nothing has
// been counted. Finishing has a screen of its own.

import { useState } from 'preact/hooks';
import { isUnknown } from '../../../device/store/sessions.ts';
import type { Problem } from '../../../domain/problem.ts';
import { sessionFigures } from '../../../domain/report.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { useCorrectedNow } from '../../records/library-day.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';
import css from './status-steps.module.css';

/** How long after a start the way back is offered. */
const undoableFor = 10 * 60_000;

export function StatusSteps({ session, zone }: { readonly session: Session; readonly zone: string }) {
  const { device, text } = useApp();
  const now = useCorrectedNow();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useFocusGoesOn(); // each step's button goes with the step
  const { status, openedAt, startsAt, source } = session.values;
  const { attendance, signUps, handOuts } = sessionFigures(session);

  async function save(change: () => ReturnType<typeof device.act.startSession>): Promise<void> {
    setBusy(true);
    const result = await change();
    setBusy(false);
    setProblem(result.ok ? null : result.problem);
  }

  if (isUnknown(session)) return null;
  const notSaved = problem !== null && <ProblemNotice problem={problem} title={text.sessions.notSaved} />;
  if (status === 'planned') {
    return (
      <>
        {notSaved}
        <Button
          look="main"
          large
          wide
          icon="start"
          busy={busy ? text.sessions.starting : undefined}
          onClick={() => void save(() => device.act.startSession(session.id))}
        >
          {text.sessions.start}
        </Button>
      </>
    );
  }
  if (status === 'closed' || status === 'canceled') {
    const neverBegan = status === 'canceled' && openedAt === null;
    return (
      <div>
        {notSaved}
        <Button
          icon="undo"
          busy={busy ? (neverBegan ? text.settings.saving : text.sessions.reopening) : undefined}
          onClick={() => void save(() => device.act.reopenSession(session.id))}
        >
          {neverBegan ? text.schedule.putBack : text.sessions.reopen}
        </Button>
      </div>
    );
  }
  const planned = startsAt !== null || source !== null;
  const fresh = openedAt !== null && now - Date.parse(openedAt) < undoableFor && attendance + signUps + handOuts === 0;
  if (status !== 'open' || openedAt === null || !fresh) return null;
  return (
    <>
      {notSaved}
      <div class={css.started}>
        <span>{text.sessions.startedJustNow(text.formatting.clock(openedAt, zone))}</span>
        <Button
          look="quiet"
          icon="undo"
          busy={busy ? text.shell.loading : undefined}
          onClick={() =>
            void save(() => device.act.changeSession(session.id, { status: planned ? 'planned' : 'canceled', openedAt: null }))
          }
        >
          {text.sessions.undoStart}
        </Button>
      </div>
    </>
  );
}
