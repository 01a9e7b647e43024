// A calendar into planned sessions: a file or an address, a look at what it brings, confirm, done; then the proposals are looked at.
// Nothing is written before the person has seen it; what cannot be used never holds up the rest; importing again changes only what differs.

import { useState } from 'preact/hooks';
import type { CalendarImport } from '../../../device/actions/calendars.ts';
import { calendarFeeds } from '../../../device/store/calendar-feeds.ts';
import { libraryRecord, outlets } from '../../../device/store/records.ts';
import type { SaidZones } from '../../../domain/import/calendar-events.ts';
import { textOfCsv } from '../../../domain/import/csv-bytes.ts';
import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { knownZone, useToday } from '../../records/library-day.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Progress } from '../../ui/feedback/Progress.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { useImportWork } from './use-import-work.ts';
import { useLook } from './use-look.ts';
import { bringsSome } from './counts.ts';
import { BadRows } from './BadRows.tsx';
import { CalendarNotes } from './CalendarNotes.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { type Address, FeedPart } from './FeedPart.tsx';
import { ImportDone } from './ImportDone.tsx';
import { ImportOptions, isWeeks, type Options, weeksIn } from './ImportOptions.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { LastImports } from './LastImports.tsx';
import { calendarWords } from './import-words.ts';
import { UnknownZones } from './UnknownZones.tsx';

interface Source {
  readonly name: string;
  readonly size: number;
  readonly text: string;
  /** Where it was fetched from; null for a file. */
  readonly address: Address | null;
}

const firstOptions: Options = { weeks: '6', outlet: '' };

