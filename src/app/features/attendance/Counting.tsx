// The counting itself: total, keys, undo by name. It alone is drawn again at each tap; the log beside it follows when a tap is saved.

import { useRef, useState } from 'preact/hooks';
import { type Band, bands, totalHeads } from '../../../domain/attendance.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import type { Places } from '../../records/places.ts';
import { isRecording } from '../../records/session-words.ts';
import { Button } from '../../ui/button/Button.tsx';
import { StatFigure } from '../../ui/data/StatFigure.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { TallyButton } from '../../ui/tally/TallyButton.tsx';
import { TallyGrid } from '../../ui/tally/TallyGrid.tsx';
import type { CountAct } from './acts.ts';
import { BandCounts } from './BandCounts.tsx';
import { CountDialog } from './CountDialog.tsx';
import css from './counting.module.css';
import { DeviceShares } from './DeviceShares.tsx';
import { NotSavedNotice } from './NotSavedNotice.tsx';
import { shownHeads } from './tally-queue.ts';
import { useTally } from './use-tally.ts';

export interface CountingProps {
  readonly session: Session;
  readonly places: Places;
  /** What Undo takes back; undefined when there is nothing. */
  readonly lastAct: CountAct | undefined;
}

export function Counting({ session, places, lastAct }: CountingProps) {
  const { text } = useApp();
  const queue = useTally(session);
  const [allBands, setAllBands] = useState(false);
  const [dialog, setDialog] = useState<'many' | 'exact' | null>(null);

  const state = { ...queue.state.value, session: queue.state.value.session ?? session };
  const heads = shownHeads(state);
  const total = totalHeads(heads);
  const { targetAge, status } = session.values;
  const open = isRecording(session);
  // A key stays once it was there: it must not vanish under the thumb that takes the last head back.
  const inUse = useRef(new Set<Band>());
  for (const band of bands) if ((heads[band] ?? 0) !== 0) inUse.current.add(band);
  const others = bands.filter((band) => band !== targetAge && (allBands || inUse.current.has(band)));
  const shown = [targetAge, ...others];
  const lastJob = state.jobs.at(-1);

  function undo(): void {
    queue.undo(lastAct === undefined ? null : { fact: lastAct.fact.id, band: lastAct.counted.band, heads: lastAct.counted.heads });
  }

  function undoLabel(): string {
    if (lastJob !== undefined && lastJob.kind !== 'undo')
      return text.attendance.undo(lastJob.heads, text.words.bandName[lastJob.band], null);
    if (lastAct === undefined) return text.attendance.nothingToUndo;
    const { band, heads: counted } = lastAct.counted;
    return text.attendance.undo(counted, text.words.bandName[band], text.formatting.clock(lastAct.fact.at, places.zone));
  }

  return (
    <>
      <div class={css.top}>
        <StatFigure size="total" value={text.formatting.number(total)} label={text.attendance.total(total)} />
        <p class={css.saving}>
          {state.jobs.length > 0 ? <span class={css.late}>{text.attendance.saving}</span> : open && total !== 0 && text.attendance.saved}
        </p>
      </div>
      <LiveRegion text={text.attendance.totalFor(total)} />
      {state.failed !== null && <NotSavedNotice failed={state.failed} onAgain={queue.saveAgain} onLeave={queue.leaveFailed} />}
      {!open && <p class={css.closed}>{closedText(status, text)}</p>}
      {open ? (
        <TallyGrid label={text.attendance.byAge}>
          {shown.map((band) => (
            <TallyButton
              key={band}
              label={text.words.band[band]}
              count={heads[band] ?? 0}
              formatCount={text.formatting.number}
              addLabel={text.attendance.addOne(text.words.bandName[band])}
              takeBackLabel={text.attendance.takeBackOne(text.words.bandName[band])}
              lead={band === targetAge}
              onAdd={() => queue.add(band, 1, 'tap')}
              onTakeBack={() => queue.add(band, -1, 'tap')}
            />
          ))}
        </TallyGrid>
      ) : (
        <BandCounts heads={heads} />
      )}
      {bands.some((band) => (heads[band] ?? 0) < 0) && <Notice tone="warning" title={text.attendance.belowZero} />}
      {open && (
        <div class={css.more}>
          <Button look="quiet" icon={allBands ? undefined : 'add'} onClick={() => setAllBands(!allBands)}>
            {allBands ? text.attendance.fewerBands : text.attendance.moreBands}
          </Button>
          <Button look="quiet" icon="edit" onClick={() => setDialog('exact')}>
            {text.attendance.exactOpen}
          </Button>
        </div>
      )}
      <DeviceShares shares={state.session.totals.byDevice} names={places.deviceNameById} />
      {open && (
        <ActionBar>
          <div class={css.undo}>
            <Button wide icon="undo" disabled={lastJob === undefined && lastAct === undefined} onClick={undo}>
              {undoLabel()}
            </Button>
          </div>
          <div class={css.many}>
            <Button wide onClick={() => setDialog('many')}>
              {text.attendance.addMany}
            </Button>
          </div>
        </ActionBar>
      )}
      {dialog !== null && (
        <CountDialog
          way={dialog}
          ownBand={targetAge}
          heads={heads}
          onClose={() => setDialog(null)}
          onDone={(band: Band, number: number) => {
            if (dialog === 'many') queue.add(band, number, 'many');
            else queue.setExact(band, number);
            setDialog(null);
          }}
        />
      )}
    </>
  );
}

function closedText(status: Session['values']['status'], text: ReturnType<typeof useApp>['text']): string {
  if (status === 'planned') return text.attendance.notStarted;
  return status === 'canceled' ? text.attendance.canceled : text.attendance.finished;
}
