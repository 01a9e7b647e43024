// What was imported, where to look at it, and the way to take it all back.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ImportPlan } from '../../../domain/import/collect-records.ts';
import type { Result } from '../../../domain/problem.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { useWork } from '../../use-work.ts';
import { countsOf } from './counts.ts';
import type { ImportWords } from './import-words.ts';
import css from './import.module.css';
import { StoppedHalfWay } from './StoppedHalfWay.tsx';
import { useWritingGoesOn } from './use-import-work.ts';

export interface ImportDoneProps {
  readonly plan: ImportPlan;
  readonly words: ImportWords;
  readonly onAnother: () => void;
  readonly undo: () => Promise<Result<unknown>>;
  /** What to do first, before looking at what came. */
  readonly actions?: ComponentChildren;
  /** What could not be used. */
  readonly children?: ComponentChildren;
}

export function ImportDone({ plan, words, onAnother, undo, actions, children }: ImportDoneProps) {
  const undoing = useWork();
  useWritingGoesOn(undoing.busy);
  const [undone, setUndone] = useState(false);
  const { sites, sessions } = countsOf(plan);
  if (undone)
    return <Notice tone="info" title={words.undone} announce actions={<Button onClick={onAnother}>{words.importAnother}</Button>} />;
  return (
    <>
      <Notice tone="done" title={words.doneText(sites, sessions)} announce />
      <div class={css.actions}>
        {actions}
        <LinkButton look={actions === undefined ? 'main' : 'plain'} icon="calendar" href={routes.sessions}>
          {words.seeSessions}
        </LinkButton>
        <LinkButton icon="place" href={routes.sites}>
          {words.seeSites}
        </LinkButton>
        <Button look="quiet" onClick={onAnother}>
          {words.importAnother}
        </Button>
      </div>
      {children}
      {undoing.problem && <StoppedHalfWay problem={undoing.problem} />}
      {sites + sessions > 0 && (
        <div>
          <Button
            icon="undo"
            busy={undoing.busy ? words.undoing : undefined}
            onClick={() => void undoing.run(undo).then((done) => setUndone(done !== undefined))}
          >
            {words.undo}
          </Button>
        </div>
      )}
    </>
  );
}
