// A new session in two taps: somebody stands at the door of the bus with people around. The place is guessed from where this device
// was last, activity and age from the last session there, so that "Start" is all that is left; each guess is one tap to change.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Problem } from '../../../domain/problem.ts';
import { activityTypes, type SessionFields, topics, unknownSession } from '../../../domain/session.ts';
import { fillingOf } from '../../../domain/templates.ts';
import { bands } from '../../../domain/attendance.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { ConflictNotes } from '../../records/ConflictNotes.tsx';
import { useToday } from '../../records/library-day.ts';
import { type Places, usePlaces } from '../../records/places.ts';
import { LastTimes } from '../../records/LastTimes.tsx';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { useConflictsOf } from '../../records/use-planning.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import type { FieldProblem } from '../../ui/form/field-wiring.ts';
import { KeyChoice } from '../../ui/form/KeyChoice.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { TimeField } from '../../ui/form/TimeField.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { farDayHint } from './far-day.ts';
import { type Habit, habitsBySite, usualFor } from './habits.ts';
import css from './new-session.module.css';
import { PlaceChoice, type PlaceChosen, placeName } from './PlaceChoice.tsx';
import { TemplateChoice, useTemplates } from './TemplateChoice.tsx';

export function NewSessionScreen() {
  const { device, text } = useApp();
  const places = usePlaces();
  const today = useToday(places.state === 'ready' ? places.value.zone : null);
  const habits = useLive(async () => (today === null ? null : habitsBySite(device.store, today)), [today]);
  const problem = [places, habits].find((one) => one.state === 'problem');
  return (
    <>
      <PageHeader title={text.sessionSteps.fresh.title} back={{ href: routes.today, label: text.shell.today }} />
      {problem?.state === 'problem' ? (
        <ProblemNotice problem={problem.problem} />
      ) : places.state === 'ready' && habits.state === 'ready' && habits.value !== null && today !== null ? (
        <NewSessionForm places={places.value} habits={habits.value} today={today} />
      ) : (
        <Skeleton label={text.sessions.reading} />
      )}
    </>
  );
}

interface NewSessionFormProps {
  readonly places: Places;
  /** Newest first. */
  readonly habits: ReadonlyMap<string, Habit>;
  readonly today: string;
}

