// A checklist as lines of text: Wayside's own things keep their id, and so their words in every language, as long as their line stays as it is.

import { type ChecklistItem, type Phase, phases } from '../../../domain/checklist.ts';

export type TypedChecklist = Readonly<Record<Phase, string>>;

export function checklistToTyped(list: readonly ChecklistItem[], words: (item: ChecklistItem) => string): TypedChecklist {
  const of = (phase: Phase) =>
    list
      .filter((item) => item.phase === phase)
      .map(words)
      .join('\n');
  return { before: of('before'), during: of('during'), after: of('after') };
}

/** `ours` are Wayside's things; `newId` makes ids for lines that were not there. */
export function typedToChecklist(
  typed: TypedChecklist,
  known: readonly ChecklistItem[],
  words: (item: ChecklistItem) => string,
  newId: () => string,
): ChecklistItem[] {
  const taken = new Set<string>();
  return phases.flatMap((phase) =>
    typed[phase].split('\n').flatMap((typedLine): ChecklistItem[] => {
      const line = typedLine.trim().slice(0, 300);
      if (line === '') return [];
      const same = known.find((item) => words(item) === line && !taken.has(item.id));
      const item = same === undefined ? { id: newId(), phase, text: line } : { ...same, phase };
      taken.add(item.id);
      return [item];
    }),
  );
}
