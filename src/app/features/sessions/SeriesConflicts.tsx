// Which of the coming dates of a series are planned in two places at once, while it is typed: how many, and the first of them by name.
// Said, and nothing is held up by it. Worked out anew only when a day, a time, a place or who goes changes, not at each letter of a title.

import { useEffect, useMemo, useState } from 'preact/hooks';
import { sessionsNear } from '../../../device/store/series.ts';
import type { TypedSeries } from '../../../domain/import/plan-conflicts.ts';
import { seriesOf, templateOf } from '../../../domain/of-series.ts';
import { movedRhythm, repeatOf } from '../../../domain/repeat.ts';
import type { SeriesFields } from '../../../domain/series.ts';
import type { Session, SessionFields } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ConflictLines } from '../../records/ConflictNotes.tsx';
import type { Places } from '../../records/places.ts';
import { Notice } from '../../ui/feedback/Notice.tsx';

export interface SeriesConflictsProps {
  readonly series: TypedSeries;
  readonly places: Places;
  readonly staffById: ReadonlyMap<string, string>;
  readonly today: string;
}

type Planning = typeof import('../../../domain/import/plan-conflicts.ts');

/** Dates that are told with what they meet; the others are counted. */
const told = 4;

export function SeriesConflicts({ series, places, staffById, today }: SeriesConflictsProps) {
  const { device, text } = useApp();
  const words = text.schedule.conflict;
  const planning = usePlanning();
  const near = useLive(() => sessionsNear(device.store, today), [today]);
  const sessions = near.state === 'ready' ? near.value : null;
  const { title: _, place: __, ...matters } = series.values;
  const ahead = useMemo(
    () => (planning === null || sessions === null ? null : planning.conflictsAhead(series, sessions, places.outletById, today)),
    [planning, sessions, places.outletById, JSON.stringify([series.id, matters, series.off]), today],
  );
  if (ahead === null || sessions === null || ahead.met.length === 0) return null;
  return (
    <Notice tone="warning" title={words.dates(ahead.met.length, ahead.dates)} announce>
      {ahead.met.slice(0, told).map(({ date, conflicts }) => (
        <ConflictLines key={date} on={date} conflicts={conflicts} sessions={sessions} places={places} staffById={staffById} />
      ))}
      {ahead.met.length > told && <p>{words.moreDates(ahead.met.length - told)}</p>}
      <p>{words.saveAnyway}</p>
    </Notice>
  );
}

export interface FollowingConflictsProps extends Omit<SeriesConflictsProps, 'series'> {
  readonly session: Session;
  readonly changed: Partial<SessionFields>;
  readonly seriesById: ReadonlyMap<string, SeriesFields>;
}

/** The same, when what is typed in one session is to hold for all that follow. */
export function FollowingConflicts({ session: { values }, changed, seriesById, ...others }: FollowingConflictsProps) {
  const from = seriesOf(values.source);
  const series = from === null ? undefined : seriesById.get(from.series);
  if (from === null || series === undefined) return null;
  const { date = values.date } = changed;
  const repeat = repeatOf(series.rule, series.start);
  const moved = date === values.date ? { start: from.day } : repeat === null || date === '' ? null : movedRhythm(repeat, from.day, date);
  if (moved === null) return null;
  return <SeriesConflicts series={{ id: from.series, values: { ...series, ...templateOf(changed), ...moved }, off: [] }} {...others} />;
}

/** null until it is loaded. A device that lacks the part is told so by saving, which needs it too. */
function usePlanning(): Planning | null {
  const [planning, setPlanning] = useState<Planning | null>(null);
  useEffect(() => {
    const mounted = { now: true };
    import('../../../domain/import/plan-conflicts.ts').then((part) => mounted.now && setPlanning(part)).catch(() => {}); // see above
    return () => {
      mounted.now = false;
    };
  }, []);
  return planning;
}
