// All that is done while planning, in one part: series and their sessions, and the past to plan by.

import type { ActionContext } from './capture.ts';
import { historyActions } from './history.ts';
import { scheduleActions } from './schedule.ts';

export function planningActions(context: ActionContext) {
  return { ...historyActions(context), ...scheduleActions(context) };
}
