// Which vehicle, person or device is planned in two places at once, by name and with the way to the other session. Told, never forbidden.

import type { Conflict } from '../../domain/conflicts.ts';
import type { Session } from '../../domain/session.ts';
import type { Day } from '../../domain/shapes.ts';
import { useApp } from '../context.ts';
import { routes } from '../routes.ts';
import { Notice } from '../ui/feedback/Notice.tsx';
import type { Places } from './places.ts';
import { sessionTitle } from './session-words.ts';

export interface ConflictNotesProps {
  readonly conflicts: readonly Conflict[];
  readonly sessions: readonly Session[];
  readonly places: Places;
  readonly staffById: ReadonlyMap<string, string>;
}

export function ConflictNotes(props: ConflictNotesProps) {
  const { text } = useApp();
  const { length } = props.conflicts;
  if (length === 0) return null;
  return (
    <Notice tone="warning" title={text.schedule.conflict.title(length)}>
      <ConflictLines {...props} />
    </Notice>
  );
}

/** One paragraph for each; `on` is said where they are of several days. */
export function ConflictLines({ on, conflicts, sessions, places, staffById }: ConflictNotesProps & { readonly on?: Day }) {
  const { text } = useApp();
  return conflicts.map((conflict) => {
    const other = sessions.find(({ id }) => id === conflict.session)?.values;
    const name = other === undefined ? '' : sessionTitle(other, places.siteById, text);
    const times = other === undefined ? '' : text.formatting.timeRange(other.startsAt, other.endsAt);
    const says = text.schedule.conflict.says(nameOf(conflict), [name, times].filter((part) => part !== '').join(', '));
    return (
      <p key={`${conflict.kind} ${conflict.thing} ${conflict.session}`}>
        {on !== undefined && `${text.formatting.shortDay(on)}: `}
        <a href={routes.session(conflict.session)}>{says}</a>
      </p>
    );
  });

  function nameOf({ kind, thing }: Conflict): string {
    if (kind === 'outlet') return places.outletById.get(thing)?.name ?? thing;
    return (kind === 'staff' ? staffById : places.deviceNameById).get(thing) ?? thing;
  }
}
