// Titles that were imported, where to look at them, and the way to take them back: what became of each is said in numbers.

import { useState } from 'preact/hooks';
import type { TitlesImport } from '../../../device/actions/titles.ts';
import type { TitlesUndone } from '../../../device/actions/undo-titles.ts';
import type { TitlePlan } from '../../../domain/import/plan-titles.ts';
import { useApp } from '../../context.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { useWork } from '../../use-work.ts';
import { StoppedHalfWay } from './StoppedHalfWay.tsx';
import { useWritingGoesOn } from './use-import-work.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { TitlesUndoneNotice } from './TitlesUndoneNotice.tsx';

export function titlesIn({ added, changed }: TitlePlan): number {
  return added.length + changed.length;
}

export function TitlesDone({ imported }: { readonly imported: TitlesImport }) {
  const { text } = useApp();
  const words = text.titles;
  const undoing = useWork();
  const [undone, setUndone] = useState<TitlesUndone | undefined>(undefined);
  useWritingGoesOn(undoing.busy);
  const count = titlesIn(imported.plan);
  const see = (
    <LinkButton look="main" icon="kit" href={routes.resources}>
      {words.see}
    </LinkButton>
  );
  if (undone !== undefined) return <TitlesUndoneNotice undone={undone} actions={see} />;
  return (
    <>
      <Notice
        tone="done"
        title={words.done(count)}
        announce
        actions={
          <>
            {see}
            <Button
              icon="undo"
              busy={undoing.busy ? text.importing.undoing : undefined}
              onClick={() => void undoing.run(imported.undo).then((done) => done !== undefined && setUndone(done))}
            >
              {text.importing.undo}
            </Button>
          </>
        }
      />
      {undoing.busy && <ImportProgress total={count} undoes />}
      {undoing.problem && <StoppedHalfWay problem={undoing.problem} />}
    </>
  );
}
