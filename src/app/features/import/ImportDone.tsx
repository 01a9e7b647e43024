// What was imported, and where to look at it.

import type { TimetablePlan } from '../../../domain/import/plan-timetable.ts';
import { useApp } from '../../context.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { BadRows } from './BadRows.tsx';
import { countsOf } from './counts.ts';
import css from './import.module.css';

export function ImportDone({ plan, onAnother }: { readonly plan: TimetablePlan; readonly onAnother: () => void }) {
  const { text } = useApp();
  const words = text.importing;
  const { sites, sessions } = countsOf(plan);
  return (
    <>
      <Notice tone="done" title={words.doneText(sites, sessions)} announce />
      <div class={css.actions}>
        <LinkButton look="main" icon="calendar" href={routes.sessions}>
          {words.seeSessions}
        </LinkButton>
        <LinkButton icon="place" href={routes.sites}>
          {words.seeSites}
        </LinkButton>
        <Button look="quiet" onClick={onAnother}>
          {words.importAnother}
        </Button>
      </div>
      {plan.bad.length > 0 && <BadRows rows={plan.bad} />}
    </>
  );
}
