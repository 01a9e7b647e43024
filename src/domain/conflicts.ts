// What cannot be in two places at once: a vehicle, a person, a device. Shown wherever sessions are planned, never forbidden.

import type { OutletFields } from './places.ts';
import type { SessionFields } from './session.ts';
import { minutesOf } from './shapes.ts';

export interface Conflict {
  readonly kind: 'outlet' | 'staff' | 'device';
  /** The vehicle's, person's or device's record. */
  readonly thing: string;
  /** The other session. */
  readonly session: string;
}

export interface Timed {
  readonly id: string;
  readonly values: SessionFields;
}

/**
 * By session, only those that have any. A session without a start is nowhere yet; one without an end is there at its start.
 * Of outlets only a bookmobile is one thing: a branch sends as many teams as it has.
 */
export function conflictsOf(
  sessions: readonly Timed[],
  outletById: ReadonlyMap<string, OutletFields>,
): ReadonlyMap<string, readonly Conflict[]> {
  const found = new Map<string, Conflict[]>();
  const days = new Map<string, Timed[]>();
  for (const session of sessions.filter(isComing)) days.set(session.values.date, [...(days.get(session.values.date) ?? []), session]);
  for (const ofDay of days.values()) {
    const inOrder = ofDay.toSorted((a, b) => startOf(a) - startOf(b));
    for (const [at, one] of inOrder.entries()) {
      for (const other of inOrder.slice(at + 1)) {
        if (startOf(other) >= endOf(one) && startOf(other) > startOf(one)) break;
        for (const { kind, thing } of shared(one.values, other.values)) {
          if (kind === 'outlet' && outletById.get(thing)?.kind !== 'bookmobile') continue;
          add(one.id, { kind, thing, session: other.id });
          add(other.id, { kind, thing, session: one.id });
        }
      }
    }
  }
  return found;

  function add(session: string, conflict: Conflict): void {
    found.set(session, [...(found.get(session) ?? []), conflict]);
  }
}

function isComing({ values }: Timed): boolean {
  return values.startsAt !== null && (values.status === 'planned' || values.status === 'open');
}

/** A vehicle that stands at one site serves everything there. */
function shared(one: SessionFields, other: SessionFields): readonly Pick<Conflict, 'kind' | 'thing'>[] {
  const sameSite = one.site !== null && one.site === other.site;
  const both = (ours: readonly string[] = [], theirs: readonly string[] = []) => ours.filter((id) => theirs.includes(id));
  return [
    ...(one.outlet !== null && one.outlet === other.outlet && !sameSite ? [{ kind: 'outlet' as const, thing: one.outlet }] : []),
    ...both(one.staff, other.staff).map((thing) => ({ kind: 'staff' as const, thing })),
    ...both(one.devices, other.devices).map((thing) => ({ kind: 'device' as const, thing })),
  ];
}

function startOf({ values }: Timed): number {
  return values.startsAt === null ? 0 : minutesOf(values.startsAt);
}

function endOf(session: Timed): number {
  const { endsAt } = session.values;
  return endsAt === null ? startOf(session) : minutesOf(endsAt);
}
