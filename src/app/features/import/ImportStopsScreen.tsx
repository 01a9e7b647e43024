// A timetable file into sites and sessions: choose, look at what it brings, confirm, done. Nothing is written before the person has
// seen it; rows that cannot be used never hold up the others; the same file again changes nothing.

import { useState } from 'preact/hooks';
import type { StopsImport } from '../../../device/actions/files.ts';
import type { OutletFields } from '../../../domain/places.ts';
import { libraryRecord, outlets } from '../../../device/store/records.ts';
import type { BadRow, ReadDates } from '../../../domain/import/stop-timetable.ts';
import { textOfCsv } from '../../../domain/import/csv-bytes.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { knownZone, useToday } from '../../records/library-day.ts';
import { routes } from '../../routes.ts';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { useImportWork } from './use-import-work.ts';
import { useLook } from './use-look.ts';
import { bringsSome } from './counts.ts';
import { BadRows } from './BadRows.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { ColumnsHelp } from './ColumnsHelp.tsx';
import { ImportDone } from './ImportDone.tsx';
import { ImportOptions, isWeeks, type Options, weeksIn } from './ImportOptions.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { LastImports } from './LastImports.tsx';
import { MobilesNotice } from './MobilesNotice.tsx';

interface Chosen {
  readonly name: string;
  readonly size: number;
  readonly csv: string;
}

const usualWeeks = '6';

export function ImportStopsScreen() {
  const { device, text } = useApp();
  const words = text.importing;
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const [said, setSaid] = useState<Partial<Options>>({});
  const [applied, setApplied] = useState<StopsImport | undefined>(undefined);
  const reading = useLook<StopsImport>();
  const looked = reading.found;
  const work = useImportWork(looked !== undefined && bringsSome(looked.plan) && applied === undefined);
  const places = useLive(async () => {
    const [library, outletRecords] = await Promise.all([libraryRecord(device.store), outlets(device.store)]);
    return { zone: knownZone(library?.values.timeZone), outlets: outletRecords };
  }, []);
  const options: Options = { weeks: usualWeeks, outlet: places.state === 'ready' ? onlyBookmobile(places.value.outlets) : '', ...said };
  const today = useToday(places.state === 'ready' ? places.value.zone : knownZone(undefined));

  async function look(file: Chosen, { weeks, outlet }: Options): Promise<void> {
    await reading.look(() => device.act.importStops(file.csv, { today, weeks: weeksIn(weeks), outlet: outlet === '' ? null : outlet }));
  }

  async function choose(file: File): Promise<void> {
    const isLast = reading.clear();
    const csv = textOfCsv(new Uint8Array(await file.arrayBuffer()));
    if (!isLast()) return;
    const next = { name: file.name, size: file.size, csv };
    setApplied(undefined);
    work.clear();
    setChosen(next);
    await look(next, options);
  }

  function change(next: Options): void {
    setSaid(next);
    if (chosen !== undefined && isWeeks(next.weeks)) void look(chosen, next);
  }

  async function apply(): Promise<void> {
    if (looked === undefined || reading.busy) return;
    if ((await work.applying.run(() => looked.apply(chosen?.name))) !== undefined) setApplied(looked);
  }

  async function takeBack(): Promise<void> {
    if (looked === undefined || !(await work.takeBack(looked.undo))) return;
    setChosen(undefined);
    reading.clear();
  }

  function another(): void {
    setChosen(undefined);
    reading.clear();
    setApplied(undefined);
  }

  const datesRead = ({ text: written, day, isSure }: ReadDates) =>
    words[isSure ? 'dates' : 'datesAssumed'](written, text.formatting.dayWithYear(day));
  const badLines = (rows: readonly BadRow[]) => rows.map(({ line, reason, field }) => ({ line, reason: words.reasons[reason](field) }));

  return (
    <>
      <PageHeader
        title={applied === undefined ? words.title : words.doneTitle}
        back={{ href: routes.settings, label: text.settings.title }}
        meta={applied === undefined && words.text}
      />
      {applied !== undefined ? (
        <ImportDone plan={applied.plan} words={words} onAnother={another} undo={applied.undo}>
          {applied.plan.bad.length > 0 && <BadRows rows={badLines(applied.plan.bad)} words={words} />}
        </ImportDone>
      ) : (
        <>
          {work.isTakenBack && <Notice tone="info" title={words.undone} announce />}
          {places.state !== 'loading' && <ChooseFile chosen={chosen} words={words} accept=".csv,text/csv,text/plain" onChoose={choose} />}
          {chosen === undefined && <LastImports kind="stops" />}
          {chosen === undefined && <ColumnsHelp />}
          {chosen !== undefined && places.state === 'ready' && !reading.problem && !work.isInPart && (
            <ImportOptions options={options} outlets={places.value.outlets} onChange={change} />
          )}
          {reading.busy && looked === undefined && <Skeleton label={words.reading} rows={3} />}
          {reading.problem && <ProblemNotice problem={reading.problem} />}
          {reading.problem && <ColumnsHelp missing={missingColumns(reading.problem.detail?.['columns'])} />}
          {looked !== undefined && isWeeks(options.weeks) && (
            <ImportPreview
              plan={looked.plan}
              bad={looked.plan.bad.length}
              words={words}
              looking={reading.busy}
              work={work}
              onConfirm={() => void apply()}
              onTakeBack={() => void takeBack()}
            >
              {looked.plan.dates !== null && (
                <Notice tone={looked.plan.dates.isSure ? 'info' : 'warning'} title={datesRead(looked.plan.dates)} />
              )}
              {looked.plan.mobiles.length > 0 && places.state === 'ready' && (
                <MobilesNotice plan={looked.plan} outlets={places.value.outlets} chosen={options.outlet} />
              )}
              {looked.plan.bad.length > 0 && <BadRows rows={badLines(looked.plan.bad)} words={words} />}
            </ImportPreview>
          )}
        </>
      )}
    </>
  );
}

/** A timetable of stops is a bookmobile's; where there is one, it is the one meant. */
function onlyBookmobile(known: readonly { readonly id: string; readonly values: OutletFields }[]): string {
  const [only, another] = known.filter(({ values }) => values.kind === 'bookmobile');
  return only === undefined || another !== undefined ? '' : only.id;
}

function missingColumns(detail: unknown): string | undefined {
  return typeof detail === 'string' ? detail : undefined;
}
