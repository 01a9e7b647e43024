// What imported calendars propose, to be confirmed: at a desk, many at once, with the keyboard as well as with a thumb, with no network.
// One kind of event is one row; what is unsure comes first and says so. Whatever was done last can be undone.

import { useMemo, useState } from 'preact/hooks';
import type { SessionSet } from '../../../device/actions/calendars.ts';
import { sessionsBetween } from '../../../device/store/sessions.ts';
import { isProposed } from '../../../domain/proposal.ts';
import type { SessionFields } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { type Places, usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { placeOf } from '../../records/session-words.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { WindowedList } from '../../ui/data/WindowedList.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { Toasts } from '../../ui/feedback/Toasts.tsx';
import { SearchField } from '../../ui/form/SearchField.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';
import { useWork } from '../../use-work.ts';
import { BulkChange } from './BulkChange.tsx';
import { ProposalRow } from './ProposalRow.tsx';
import { type ProposalFilter, proposalFilters, type ProposalGroup, proposalGroups, sessionsIn, shownGroups } from './proposal-groups.ts';
import css from './proposals.module.css';
import { StoppedHalfWay } from './StoppedHalfWay.tsx';

interface Done {
  readonly id: string;
  readonly text: string;
  readonly before: readonly SessionSet[];
}

export function ProposalsScreen() {
  const { device, text } = useApp();
  const words = text.calendars.review;
  const places = usePlaces();
  const live = useLive(async () => {
    const all = await sessionsBetween(device.store, '0001-01-02', '9999-12-31');
    return all.filter(({ values }) => isProposed(values) && values.status !== 'canceled');
  }, []);
  const problem = [live, places].find((one) => one.state === 'problem');
  return (
    <>
      <PageHeader title={words.title} back={{ href: routes.sessions, label: text.sessions.title }} meta={words.text} />
      {problem?.state === 'problem' && <ProblemNotice problem={problem.problem} />}
      {(live.state === 'loading' || places.state === 'loading') && <Skeleton label={text.sessions.reading} rows={6} />}
      {live.state === 'ready' && places.state === 'ready' && <Review proposed={live.value} places={places.value} />}
    </>
  );
}

function Review({ proposed, places }: { readonly proposed: Parameters<typeof proposalGroups>[0]; readonly places: Places }) {
  const { device, text } = useApp();
  const words = text.calendars.review;
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<ProposalFilter>('all');
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<Done | null>(null);
  /** The row whose button takes the focus once the confirmed one has gone. */
  const [next, setNext] = useState<{ readonly gone: string; readonly takes: string | undefined } | null>(null);
  /** After many at once the focus goes on at what is left. */
  const left = useFocusGoesOn<HTMLParagraphElement>();
  const work = useWork();
  const groups = useMemo(() => proposalGroups(proposed, ({ values }) => placeOf(values, places.siteById)), [proposed, places]);
  const shown = useMemo(() => shownGroups(groups, filter, typed), [groups, filter, typed]);
  // What is no longer seen is not changed either.
  const chosen = shown.filter(({ key }) => marked.has(key));

  async function confirm(which: readonly ProposalGroup[], set: Partial<SessionFields> = {}): Promise<void> {
    const ids = idsOf(which);
    const saved = await work.run(async () => (await device.act.calendars()).confirmProposals(ids, set));
    if (saved !== undefined) told(saved.before, words.confirmed(ids.length));
  }

  async function drop(which: readonly ProposalGroup[]): Promise<void> {
    const sessions = which.flatMap((group) => group.sessions);
    const changes = sessions.map(({ id }): SessionSet => ({ id, set: { status: 'canceled' } }));
    if ((await work.run(async () => (await device.act.calendars()).changeSessions(changes))) === undefined) return;
    const before = sessions.map(({ id, values }): SessionSet => ({ id, set: { status: values.status } }));
    told(before, words.dropped(sessions.length));
  }

  function told(before: readonly SessionSet[], says: string): void {
    setMarked(new Set());
    setDone({ id: `${says} ${before[0]?.id}`, text: says, before });
  }

  async function undo(): Promise<void> {
    if (done !== null && (await work.run(async () => (await device.act.calendars()).changeSessions(done.before))) !== undefined)
      setDone(null);
  }

  const notes = (
    <>
      <Toasts
        toasts={done === null ? [] : [{ ...done, action: { label: words.undo, onAct: () => void undo() } }]}
        dismissLabel={text.shell.close}
        onDismiss={() => setDone(null)}
      />
      {work.problem && <StoppedHalfWay problem={work.problem} />}
    </>
  );
  if (groups.length === 0) {
    return (
      <>
        {notes}
        <EmptyState
          icon="check"
          title={words.emptyTitle}
          actions={<LinkButton href={routes.importCalendar}>{text.calendars.title}</LinkButton>}
        >
          <p>{words.emptyText}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {notes}
      <search class={css.tools}>
        <SearchField name="search" label={words.search} clearLabel={words.clear} value={typed} onInput={setTyped} />
        <SelectField
          name="filter"
          label={words.filter}
          value={filter}
          onInput={(value) => setFilter(proposalFilters.find((one) => one === value) ?? 'all')}
          options={proposalFilters.map((value) => ({ value, label: words.filters[value] }))}
        />
      </search>
      <div class={css.bar}>
        <p class={css.grow} role="status" ref={left} tabIndex={-1}>
          {chosen.length > 0 ? words.selected(sessionsIn(chosen)) : words.found(shown.length, sessionsIn(shown))}
        </p>
        {chosen.length < shown.length && (
          <Button look="quiet" onClick={() => setMarked(new Set(shown.map(({ key }) => key)))}>
            {words.selectAll}
          </Button>
        )}
        {chosen.length > 0 && (
          <Button look="quiet" onClick={() => setMarked(new Set())}>
            {words.selectNone}
          </Button>
        )}
      </div>
      {chosen.length > 0 && (
        <BulkChange
          sessions={sessionsIn(chosen)}
          busy={work.busy}
          onConfirm={(set) => void confirm(chosen, set)}
          onDrop={() => void drop(chosen)}
        />
      )}
      {shown.length === 0 ? (
        <EmptyState
          icon="search"
          title={words.noneTitle}
          actions={
            <Button
              onClick={() => {
                setTyped('');
                setFilter('all');
              }}
            >
              {words.showAll}
            </Button>
          }
        >
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <WindowedList
          label={words.list}
          items={shown}
          itemKey={({ key }) => key}
          estimatedHeight={190}
          row={(group: ProposalGroup) => (
            <ProposalRow
              group={group}
              marked={marked.has(group.key)}
              onMark={(on) => {
                const next = new Set(marked);
                if (on) next.add(group.key);
                else next.delete(group.key);
                setMarked(next);
              }}
              takesFocus={group.key === next?.takes && !shown.some(({ key }) => key === next.gone)}
              onFocusTaken={() => setNext(null)}
              onConfirm={() => {
                const at = shown.indexOf(group);
                setNext({ gone: group.key, takes: (shown[at + 1] ?? shown[at - 1])?.key });
                void confirm([group]);
              }}
            />
          )}
        />
      )}
    </>
  );
}

function idsOf(groups: readonly ProposalGroup[]): readonly string[] {
  return groups.flatMap(({ sessions }) => sessions.map(({ id }) => id));
}
