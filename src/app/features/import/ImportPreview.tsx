// What a file would bring, in figures first; then what cannot be used, by line and reason; then the button that does it.

import type { ComponentChildren } from 'preact';
import type { ImportPlan } from '../../../domain/import/collect-records.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { StatFigure } from '../../ui/data/StatFigure.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { countsOf } from './counts.ts';
import { NotWritten } from './NotWritten.tsx';
import type { ImportWords } from './import-words.ts';
import { ImportProgress } from './ImportProgress.tsx';
import css from './import.module.css';
import type { ImportWork } from './use-import-work.ts';

export interface ImportPreviewProps {
  readonly plan: ImportPlan;
  /** How much of the file cannot be used. */
  readonly bad: number;
  readonly words: ImportWords;
  /** Another look is under way: what is shown is not to be confirmed. */
  readonly looking: boolean;
  readonly work: ImportWork;
  readonly onConfirm: () => void;
  readonly onTakeBack: () => void;
  /** More about it: what cannot be used, what is to be decided. */
  readonly children?: ComponentChildren;
}

export function ImportPreview({ plan, bad, words, looking, work, onConfirm, onTakeBack, children }: ImportPreviewProps) {
  const { text } = useApp();
  const { applying, undoing } = work;
  const { sites, sessions } = countsOf(plan);
  const number = text.formatting.number;
  const brings = sites + sessions > 0;
  return (
    <section class={css.preview}>
      <h2 class={css.title}>{words.preview}</h2>
      <div class={css.figures}>
        {brings && <StatFigure value={number(sessions)} label={words.sessionsLabel(sessions)} />}
        {sites > 0 && <StatFigure value={number(sites)} label={words.sitesLabel(sites)} />}
        {plan.unchanged > 0 && <StatFigure value={number(plan.unchanged)} label={words.unchangedLabel} />}
        {bad > 0 && <StatFigure value={number(bad)} label={words.badLabel(bad)} />}
      </div>
      {!brings && plan.unchanged > 0 && (
        <Notice tone="done" title={words.nothingNewTitle}>
          <p>{words.nothingNewText(plan.unchanged)}</p>
        </Notice>
      )}
      {!brings && plan.unchanged === 0 && <Notice tone="warning" title={bad > 0 ? words.nothingUsable : words.noDays} />}
      {plan.gone.length > 0 && <Notice tone="info" title={words.gone(plan.gone.length)} />}
      {children}
      {(applying.busy || undoing.busy) && <ImportProgress total={sites + sessions} undoes={undoing.busy} />}
      {applying.problem && <NotWritten problem={applying.problem} undoing={undoing} onTakeBack={onTakeBack} />}
      {brings && !undoing.busy && (
        <ActionBar>
          <Button look="main" icon="check" busy={applying.busy || looking ? words.working : undefined} onClick={onConfirm}>
            {sites > 0 ? words.confirm(sites, sessions) : words.confirmSessions(sessions)}
          </Button>
        </ActionBar>
      )}
    </section>
  );
}
