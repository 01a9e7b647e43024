// What was handed out in a session, newest first, each with its state and the way to take it back.

import { useState } from 'preact/hooks';
import type { HandOut } from '../../../device/store/hand-outs.ts';
import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { RecordState } from '../../records/RecordState.tsx';
import { IconButton } from '../../ui/button/IconButton.tsx';
import { WindowedList } from '../../ui/data/WindowedList.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import css from './hand-out-log.module.css';

export interface HandOutLogProps {
  readonly session: string;
  readonly handOuts: readonly HandOut[];
  readonly zone: string;
}

export function HandOutLog({ session, handOuts, zone }: HandOutLogProps) {
  const { device, text } = useApp();
  const words = text.handOuts;
  const [asked, setAsked] = useState<HandOut | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const entry = ({ body }: HandOut) => words.entry(body.count, body.title);
  const clock = ({ fact }: HandOut) => text.formatting.clock(fact.at, zone);

  async function takeBack(one: HandOut): Promise<void> {
    setAsked(null);
    const result = await device.act.takeBackHandOut(session, one.fact.id);
    setProblem(result.ok ? null : result.problem);
  }

  return (
    <>
      <h2>{words.log}</h2>
      {problem !== null && <ProblemNotice problem={problem} title={text.sessions.notSaved} />}
      {handOuts.length === 0 ? (
        <EmptyState icon="kit" title={words.logEmptyTitle}>
          {words.logEmptyText}
        </EmptyState>
      ) : (
        <WindowedList
          label={words.log}
          items={handOuts}
          itemKey={(one) => one.fact.id}
          estimatedHeight={108}
          row={(one) => (
            <ListRow
              beside
              title={one.voided ? <s>{entry(one)}</s> : entry(one)}
              meta={
                <>
                  {[text.words.handOutWay[one.way], clock(one), one.body.barcode ?? ''].filter((part) => part !== '').join(' · ')}
                  <span class={css.state}>{one.voided ? words.takenBack : <RecordState state={one.state} />}</span>
                </>
              }
              trailing={
                !one.voided && <IconButton icon="undo" label={words.takeBackEntry(entry(one), clock(one))} onClick={() => setAsked(one)} />
              }
            />
          )}
        />
      )}
      {asked !== null && (
        <ConfirmDialog
          open
          title={words.takeBackTitle}
          confirmLabel={words.takeBack}
          cancelLabel={words.keep}
          onCancel={() => setAsked(null)}
          onConfirm={() => void takeBack(asked)}
        >
          <p>{words.takeBackText(entry(asked), clock(asked))}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
