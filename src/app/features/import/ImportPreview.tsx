// What a file would bring, in figures first; then the rows that cannot be used, by line and reason; then the button that does it.

import type { TimetablePlan } from '../../../domain/import/plan-timetable.ts';
import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { StatFigure } from '../../ui/data/StatFigure.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { BadRows } from './BadRows.tsx';
import { countsOf } from './counts.ts';
import { ImportProgress } from './ImportProgress.tsx';
import css from './import.module.css';

export interface ImportPreviewProps {
  readonly plan: TimetablePlan;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly onConfirm: () => void;
}

export function ImportPreview({ plan, busy, problem, onConfirm }: ImportPreviewProps) {
  const { text } = useApp();
  const words = text.importing;
  const { sites, sessions } = countsOf(plan);
  const number = text.formatting.number;
  const brings = sites + sessions > 0;
  return (
    <section class={css.preview}>
      <h2 class={css.title}>{words.preview}</h2>
      <div class={css.figures}>
        {brings && <StatFigure value={number(sessions)} label={words.sessionsLabel(sessions)} />}
        {brings && <StatFigure value={number(sites)} label={words.sitesLabel(sites)} />}
        {plan.unchanged > 0 && <StatFigure value={number(plan.unchanged)} label={words.unchangedLabel} />}
        {plan.bad.length > 0 && <StatFigure value={number(plan.bad.length)} label={words.badLabel(plan.bad.length)} />}
      </div>
      {!brings && plan.unchanged > 0 && (
        <Notice tone="done" title={words.nothingNewTitle}>
          <p>{words.nothingNewText(plan.unchanged)}</p>
        </Notice>
      )}
      {!brings && plan.unchanged === 0 && <Notice tone="warning" title={plan.bad.length > 0 ? words.nothingUsable : words.noDays} />}
      {plan.gone.length > 0 && <Notice tone="info" title={words.gone(plan.gone.length)} />}
      {plan.bad.length > 0 && <BadRows rows={plan.bad} />}
      {busy && <ImportProgress total={sites + sessions} />}
      {problem && <ProblemNotice problem={problem} />}
      {brings && (
        <ActionBar>
          <Button look="main" icon="check" busy={busy ? words.working : undefined} onClick={onConfirm}>
            {sites > 0 ? words.confirm(sites, sessions) : words.confirmSessions(sessions)}
          </Button>
        </ActionBar>
      )}
    </section>
  );
}
