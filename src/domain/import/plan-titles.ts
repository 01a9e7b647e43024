// What an import of titles would do. Importing the same file again plans nothing; what staff edited stays theirs: `imported` holds what an
// import wrote, and a field is changed only while it still holds that.

import * as v from 'valibot';
import { resourceFields } from '../places.ts';
import { failed, ok, type Result } from '../problem.ts';
import { type Steps, stretch } from '../steps.ts';
import { stillImported, type Values } from './collect-records.ts';
import { type BadTitle, type Title, type TitleList, titlesAStep, withoutRepeats } from './titles.ts';

const titleSet = v.partial(resourceFields);

export interface TitleChange {
  readonly id: string;
  readonly set: v.InferOutput<typeof titleSet>;
}

export interface TitlePlan {
  readonly added: readonly TitleChange[];
  readonly changed: readonly TitleChange[];
  readonly unchanged: number;
  readonly bad: readonly BadTitle[];
}

/** More at once would fill a tablet. */
export const mostTitles = 100_000;

/**
 * `known` finds a resource by what it was imported from, or by a code that staff gave it. Problem: csv-unreadable (`reason`
 * too-many-rows, `most`).
 */
export function* planTitlesInSteps(
  list: TitleList,
  known: { readonly bySource: (source: string) => KnownResource | undefined; readonly byCode: (code: string) => KnownResource | undefined },
  newId: () => string,
): Steps<Result<TitlePlan>> {
  if (list.titles.length > mostTitles) return failed('csv-unreadable', { reason: 'too-many-rows', most: mostTitles });
  const added: TitleChange[] = [];
  const changed: TitleChange[] = [];
  let unchanged = 0;
  let looked = 0;
  const titles = yield* stretch(withoutRepeats(list.titles), 0, 0.3);
  for (const [source, title] of titles) {
    if (looked % titlesAStep === 0) yield 0.3 + (0.7 * looked) / titles.size;
    looked += 1;
    const [barcode = null, ...others] = title.barcodes;
    // Put away by an import that was taken back, it comes again with the next; put away by staff, it stays so.
    const fields = {
      title: title.title,
      creator: title.creator,
      language: title.language,
      codes: [...title.codes, ...others],
      archived: false,
    };
    const before = known.bySource(source) ?? byAnyCode(title, known.byCode);
    if (before === undefined) {
      const { type, topic, bands } = title;
      const set = { ...fields, type, topic, bands, barcode, source, imported: fields };
      added.push({ id: newId(), set: v.parse(titleSet, set) });
      continue;
    }
    const set = stillImported(before.values, fields);
    if (set === null) unchanged += 1;
    else changed.push({ id: before.id, set: v.parse(titleSet, set) });
  }
  return ok({ added, changed, unchanged, bad: list.bad });
}

export interface KnownResource {
  readonly id: string;
  readonly values: Values;
}

function byAnyCode({ codes, barcodes }: Title, byCode: (code: string) => KnownResource | undefined): KnownResource | undefined {
  for (const code of [...codes, ...barcodes]) {
    const found = byCode(code);
    if (found !== undefined) return found;
  }
  return undefined;
}
