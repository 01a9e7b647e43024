// Carrying out the plan of an import, of whatever file it was made.

import type { ImportPlan } from '../../domain/import/collect-records.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { editOf, type Subject } from '../store/draft.ts';
import type { ActionContext } from './capture.ts';
import { captureAll } from './capture-all.ts';
import type { Writing } from './noted-import.ts';

/** Writes a plan; done again after a failure it goes on where it stopped. `beside` goes with each transaction. Problems: those of captureAll. */
export async function applyImport(
  context: ActionContext,
  { sites: ofSites, sessions }: Pick<ImportPlan, 'sites' | 'sessions'>,
  { beside, goesOn }: Writing = {},
): Promise<Result<{ readonly facts: number }>> {
  const site = (id: string): Subject => ({ type: 'site', id });
  const session = (id: string): Subject => ({ type: 'session', id });
  const changes = [
    ...[...ofSites.added, ...ofSites.changed].map(({ id, set }) => ({ subject: site(id), set, isNew: false })),
    ...sessions.added.map(({ id, set }) => ({ subject: session(id), set, isNew: true })),
    ...sessions.changed.map(({ id, set }) => ({ subject: session(id), set, isNew: false })),
  ];
  const saved = await captureAll(context, {
    changes,
    goesOn,
    captureOf: (part) => ({
      beside,
      subjects: part.map(({ subject }) => subject),
      plan: (seen) =>
        ok(
          part.flatMap(({ subject, set, isNew }) => {
            const shown = subject.type === 'session' ? seen.session(subject.id) : seen.record('site', subject.id);
            if (!isNew) return editOf(shown, subject, set);
            // [S45] A plan: what somebody has said of the session, on whatever device, stands.
            return Object.hasOwn(shown?.fields ?? {}, 'date') ? [] : [{ kind: 'session.planned' as const, subject, body: { set } }];
          }),
        ),
    }),
  });
  return saved.ok ? ok({ facts: saved.value.length }) : saved;
}