export function ImportCalendarScreen() {
  const { device, now, text } = useApp();
  const words = calendarWords(text);
  const [source, setSource] = useState<Source | undefined>(undefined);
  const [options, setOptions] = useState(firstOptions);
  const [makeSites, setMakeSites] = useState<readonly string[]>([]);
  const [zones, setZones] = useState<SaidZones>({});
  const [applied, setApplied] = useState<CalendarImport | undefined>(undefined);
  const reading = useLook<CalendarImport>();
  const looked = reading.found;
  const work = useImportWork(looked !== undefined && bringsSome(looked.plan) && applied === undefined);
  const records = useLive(async () => {
    const [library, all, feeds] = await Promise.all([libraryRecord(device.store), outlets(device.store), calendarFeeds(device.store)]);
    return { zone: knownZone(library?.values.timeZone), outlets: all, feeds };
  }, []);
  const today = useToday(records.state === 'ready' ? records.value.zone : knownZone(undefined));

  async function look(from: Source, { weeks, outlet }: Options, sites: readonly string[], said: SaidZones): Promise<void> {
    const chosen = { today, weeks: weeksIn(weeks), outlet: outlet === '' ? null : outlet, makeSites: sites, zones: said };
    await reading.look(async (watch) => (await device.act.calendars()).importCalendar(from.text, chosen, watch));
  }

  async function begin(next: Source, chosen: Options): Promise<void> {
    setApplied(undefined);
    work.clear();
    const said = next.address?.zones ?? {};
    setMakeSites([]);
    setZones(said);
    setSource(next);
    await look(next, chosen, [], said);
  }

  async function choose(file: File): Promise<void> {
    const isLast = reading.clear();
    const read = textOfCsv(new Uint8Array(await file.arrayBuffer()));
    if (isLast()) await begin({ name: file.name, size: file.size, text: read, address: null }, options);
  }

  async function fetched(address: Address, read: string): Promise<void> {
    const chosen = address.outlet === null ? options : { ...options, outlet: address.outlet };
    setOptions(chosen);
    await begin({ name: address.name, size: read.length, text: read, address }, chosen);
  }

  function change(next: Options, sites = makeSites): void {
    setOptions(next);
    setMakeSites(sites);
    if (source !== undefined && isWeeks(next.weeks)) void look(source, next, sites, zones);
  }

  function say(said: SaidZones): void {
    setZones(said);
    if (source !== undefined) void look(source, options, makeSites, said);
  }

  async function apply(): Promise<void> {
    if (looked === undefined || source === undefined || reading.busy) return;
    if ((await work.applying.run(() => looked.apply(looked.plan.name || source.name))) === undefined) return;
    setApplied(looked);
    await remember(looked, source.address);
  }

  async function remember({ plan }: CalendarImport, from: Address | null): Promise<void> {
    if (from === null) return;
    const { id, address, name } = from;
    const importedAt = new Date(now()).toISOString();
    const outlet = options.outlet === '' ? null : options.outlet;
    const remembered = Object.keys(zones).length === 0 ? {} : { zones };
    const set = { name: plan.name || name, address, outlet, archived: false, importedAt, ...remembered };
    await work.applying.run(async () => (await device.act.calendars()).changeCalendarFeed(id, set));
  }

  function another(): void {
    setSource(undefined);
    reading.clear();
    setApplied(undefined);
    work.clear();
  }

  async function takeBack(): Promise<void> {
    if (looked === undefined || !(await work.takeBack(looked.undo))) return;
    setSource(undefined);
    reading.clear();
  }

  const badLines = ({ plan }: CalendarImport) =>
    plan.bad.map(({ line, uid, reason, field }) => ({
      line,
      name: uid || text.calendars.noUid,
      reason: text.calendars.reasons[reason](field),
    }));
  const badRows = (one: CalendarImport) =>
    one.plan.bad.length > 0 && <BadRows rows={badLines(one)} words={words} nameLabel={text.calendars.event} />;

  return (
    <>
      <PageHeader
        title={applied === undefined ? words.title : words.doneTitle}
        back={{ href: routes.settings, label: text.settings.title }}
        meta={applied === undefined && words.text}
      />
      {applied !== undefined && (
        <ImportDone
          plan={applied.plan}
          words={words}
          onAnother={another}
          undo={applied.undo}
          actions={
            applied.plan.sessions.added.length > 0 && (
              <LinkButton look="main" icon="check" href={routes.proposals}>
                {text.calendars.look}
              </LinkButton>
            )
          }
        >
          {source?.address !== null && !work.applying.busy && work.applying.problem === undefined && (
            <p>{text.calendars.feed.remembered}</p>
          )}
          {work.applying.problem && (
            <ProblemNotice
              problem={work.applying.problem}
              title={text.calendars.feed.notRemembered}
              actions={<Button onClick={() => void remember(applied, source?.address ?? null)}>{text.shell.tryAgain}</Button>}
            />
          )}
          {badRows(applied)}
        </ImportDone>
      )}
      {applied === undefined && (
        <>
          {work.isTakenBack && <Notice tone="info" title={words.undone} announce />}
          <ChooseFile
            chosen={source?.address === null ? source : undefined}
            words={words}
            accept=".ics,.ical,.ifb,.icalendar,text/calendar"
            onChoose={choose}
          />
          {records.state === 'problem' && <ProblemNotice problem={records.problem} />}
          {records.state === 'ready' && (
            <FeedPart feeds={records.value.feeds} zone={records.value.zone} open={source === undefined} onFetched={fetched} />
          )}
          {source === undefined && <LastImports kind="calendar" />}
          {source !== undefined && !reading.busy && !work.applying.busy && !work.undoing.busy && (
            <div>
              <Button look="quiet" icon="back" onClick={another}>
                {words.importAnother}
              </Button>
            </div>
          )}
          {source !== undefined && records.state === 'ready' && !reading.problem && !work.isInPart && (
            <ImportOptions options={options} outlets={records.value.outlets} onChange={(next) => change(next)} />
          )}
          {reading.busy && looked === undefined && (
            <Progress label={words.reading} value={reading.progress} words={text.files.readingPart(Math.round(reading.progress * 100))} />
          )}
          {reading.problem && <ProblemNotice problem={reading.problem} title={unreadable(reading.problem)} />}
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
              {looked.plan.unknownZones.length > 0 && records.state === 'ready' && !work.isInPart && (
                <UnknownZones zones={looked.plan.unknownZones} usual={records.value.zone} said={zones} busy={reading.busy} onSay={say} />
              )}
              {!work.isInPart && <CalendarNotes plan={looked.plan} makeSites={makeSites} onMakeSites={(sites) => change(options, sites)} />}
              {badRows(looked)}
            </ImportPreview>
          )}
        </>
      )}
    </>
  );

  function unreadable({ detail }: Problem): string | undefined {
    const said: Readonly<Record<string, string>> = text.calendars.unreadable;
    const reason = detail?.['reason'];
    return typeof reason === 'string' && Object.hasOwn(said, reason) ? said[reason] : undefined;
  }
}
