// What of this session is planned in two places at once. A part of its own, loaded after the session is drawn.

import { ConflictNotes } from '../../records/ConflictNotes.tsx';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { useConflictsOf, usePlanners } from '../../records/use-planning.ts';
import type { SessionPanelProps } from './SessionScreen.tsx';

export function SessionConflicts({ session: { id, values }, places }: SessionPanelProps) {
  const { conflicts, sessions } = useConflictsOf(id, values, places);
  const planners = usePlanners();
  if (planners.state === 'problem') return <ProblemNotice problem={planners.problem} />;
  if (planners.state === 'loading') return null;
  return <ConflictNotes conflicts={conflicts} sessions={sessions} places={places} staffById={planners.value.staffNameById} />;
}
