// What was imported, and where to look at it.

import type { ComponentChildren } from 'preact';
import type { ImportPlan } from '../../../domain/import/collect-records.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { countsOf } from './counts.ts';
import type { ImportWords } from './import-words.ts';
import css from './import.module.css';

export interface ImportDoneProps {
  readonly plan: ImportPlan;
  readonly words: ImportWords;
  readonly onAnother: () => void;
  /** What to do first, before looking at what came. */
  readonly actions?: ComponentChildren;
  /** What could not be used. */
  readonly children?: ComponentChildren;
}

export function ImportDone({ plan, words, onAnother, actions, children }: ImportDoneProps) {
  const { sites, sessions } = countsOf(plan);
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
    </>
  );
}
