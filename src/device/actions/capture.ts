// What every action is given, and the one way actions save.

import type { Fact } from '../../domain/fact.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { recordIdFrom } from '../../protocol/ids.ts';
import type { Store } from '../store/db.ts';
import type { Capture } from '../store/draft.ts';
import { saveOurs } from '../store/save-ours.ts';

export interface ActionContext {
  readonly store: Store;
  /** Called after each commit: something waits to be delivered. */
  readonly saved: () => void;
}

export async function capture(context: ActionContext, plan: Capture): Promise<Result<readonly Fact[]>> {
  const result = await saveOurs(context.store, plan);
  if (result.ok && result.value.length > 0) context.saved();
  return result;
}

/** For actions that make one fact, or find that nothing is to be done (null). */
export async function captureOne(context: ActionContext, plan: Capture): Promise<Result<{ readonly fact: Fact | null }>> {
  const result = await capture(context, plan);
  return result.ok ? ok({ fact: result.value[0] ?? null }) : result;
}

export function newRecordId(context: ActionContext): string {
  return recordIdFrom(context.store.ports.random);
}
