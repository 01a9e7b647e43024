// The fields of a session: mended at a desk later, or when the plan turns out otherwise at the door. Only the fields that
// were changed are saved, so that two people editing different fields never overwrite each other; of a list, such as who brings what, the
// later one stands whole.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { session as readSession } from '../../../device/store/sessions.ts';
import { ticksByItem } from '../../../domain/checklist-progress.ts';
import type { Problem } from '../../../domain/problem.ts';
import { seriesOf } from '../../../domain/of-series.ts';
import type { Session, SessionFields } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { ConflictNotes } from '../../records/ConflictNotes.tsx';
import { useToday } from '../../records/library-day.ts';
import { type Places, usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { sessionTitle } from '../../records/session-words.ts';
import { useConflictsOf, usePlanners } from '../../records/use-planning.ts';
import { useWarnBeforeUnload } from '../../records/use-warn-before-unload.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { DetailsFields } from './DetailsFields.tsx';
import { OverwrittenList } from './OverwrittenList.tsx';
import { DetailsTemplate } from './DetailsTemplate.tsx';
import { FollowingConflicts } from './SeriesConflicts.tsx';
import { ProposedNotice } from './ProposedNotice.tsx';

/** Changed, not saved: kept while the page lives, so that leaving the screen loses nothing. */
const drafts = new Map<string, Partial<SessionFields>>();

export function SessionDetailsScreen({ id }: { readonly id: string }) {
  const { device, text } = useApp();
  const places = usePlaces();
  const live = useLive(async () => (await readSession(device.store, id)) ?? null, [id]);
  const problem = [live, places].find((one) => one.state === 'problem');
  const session = live.state === 'ready' ? live.value : null;
  return (
    <>
      <PageHeader
        title={text.sessionSteps.details.title}
        back={{ href: routes.session(id), label: text.sessionSteps.share.done }}
        meta={session !== null && places.state === 'ready' && sessionTitle(session.values, places.value.siteById, text)}
      />
      {problem?.state === 'problem' && <ProblemNotice problem={problem.problem} />}
      {live.state === 'loading' && <Skeleton label={text.sessions.readingOne} />}
      {live.state === 'ready' && session === null && <ProblemNotice problem={{ code: 'not-found' }} />}
      {session !== null && places.state === 'ready' && (
        <>
          <ProposedNotice session={session} />
          <OverwrittenList session={session} places={places.value} />
          <DetailsForm key={id} session={session} places={places.value} />
        </>
      )}
    </>
  );
}

function DetailsForm({ session, places }: { readonly session: Session; readonly places: Places }) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.sessionSteps.details;
  const [changed, setChanged] = useState<Partial<SessionFields>>(() => drafts.get(session.id) ?? {});
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Problem | null>(null);
  const [following, setFollowing] = useState(false);
  const today = useToday(places.zone);
  const planners = usePlanners();
  const series = session.values.status === 'planned' ? seriesOf(session.values.source) : null;
  const values = { ...session.values, ...changed };
  const dirty = Object.keys(changed).length > 0;
  const met = useConflictsOf(session.id, values, places);
  useHoldUpdates(dirty);
  useWarnBeforeUnload(dirty);

  function change(set: Partial<SessionFields>): void {
    const next = differing(session.values, { ...changed, ...set });
    setChanged(next);
    if (Object.keys(next).length === 0) drafts.delete(session.id);
    else drafts.set(session.id, next);
  }

  const problems = [
    ...(values.date === '' ? [{ field: 'date', message: words.dayMissing }] : []),
    ...(values.startsAt !== null && values.endsAt !== null && values.endsAt <= values.startsAt
      ? [{ field: 'endsAt', message: words.endBeforeStart }]
      : []),
  ];

  async function save(): Promise<void> {
    setTried(true);
    if (busy || problems.length > 0) return;
    setBusy(true);
    setFailed(null);
    const result = following
      ? await (await device.plan()).changeFollowing(session.id, changed, today)
      : await device.act.changeSession(session.id, changed);
    setBusy(false);
    if (!result.ok) return setFailed(result.problem);
    drafts.delete(session.id);
    setChanged({});
    route(routes.session(result.value.id), true);
  }

  return (
    <Form problems={tried ? problems : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save()}>
      {failed !== null && (
        <ProblemNotice problem={failed} title={failed.detail?.['field'] === 'date' ? text.schedule.farMove : text.sessions.notSaved} />
      )}
      <ConflictNotes
        conflicts={met.conflicts}
        sessions={met.sessions}
        places={places}
        staffById={planners.state === 'ready' ? planners.value.staffNameById : new Map()}
      />
      <DetailsTemplate
        values={values}
        said={(field) => field in changed || field in session.fields}
        ticked={new Set(ticksByItem(session).keys())}
        onChange={change}
      />
      <DetailsFields values={values} places={places} onChange={change} />
      {series !== null && (
        <ChoiceGroup
          name="which"
          label={text.schedule.which}
          value={following ? 'following' : 'this'}
          onChange={(chosen) => setFollowing(chosen === 'following')}
          choices={[
            { value: 'this', label: text.schedule.onlyThis },
            { value: 'following', label: text.schedule.following, hint: text.schedule.followingHint },
          ]}
        />
      )}
      {following && planners.state === 'ready' && (
        <FollowingConflicts
          session={session}
          changed={changed}
          seriesById={planners.value.seriesById}
          staffById={planners.value.staffNameById}
          places={places}
          today={today}
        />
      )}
      {series !== null && (
        <p>
          <a href={routes.series(series.series)}>{text.schedule.partOf}</a>
        </p>
      )}
      <ActionBar>
        <Button type="submit" look="main" large disabled={!dirty} busy={busy ? words.saving : undefined}>
          {words.save}
        </Button>
        {dirty ? (
          <Button
            large
            onClick={() => {
              drafts.delete(session.id);
              setChanged({});
            }}
          >
            {words.discard}
          </Button>
        ) : (
          <LinkButton large href={routes.session(session.id)}>
            {text.shell.cancel}
          </LinkButton>
        )}
      </ActionBar>
    </Form>
  );
}

function differing(stored: SessionFields, changed: Partial<SessionFields>): Partial<SessionFields> {
  return Object.fromEntries(Object.entries(changed).filter(([field, value]) => JSON.stringify(stored[field]) !== JSON.stringify(value)));
}
