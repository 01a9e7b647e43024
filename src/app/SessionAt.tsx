// A session with its panels: the one place where attendance, sign-ups and hand-outs meet, so that features need not know each other.

import { AttendancePanel } from './features/attendance/AttendancePanel.tsx';
import { HandOutsPanel } from './features/hand-outs/HandOutsPanel.tsx';
import { RosterPanel } from './features/roster/RosterPanel.tsx';
import { SessionScreen } from './features/sessions/SessionScreen.tsx';
import { SignUpsPanel } from './features/sign-ups/SignUpsPanel.tsx';
import { ChecklistPanel } from './features/workshops/ChecklistPanel.tsx';
import { SurveyPanel } from './features/workshops/SurveyPanel.tsx';
import { NotFoundScreen } from './NotFoundScreen.tsx';
import type { SessionTab } from './routes.ts';

const panels = {
  attendance: AttendancePanel,
  roster: RosterPanel,
  signUps: SignUpsPanel,
  handOuts: HandOutsPanel,
  checklist: ChecklistPanel,
  survey: SurveyPanel,
};
const tabs: readonly SessionTab[] = ['attendance', 'roster', 'sign-ups', 'resources', 'checklist', 'survey', 'notes'];

export interface SessionAtProps {
  readonly id: string;
  readonly tab?: string;
}

export function SessionAt({ id, tab = 'attendance' }: SessionAtProps) {
  const known = tabs.find((one) => one === tab);
  return known === undefined ? <NotFoundScreen /> : <SessionScreen id={id} tab={known} panels={panels} />;
}
