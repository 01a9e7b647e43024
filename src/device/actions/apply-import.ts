// Carrying out the plan of an import, of whatever file it was made.

import type { ImportPlan } from '../../domain/import/collect-records.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { editOf, type Subject } from '../store/draft.ts';
import { type ActionContext, capture } from './capture.ts';

/** Facts written by one transaction: none holds up a tap on this tablet for long. */
const changesAtOnce = 200;

/** Writes a plan; done again after a failure it goes on where it stopped. */
export async function applyImport(
  context: ActionContext,
  { sites: ofSites, sessions }: Pick<ImportPlan, 'sites' | 'sessions'>,
): Promise<Result<{ readonly facts: number }>> {
  const changes = [
    ...[...ofSites.added, ...ofSites.changed].map(({ id, set }) => ({ subject: { type: 'site', id } satisfies Subject, set })),
    ...[...sessions.added, ...sessions.changed].map(({ id, set }) => ({ subject: { type: 'session', id } satisfies Subject, set })),
  ];
  const sum = { facts: 0 };
  for (let at = 0; at < changes.length; at += changesAtOnce) {
    const part = changes.slice(at, at + changesAtOnce);
    const saved = await capture(context, {
      subjects: part.map(({ subject }) => subject),
      plan: (seen) =>
        ok(
          part.flatMap(({ subject, set }) => {
            const shown = subject.type === 'session' ? seen.session(subject.id) : seen.record('site', subject.id);
            return editOf(shown, subject, set);
          }),
        ),
    });
    if (!saved.ok) return saved;
    sum.facts += saved.value.length;
  }
  return ok(sum);
}