function NewSessionForm({ places, habits, today }: NewSessionFormProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.sessionSteps.fresh;
  const recent = [...habits.keys()].find((id) => places.siteById.get(id)?.archived === false);
  const [place, setPlace] = useState<PlaceChosen | null>(recent === undefined ? null : { kind: 'site', id: recent });
  const [said, setSaid] = useState<Partial<Habit>>({});
  /** undefined: nobody chose; the kind of the last session here holds. */
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const known = useTemplates();
  const [plan, setPlan] = useState<{ readonly date: string; readonly startsAt: string; readonly endsAt: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [failed, setFailed] = useState<Problem | null>(null);
  const [token] = useState(() => device.act.newToken());
  useHoldUpdates(place?.kind === 'place' || plan !== null || chosen !== undefined || Object.keys(said).length > 0);

  const usual = usualFor(place?.kind === 'site' ? place.id : null, habits, places);
  const kinds = known.state === 'ready' ? known.value : [];
  const template = kinds.find((one) => one.id === (chosen === undefined ? usual.template : chosen)) ?? null;
  const filling = fillingOf(template, { values: { ...unknownSession, ...said }, said: (field) => field in said, template: null }, unticked);
  // The last session here, which nobody typed, gives way to a kind that was chosen now; its own kind has been said in it already.
  const habit: Habit = { ...usual, ...(chosen ? filling.set : {}), ...said };
  const brought = template === null ? {} : pickBrought(filling.set);
  const site = place?.kind === 'site' ? place.id : null;
  const planned = { date: plan?.date ?? '', startsAt: plan?.startsAt || null, endsAt: plan?.endsAt || null };
  const met = useConflictsOf(unsaved, { ...unknownSession, ...habit, site, ...planned }, places);
  const problems = tried ? problemsNow() : [];

  function problemsNow(): readonly FieldProblem[] {
    const found: FieldProblem[] = [];
    if (place === null || (place.kind === 'place' && place.name.trim() === '')) found.push({ field: 'place', message: words.placeMissing });
    if (plan !== null && plan.date === '') found.push({ field: 'date', message: words.dateMissing });
    if (plan !== null && plan.startsAt !== '' && plan.endsAt !== '' && plan.endsAt <= plan.startsAt) {
      found.push({ field: 'endsAt', message: text.sessionSteps.details.endBeforeStart });
    }
    return found;
  }

  async function save(): Promise<void> {
    setTried(true);
    if (busy || problemsNow().length > 0 || place === null) return;
    setBusy(true);
    setFailed(null);
    const where: Partial<SessionFields> = place.kind === 'site' ? { site: place.id } : { place: place.name.trim() };
    const fields = { ...where, ...habitFields(habit), ...brought, date: plan?.date ?? today, token };
    const result =
      plan === null
        ? await device.act.startNewSession(fields)
        : await device.act.planSession({ ...fields, startsAt: plan.startsAt || null, endsAt: plan.endsAt || null });
    setBusy(false);
    if (result.ok) route(routes.session(result.value.id), true);
    else setFailed(result.problem);
  }

  const where = place === null ? '' : placeName(place, places.siteById);
  return (
    <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save()}>
      {failed !== null && <ProblemNotice problem={failed} title={text.sessions.notSaved} />}
      <div class={css.columns}>
        <PlaceChoice
          value={place}
          sites={places.siteById}
          recent={[...habits.keys()]}
          onChange={(next) => {
            setPlace(next);
            setSaid({});
            setChosen(undefined);
          }}
        />
        <div class={css.what}>
          <TemplateChoice
            value={template?.id ?? null}
            known={kinds}
            kept={chosen ? filling.kept : []}
            onChange={(next) => setChosen(next?.id ?? null)}
          />
          {place?.kind === 'site' && <LastTimes site={place.id} date={plan?.date ?? today} />}
          <KeyChoice
            legend={words.activity}
            value={habit.activityType}
            onChange={(activityType) => setSaid({ ...said, activityType })}
            choices={activityTypes.map((value) => ({ value, label: text.words.activityType[value] }))}
          />
          <KeyChoice
            legend={words.age}
            value={habit.targetAge}
            onChange={(targetAge) => setSaid({ ...said, targetAge })}
            choices={bands.map((value) => ({ value, label: text.words.targetAge[value] }))}
          />
          <SelectField
            name="topic"
            label={words.topic}
            value={habit.topic}
            onInput={(value) => setSaid({ ...said, topic: topics.find((one) => one === value) ?? 'other' })}
            options={topics.map((value) => ({ value, label: text.words.topic[value] }))}
          />
          {plan === null ? (
            <Button look="quiet" icon="calendar" onClick={() => setPlan({ date: today, startsAt: '', endsAt: '' })}>
              {words.planInstead}
            </Button>
          ) : (
            <fieldset class={css.when}>
              <legend>{words.when}</legend>
              <DateField
                name="date"
                label={text.sessionSteps.details.date}
                hint={farDayHint(plan.date, today, text)}
                value={plan.date}
                onInput={(date) => setPlan({ ...plan, date })}
              />
              <TimeField
                name="startsAt"
                label={text.sessionSteps.details.startsAt}
                value={plan.startsAt}
                onInput={(startsAt) => setPlan({ ...plan, startsAt })}
              />
              <TimeField
                name="endsAt"
                label={text.sessionSteps.details.endsAt}
                value={plan.endsAt}
                onInput={(endsAt) => setPlan({ ...plan, endsAt })}
              />
            </fieldset>
          )}
          <ConflictNotes conflicts={met.conflicts} sessions={met.sessions} places={places} staffById={nobody} />
        </div>
      </div>
      <ActionBar>
        <Button type="submit" look="main" large icon={plan === null ? 'start' : 'calendar'} busy={busy ? words.starting : undefined}>
          {plan !== null ? words.plan : where === '' ? words.start : words.startAt(where)}
        </Button>
        {plan !== null && (
          <Button large onClick={() => setPlan(null)}>
            {words.start}
          </Button>
        )}
      </ActionBar>
    </Form>
  );
}

const unticked: ReadonlySet<string> = new Set();
/** No session has this id. */
const unsaved = '';
/** Who goes is said in the details. */
const nobody: ReadonlyMap<string, string> = new Map();

/** What comes with the kind besides what the form shows. */
function pickBrought({ template, checklist, offers, asksSurvey, title }: Partial<SessionFields>): Partial<SessionFields> {
  return {
    ...(template === undefined ? {} : { template }),
    ...(checklist === undefined ? {} : { checklist }),
    ...(offers === undefined || offers.length === 0 ? {} : { offers }),
    ...(asksSurvey ? { asksSurvey } : {}),
    ...(title ? { title } : {}),
  };
}

function habitFields({ activityType, topic, targetAge, format, outlet }: Habit): Partial<SessionFields> {
  return { activityType, topic, targetAge, format, outlet };
}
