// All sessions this device holds, by day: looking something up at a desk, or what comes next at the kitchen table. Near days are read
// at once; everything else when it is asked for.

import { useEffect, useState } from 'preact/hooks';
import { sessionsBetween } from '../../../device/store/sessions.ts';
import { isProposed } from '../../../domain/proposal.ts';
import { addDays, type Day } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useToday } from '../../records/library-day.ts';
import { type Places, usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { isOnSchedule } from '../../records/use-planning.ts';
import { keepPlanned } from '../../records/keep-planned.ts';
import { SaveCalendar } from '../../records/SaveCalendar.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { WindowedList } from '../../ui/data/WindowedList.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { SearchField } from '../../ui/form/SearchField.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { type ListedItem, listed, type SessionFilter, sessionFilters } from './listed.ts';
import { ScheduleHeader } from './ScheduleHeader.tsx';
import { SessionRow } from './SessionRow.tsx';
import { TimetableEnd } from './TimetableEnd.tsx';
import css from './sessions-screen.module.css';

const firstDay: Day = '0001-01-01';
const lastDay: Day = '9999-12-31';
/** How far "from today on" and "earlier" look at first. */
const nearDays = 62;

export function SessionsScreen() {
  const { device, now, text } = useApp();
  const places = usePlaces();
  useEffect(() => {
    void keepPlanned(device, now()); // a try that fails is made again the next time; the list is there without it
  }, [device, now]);
  const today = useToday(places.state === 'ready' ? places.value.zone : null);
  return (
    <>
      <ScheduleHeader view="list" day={null} />
      {places.state === 'problem' && <ProblemNotice problem={places.problem} />}
      {places.state === 'loading' && <Skeleton label={text.sessions.reading} />}
      {places.state === 'ready' && today !== null && <SessionList places={places.value} today={today} />}
    </>
  );
}

function SessionList({ places, today }: { readonly places: Places; readonly today: Day }) {
  const { device, text } = useApp();
  const words = text.sessionSteps.list;
  const [filter, setFilter] = useState<SessionFilter>('ahead');
  const [search, setSearch] = useState('');
  const [whole, setWhole] = useState(false);
  const near = !whole && search === '' && (filter === 'ahead' || filter === 'earlier');
  const from = near ? addDays(today, -nearDays) : firstDay;
  const to = near ? addDays(today, nearDays) : lastDay;
  const live = useLive(() => sessionsBetween(device.store, from, to), [from, to]);
  const items =
    live.state === 'ready' ? listed(live.value.filter(isOnSchedule), { filter, search, today, siteById: places.siteById, text }) : [];
  const proposed =
    live.state === 'ready' ? live.value.filter(({ values }) => isProposed(values) && values.status !== 'canceled').length : 0;
  const count = items.filter((item) => item.kind === 'session').length;

  return (
    <>
      <search class={css.tools}>
        <SearchField
          name="search"
          label={words.search}
          labelHidden
          placeholder={words.searchHint}
          value={search}
          clearLabel={words.clear}
          onInput={setSearch}
        />
        <SelectField
          name="filter"
          label={words.filter}
          labelHidden
          value={filter}
          onInput={(value) => setFilter(sessionFilters.find((one) => one === value) ?? 'all')}
          options={sessionFilters.map((value) => ({ value, label: words.filters[value] }))}
        />
      </search>
      {proposed > 0 && (
        <Notice
          tone="info"
          title={text.calendars.review.waiting(proposed)}
          actions={
            <LinkButton icon="check" href={routes.proposals}>
              {text.calendars.review.open}
            </LinkButton>
          }
        />
      )}
      <TimetableEnd today={today} />
      <LiveRegion text={live.state === 'ready' && (search !== '' || filter !== 'ahead') ? words.count(count) : ''} />
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'loading' && <Skeleton label={text.sessions.reading} rows={8} />}
      {live.state === 'ready' && items.length > 0 && (
        <WindowedList
          label={words.label}
          items={items}
          itemKey={(item: ListedItem) => (item.kind === 'day' ? item.day : item.session.id)}
          row={(item: ListedItem) =>
            item.kind === 'day' ? (
              <h2 class={css.day}>{item.day === today ? `${words.today}, ${text.formatting.day(item.day)}` : dayWords(item.day, today)}</h2>
            ) : (
              <SessionRow session={item.session} places={places} />
            )
          }
        />
      )}
      {live.state === 'ready' && items.length === 0 && <NothingListed />}
      {near && (
        <p class={css.more}>
          <LinkButton look="quiet" href={routes.seriesList}>
            {text.schedule.series.title}
          </LinkButton>
          {items.length > 0 && <Button onClick={() => setWhole(true)}>{filter === 'ahead' ? words.laterOnes : words.earlierOnes}</Button>}
        </p>
      )}
      {items.length > 0 && (
        <div>
          <SaveCalendar what="all" />
        </div>
      )}
    </>
  );

  function dayWords(day: Day, now: Day): string {
    return day.slice(0, 4) === now.slice(0, 4) ? text.formatting.day(day) : text.formatting.dayWithYear(day);
  }

  function NothingListed() {
    if (filter === 'all' && search === '') {
      return (
        <EmptyState
          icon="calendar"
          title={words.emptyTitle}
          actions={<LinkButton href={routes.newSession}>{text.today.newSession}</LinkButton>}
        >
          {words.emptyText}
        </EmptyState>
      );
    }
    const ahead = filter === 'ahead' && search === '';
    return (
      <EmptyState
        icon={ahead ? 'calendar' : 'search'}
        title={ahead ? words.noneAheadTitle : words.noneFoundTitle}
        actions={
          <Button
            onClick={() => {
              setFilter('all');
              setSearch('');
            }}
          >
            {words.showAll}
          </Button>
        }
      >
        {ahead ? words.noneAheadText : words.noneFoundText}
      </EmptyState>
    );
  }
}
