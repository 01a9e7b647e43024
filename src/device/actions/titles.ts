// A file of titles into the catalogue: read, shown as a plan, then written. Reading gives the page its turns.

import type { TitlePlan } from '../../domain/import/plan-titles.ts';
import type { BadTitle, Title, TitleList } from '../../domain/import/titles.ts';
import { readItemCode } from '../../domain/item-code.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { editOf, type Subject } from '../store/draft.ts';
import { read } from '../store/read.ts';
import { resources } from '../store/records.ts';
import { turn } from '../turn.ts';
import { type ActionContext, newRecordId } from './capture.ts';
import { captureAll } from './capture-all.ts';
import { notedImport, type Writing } from './noted-import.ts';
import { type TitlesUndone, undoTitles } from './undo-titles.ts';

export interface TitlesImport {
  /** To be shown before anything is written. */
  readonly plan: TitlePlan;
  /** Writes the plan, and remembers it under this name; done again after a failure it goes on where it stopped. */
  readonly apply: (name?: string) => Promise<Result<{ readonly facts: number }>>;
  /** Takes back what `apply` wrote, as far as nobody has changed or used it since. */
  readonly undo: () => Promise<Result<TitlesUndone>>;
}

const recordsAtOnce = 200;

export function titleActions(context: ActionContext) {
  return {
    /** CSV, MARC 21 or MARCXML, told by their first bytes. Problems: csv-unreadable, csv-columns-missing. Bad rows are in the plan. */
    importTitles: async (bytes: Uint8Array): Promise<Result<TitlesImport>> => {
      const list = await titlesIn(bytes);
      if (!list.ok) return list;
      const known = await read(context.store, () => resources(context.store));
      if (!known.ok) return known;
      const { mostTitles, planTitles } = await import('../../domain/import/plan-titles.ts');
      if (list.value.titles.length > mostTitles) return failed('csv-unreadable', { reason: 'too-many-rows', most: mostTitles });
      const bySource = new Map(known.value.flatMap((one) => (typeof one.values.source === 'string' ? [[one.values.source, one]] : [])));
      const byCode = new Map(
        known.value.flatMap((one) => {
          const { barcode, codes = [] } = one.values;
          return [...(barcode === null ? [] : [readItemCode(barcode).code]), ...codes].map((code) => [code, one] as const);
        }),
      );
      const plan = planTitles(list.value, { bySource: (source) => bySource.get(source), byCode: (code) => byCode.get(code) }, () =>
        newRecordId(context),
      );
      const changed = new Set(plan.changed.map(({ id }) => id));
      const before = new Map(known.value.flatMap(({ id, values }) => (changed.has(id) ? [[id, values]] : [])));
      const { writing, undoing } = notedImport(context, 'titles');
      return ok({
        plan,
        apply: (name = '') => writing(name, (how) => applyPlan(context, plan, how)),
        undo: () => undoing(undoTitles(context, plan, before)),
      });
    },
  };
}

async function titlesIn(bytes: Uint8Array): Promise<Result<TitleList>> {
  const [marc, { titleOfMarc }, { textOfCsv }] = await Promise.all([
    import('../../domain/import/marc.ts'),
    import('../../domain/import/marc-titles.ts'),
    import('../../domain/import/csv-bytes.ts'),
  ]);
  if (marc.isMarc(bytes)) return ok(await gathered(marc.marcRecords(bytes)));
  const text = textOfCsv(bytes);
  if (marc.isMarcXml(text)) return ok(await gathered(marc.marcXmlRecords(text)));
  const { readTitleCsv } = await import('../../domain/import/title-csv.ts');
  return readTitleCsv(text);

  async function gathered(records: Iterable<Parameters<typeof titleOfMarc>[0]>): Promise<TitleList> {
    const titles: Title[] = [];
    const bad: BadTitle[] = [];
    let line = 0;
    for (const record of records) {
      line += 1;
      const title = titleOfMarc(record);
      if (typeof title === 'string') bad.push({ line, reason: title });
      else titles.push(title);
      if (line % recordsAtOnce === 0) await turn();
    }
    return { titles, bad };
  }
}

async function applyPlan(
  context: ActionContext,
  { added, changed }: TitlePlan,
  { beside, goesOn }: Writing,
): Promise<Result<{ readonly facts: number }>> {
  const saved = await captureAll(context, {
    changes: [...added, ...changed],
    goesOn,
    captureOf: (part) => ({
      beside,
      subjects: part.map(({ id }): Subject => ({ type: 'resource', id })),
      plan: (seen) => ok(part.flatMap(({ id, set }) => editOf(seen.record('resource', id), { type: 'resource', id }, set))),
    }),
  });
  return saved.ok ? ok({ facts: saved.value.length }) : saved;
}
