// Proposals as staff look at them: the sessions of one kind of event together, because thirty weeks of one story time are one question.

import { type ProposedField, proposedFields, type Reasons, reasonsOf } from '../../../domain/proposal.ts';
import type { Session } from '../../../domain/session.ts';
import { folded, matches } from '../../records/search.ts';

export interface ProposalGroup {
  readonly key: string;
  readonly title: string;
  readonly place: string;
  /** By day; all with the same values. */
  readonly sessions: readonly Session[];
  readonly reasons: Reasons | null;
  readonly unsure: readonly ProposedField[];
}

export const proposalFilters = ['all', 'unsure', 'sure'] as const;
export type ProposalFilter = (typeof proposalFilters)[number];

/** `sessions` by day. Groups with the most unsure first, then by their first day. `placeOf` '' for nowhere. */
export function proposalGroups(sessions: readonly Session[], placeOf: (session: Session) => string): readonly ProposalGroup[] {
  const groups = new Map<string, { title: string; place: string; sessions: Session[] }>();
  for (const session of sessions) {
    const { title, activityType, topic, format, targetAge } = session.values;
    const place = placeOf(session);
    const key = JSON.stringify([folded(title), title === '' ? place : '', activityType, topic, format, targetAge]);
    const group = groups.get(key) ?? { title, place, sessions: [] };
    groups.set(key, group);
    group.sessions.push(session);
    if (group.place !== place) group.place = '';
  }
  return [...groups]
    .map(([key, group]) => {
      const [first] = group.sessions;
      const reasons = first === undefined ? null : reasonsOf(first.values);
      return { key, ...group, reasons, unsure: proposedFields.filter((field) => reasons?.[field].sure === false) };
    })
    .sort((a, b) => b.unsure.length - a.unsure.length);
}

export function shownGroups(groups: readonly ProposalGroup[], filter: ProposalFilter, typed: string): readonly ProposalGroup[] {
  return groups.filter(({ title, place, unsure }) => {
    if (filter !== 'all' && (filter === 'unsure') !== unsure.length > 0) return false;
    return typed.trim() === '' || matches(folded(`${title} ${place}`), typed);
  });
}

export function sessionsIn(groups: readonly ProposalGroup[]): number {
  return groups.reduce((sum, { sessions }) => sum + sessions.length, 0);
}
