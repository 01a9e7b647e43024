// A file of titles into the catalogue: read, shown as a plan, then written. Reading gives the page its turns.

import type { TitlePlan } from '../../domain/import/plan-titles.ts';
import type { BadTitle, Title, TitleList } from '../../domain/import/titles.ts';
import type { ResourceFields } from '../../domain/places.ts';
import { readItemCode } from '../../domain/item-code.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { stretch } from '../../domain/steps.ts';
import { inTurns, type Watch } from '../in-turns.ts';
import { resourcesAfter } from '../store/catalogue.ts';
import type { Store } from '../store/db.ts';
import { editOf, type Subject } from '../store/draft.ts';
import { read } from '../store/read.ts';
import type { Shown } from '../store/records.ts';
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
/** How much of the way it is to have a table's letters, and to have read it; the rest is to plan it. */
const decoding = 0.1;
const reading = 0.6;

export function titleActions(context: ActionContext) {
  return {
    /** CSV, MARC 21 or MARCXML, told by their first bytes. Problems: csv-unreadable, csv-columns-missing. Bad rows are in the plan. */
    importTitles: async (bytes: Uint8Array, watch: Watch = {}): Promise<Result<TitlesImport>> => {
      const list = await titlesIn(bytes, watch);
      if (!list.ok) return list;
      const known = await knownResources(context.store);
      if (!known.ok) return known;
      const { planTitlesInSteps } = await import('../../domain/import/plan-titles.ts');
      const bySource = new Map(known.value.flatMap((one) => (typeof one.values.source === 'string' ? [[one.values.source, one]] : [])));
      const byCode = new Map(
        known.value.flatMap((one) => {
          const { barcode, codes = [] } = one.values;
          return [...(barcode === null ? [] : [readItemCode(barcode).code]), ...codes].map((code) => [code, one] as const);
        }),
      );
      const steps = planTitlesInSteps(list.value, { bySource: (source) => bySource.get(source), byCode: (code) => byCode.get(code) }, () =>
        newRecordId(context),
      );
      const planned = await inTurns(stretch(steps, reading, 1), watch);
      if (!planned.ok) return planned;
      const plan = planned.value;
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

/** All of them, put-away ones too; read in parts, between which the page has its turns. */
async function knownResources(store: Store): Promise<Result<readonly Shown<ResourceFields>[]>> {
  const known: Shown<ResourceFields>[] = [];
  for (;;) {
    const page = await read(store, () => resourcesAfter(store, known.at(-1)?.id ?? '', recordsAtOnce));
    if (!page.ok) return page;
    known.push(...page.value);
    if (page.value.length < recordsAtOnce) return ok(known);
    await turn();
  }
}

async function titlesIn(bytes: Uint8Array, watch: Watch): Promise<Result<TitleList>> {
  const [marc, { titleOfMarc }, { csvTextInSteps }] = await Promise.all([
    import('../../domain/import/marc.ts'),
    import('../../domain/import/marc-titles.ts'),
    import('../../domain/import/csv-bytes.ts'),
  ]);
  if (marc.isMarc(bytes)) return ok(await gathered(marc.marcRecords(bytes)));
  const text = await inTurns(stretch(csvTextInSteps(bytes), 0, decoding), watch);
  if (marc.isMarcXml(text)) return ok(await gathered(marc.marcXmlRecords(text)));
  const { titleCsvInSteps } = await import('../../domain/import/title-csv.ts');
  return inTurns(stretch(titleCsvInSteps(text), decoding, reading), watch);

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
