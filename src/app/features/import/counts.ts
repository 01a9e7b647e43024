// How many records a plan adds or changes.

import type { ImportPlan } from '../../../domain/import/collect-records.ts';

export function countsOf(plan: ImportPlan): { readonly sites: number; readonly sessions: number } {
  return {
    sites: plan.sites.added.length + plan.sites.changed.length,
    sessions: plan.sessions.added.length + plan.sessions.changed.length,
  };
}

export function bringsSome(plan: ImportPlan): boolean {
  const { sites, sessions } = countsOf(plan);
  return sites + sessions > 0;
}
