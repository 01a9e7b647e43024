// How many records a plan adds or changes.

import type { TimetablePlan } from '../../../domain/import/plan-timetable.ts';

export function countsOf(plan: TimetablePlan): { readonly sites: number; readonly sessions: number } {
  return {
    sites: plan.sites.added.length + plan.sites.changed.length,
    sessions: plan.sessions.added.length + plan.sessions.changed.length,
  };
}
