// A recurring session: its rhythm, and what every session of it begins with. Saving plans its sessions for the weeks ahead. A change holds
// from the day given under "From"; what was before it stays as it was, and so does what somebody changed in one session by hand.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type Repeat, repeatOf, ruleOf, weekdayOn, weeksOf } from '../../../domain/repeat.ts';
import type { SeriesFields } from '../../../domain/series.ts';
import { templateOf } from '../../../domain/of-series.ts';
import { type SessionFields, unknownSession } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { useToday } from '../../records/library-day.ts';
import { type Places, usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { sessionTitle } from '../../records/session-words.ts';
import { usePlanners } from '../../records/use-planning.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import type { FieldProblem } from '../../ui/form/field-wiring.ts';
import { Form } from '../../ui/form/Form.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { useUnsaved } from '../../use-unsaved.ts';
import { useWork } from '../../use-work.ts';
import { DetailsFields } from './DetailsFields.tsx';
import { DetailsTemplate } from './DetailsTemplate.tsx';
import { holidayProblem, withHoliday } from './days-off.ts';
import { SeriesConflicts } from './SeriesConflicts.tsx';
import { RepeatFields, type RepeatTyped, weeksIn } from './RepeatFields.tsx';

export function SeriesScreen({ id }: { readonly id: string | null }) {
  const { text } = useApp();
  const words = text.schedule.series;
  const places = usePlaces();
  const planners = usePlanners();
  const today = useToday(places.state === 'ready' ? places.value.zone : null);
  const back = { href: routes.seriesList, label: words.title };
  const problem = [places, planners].find((one) => one.state === 'problem');
  if (places.state !== 'ready' || planners.state !== 'ready' || today === null) {
    return (
      <>
        <PageHeader title={words.title} back={back} />
        {problem?.state === 'problem' ? <ProblemNotice problem={problem.problem} /> : <Skeleton label={text.shell.loading} rows={6} />}
      </>
    );
  }
  const series = id === null ? undefined : planners.value.seriesById.get(id);
  if (id !== null && series === undefined) {
    return (
      <>
        <PageHeader title={words.notFound} back={back} />
        <EmptyState icon="calendar" title={words.notFound}>
          <p>{text.settings.site.notFoundText}</p>
        </EmptyState>
      </>
    );
  }
  const values = series ?? { ...unknownSession, activityType: 'program_session', rule: '', start: today, until: null, except: [] };
  const title =
    series === undefined ? words.newTitle : sessionTitle({ ...unknownSession, ...series, date: series.start }, places.value.siteById, text);
  return (
    <>
      <PageHeader title={title} back={back} />
      <SeriesForm id={id} values={values} places={places.value} staffById={planners.value.staffNameById} today={today} />
    </>
  );
}

interface SeriesFormProps {
  readonly id: string | null;
  readonly values: SeriesFields;
  readonly places: Places;
  readonly staffById: ReadonlyMap<string, string>;
  readonly today: string;
}

function SeriesForm({ id, values, places, staffById, today }: SeriesFormProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.schedule.series;
  const [changed, setChanged] = useState<Partial<SessionFields>>({});
  const saved = repeatOf(values.rule, values.start);
  const [typed, setTyped] = useState<RepeatTyped>(() => ({
    repeat: values.rule === '' ? { kind: 'weekly', every: 1, days: [weekdayOn(today)] } : saved,
    weeks: weeksIn(saved),
    start: values.start > today ? values.start : today,
    until: values.until ?? '',
    except: values.except.filter((day) => day >= today),
    spans: [],
    holiday: '',
    holidayUntil: '',
  }));
  const [touched, setTouched] = useState(false);
  const [startTouched, setStartTouched] = useState(false);
  const [tried, setTried] = useState(false);
  const work = useWork();
  const shown: SessionFields = { ...unknownSession, ...templateOf(values), ...changed, date: typed.start };
  const dirty = touched || Object.keys(changed).length > 0;
  useUnsaved(dirty);

  const { repeat, weeks, start, until } = typed;
  const refusedField = work.problem?.code === 'input-invalid' ? work.problem.detail?.['field'] : undefined;
  const problems: readonly FieldProblem[] = [
    ...(weeks !== null && weeksOf(weeks) === null ? [{ field: 'weeks', message: words.weeksWrong }] : []),
    ...(repeat?.kind === 'weekly' && repeat.days.length === 0 ? [{ field: 'days', message: words.daysMissing }] : []),
    ...(start === '' ? [{ field: 'start', message: text.sessionSteps.details.dayMissing }] : []),
    ...(until !== '' && start !== '' && until < start ? [{ field: 'until', message: words.untilBeforeStart }] : []),
    ...[holidayProblem(typed, text.schedule)].filter((one) => one !== undefined),
    ...(shown.site === null && shown.place.trim() === '' ? [{ field: 'place', message: text.sessionSteps.fresh.placeMissing }] : []),
    ...(shown.startsAt !== null && shown.endsAt !== null && shown.endsAt <= shown.startsAt
      ? [{ field: 'endsAt', message: text.sessionSteps.details.endBeforeStart }]
      : []),
  ];
  const refused: readonly FieldProblem[] =
    refusedField === 'days'
      ? [{ field: 'until', message: words.noDays }]
      : refusedField === 'except'
        ? [{ field: 'except', message: words.exceptMany(Number(work.problem?.detail?.['most'])) }]
        : [];

  const { except, spans } = withHoliday(typed);
  // Every other week is counted from the start: a new one would turn the weeks round.
  const keepsWeeks = id !== null && !startTouched && everyOf(repeat) === everyOf(saved);
  const rhythm = {
    rule: repeat === null ? values.rule : ruleOf(repeat),
    ...(keepsWeeks ? {} : { start }),
    until: until === '' ? null : until,
    except: [...values.except.filter((day) => day < today), ...except],
  };

  async function save(): Promise<void> {
    setTried(true);
    if (problems.length > 0) return;
    const template = id === null ? templateOf(shown) : templateOf(changed);
    const made = await work.run(async () => (await device.plan()).changeSeries(id, { ...template, ...rhythm }, today, spans));
    if (made === undefined) return;
    setChanged({});
    setTouched(false);
    route(routes.schedule('week', start > today ? start : today), true);
  }

  return (
    <Form problems={tried ? [...problems, ...refused] : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save()}>
      {work.problem && refused.length === 0 && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      <RepeatFields
        typed={typed}
        rule={values.rule}
        isNew={id === null}
        onChange={(set) => {
          setTouched(true);
          if (set.start !== undefined) setStartTouched(true);
          work.clear();
          setTyped((last) => ({ ...last, ...set }));
        }}
      />
      <DetailsTemplate
        values={shown}
        said={(field) => field in changed || (id !== null && field in values && values[field] !== '')}
        onChange={(set) => setChanged((last) => ({ ...last, ...set }))}
      />
      <DetailsFields values={shown} places={places} undated onChange={(set) => setChanged((last) => ({ ...last, ...set }))} />
      <SeriesConflicts
        series={{ id: id ?? unsaved, values: { ...values, ...templateOf(changed), ...rhythm }, off: spans }}
        places={places}
        staffById={staffById}
        today={today}
      />
      <ActionBar>
        <Button type="submit" look="main" large disabled={id !== null && !dirty} busy={work.busy ? text.settings.saving : undefined}>
          {text.shell.save}
        </Button>
        <LinkButton large href={routes.seriesList}>
          {text.shell.cancel}
        </LinkButton>
      </ActionBar>
    </Form>
  );
}

/** No series has this id. */
const unsaved = 'new';

/** 'weekly 2': how often, whatever the days. */
function everyOf(repeat: Repeat | null): string {
  return repeat === null ? '' : `${repeat.kind} ${repeat.every}`;
}
