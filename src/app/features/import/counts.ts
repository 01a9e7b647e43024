// How many records a plan adds or changes.

import type { ImportPlan } from '../../../domain/import/collect-records.ts';

export function countsOf(plan: ImportPlan): { readonly sites: number; readonly sessions: number } {
  return {
    sites: plan.sites.added.length + plan.sites.changed.length,
    sessions: plan.sessions.added.length + plan.sessions.changed.length,
  };
}
