// One day by vehicle: each outlet's stops in the order of the day, with who goes and what is in two places at once.

import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { ConflictNotes } from '../../records/ConflictNotes.tsx';
import type { Places } from '../../records/places.ts';
import type { Planned } from '../../records/use-planning.ts';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import css from './schedule.module.css';
import { SessionRow } from './SessionRow.tsx';

export interface DayPlanProps {
  readonly planned: Planned;
  readonly places: Places;
  readonly staffById: ReadonlyMap<string, string>;
}

export function DayPlan({ planned: { sessions, conflicts }, places, staffById }: DayPlanProps) {
  const { text } = useApp();
  const words = text.schedule;
  if (sessions.length === 0) {
    return (
      <EmptyState
        icon="calendar"
        title={words.nothing}
        actions={<LinkButton href={routes.newSession}>{text.today.newSession}</LinkButton>}
      />
    );
  }
  const outlets = [...new Set(sessions.map(({ values }) => values.outlet))];
  const named = outlets
    .map((outlet) => ({ outlet, name: outlet === null ? words.noOutlet : (places.outletById.get(outlet)?.name ?? outlet) }))
    .toSorted((a, b) => (a.outlet === null ? 1 : b.outlet === null ? -1 : a.name.localeCompare(b.name)));
  return (
    <div class={css.day}>
      {named.map(({ outlet, name }) => (
        <section key={outlet ?? ''} aria-label={name}>
          <h3>{name}</h3>
          <List label={name}>
            {sessions
              .filter(({ values }) => values.outlet === outlet)
              .map((session) => (
                <ListItem key={session.id}>
                  <SessionRow session={session} places={places} also={goesWith(session)} />
                  <ConflictNotes conflicts={conflicts.get(session.id) ?? []} sessions={sessions} places={places} staffById={staffById} />
                </ListItem>
              ))}
          </List>
        </section>
      ))}
    </div>
  );

  function goesWith({ values }: Session): string {
    const people = (values.staff ?? []).map((id) => staffById.get(id) ?? '');
    const devices = (values.devices ?? []).map((id) => places.deviceNameById.get(id) ?? '');
    return [...people, ...devices].filter((name) => name !== '').join(', ');
  }
}
