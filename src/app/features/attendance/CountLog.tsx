// The log of what was counted, newest first. Each entry says when, on which device, where it is now, and can be taken back.

import { useState } from 'preact/hooks';
import type { LogEntry } from '../../../device/store/log.ts';
import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import type { Live } from '../../live.ts';
import { type Places, useOwnDevice } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { RecordState } from '../../records/RecordState.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/button/IconButton.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { type CountAct, countActs } from './acts.ts';
import css from './count-log.module.css';

export interface CountLogProps {
  readonly session: string;
  readonly places: Places;
  /** Counts are drawn from it, and other entries are among them. */
  readonly log: Live<readonly LogEntry[]>;
  /** So many entries were asked for: as many in the log, and there may be more. */
  readonly read: number;
  /** Counts that are drawn. */
  readonly limit: number;
  readonly onEarlier: () => void;
}

export function CountLog({ session, places, log, read, limit, onEarlier }: CountLogProps) {
  const { device, text } = useApp();
  const [asked, setAsked] = useState<CountAct | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const own = useOwnDevice();

  if (log.state === 'loading') return <Skeleton label={text.attendance.readingLog} />;
  if (log.state === 'problem') return <ProblemNotice problem={log.problem} />;
  const known = countActs(log.value);
  const acts = known.slice(0, limit);
  const clock = (act: CountAct) => text.formatting.clock(act.fact.at, places.zone);
  const entry = (act: CountAct) => text.attendance.entry(act.counted.heads, text.words.bandName[act.counted.band]);
  const by = (act: CountAct) =>
    own === act.fact.device ? text.attendance.thisDevice : (places.deviceNameById.get(act.fact.device) ?? text.attendance.unknownDevice);

  async function takeBack(act: CountAct): Promise<void> {
    setAsked(null);
    const result = await device.act.voidFact(session, act.fact.id);
    setProblem(result.ok ? null : result.problem);
  }

  return (
    <>
      <h2>{text.attendance.log}</h2>
      {problem !== null && <ProblemNotice problem={problem} />}
      {acts.length === 0 ? (
        <EmptyState icon="people" title={text.attendance.logEmptyTitle}>
          {text.attendance.logEmptyText}
        </EmptyState>
      ) : (
        <List label={text.attendance.log}>
          {acts.map((act) => (
            <ListItem key={act.fact.id}>
              <ListRow
                beside
                title={act.voided ? <s>{entry(act)}</s> : entry(act)}
                meta={
                  <>
                    {[clock(act), by(act), text.attendance.way[act.counted.way]].filter((part) => part !== '').join(' · ')}
                    <span class={css.state}>{act.voided ? text.attendance.takenBack : <RecordState state={act.state} />}</span>
                  </>
                }
                trailing={
                  !act.voided && (
                    <IconButton icon="undo" label={text.attendance.takeBackEntry(entry(act), clock(act))} onClick={() => setAsked(act)} />
                  )
                }
              />
            </ListItem>
          ))}
        </List>
      )}
      {(known.length > limit || log.value.length >= read) && <Button onClick={onEarlier}>{text.attendance.earlier}</Button>}
      {asked !== null && (
        <ConfirmDialog
          open
          title={text.attendance.takeBackTitle}
          confirmLabel={text.attendance.takeBack}
          cancelLabel={text.attendance.keepEntry}
          onCancel={() => setAsked(null)}
          onConfirm={() => void takeBack(asked)}
        >
          <p>{text.attendance.takeBackText(entry(asked), clock(asked), by(asked))}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
