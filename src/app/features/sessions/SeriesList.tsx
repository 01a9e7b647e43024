// All that recurs, with its rhythm in words.

import { repeatOf } from '../../../domain/repeat.ts';
import type { SeriesFields } from '../../../domain/series.ts';
import { unknownSession } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { repeatWords } from './repeat-words.ts';
import { usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { sessionTitle } from '../../records/session-words.ts';
import { usePlanners } from '../../records/use-planning.ts';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';

export function SeriesList() {
  const { text } = useApp();
  const words = text.schedule.series;
  const places = usePlaces();
  const planners = usePlanners();
  const all = planners.state === 'ready' ? [...planners.value.seriesById] : [];
  const add = (
    <LinkButton look="main" icon="add" href={routes.series('new')}>
      {words.add}
    </LinkButton>
  );
  const problem = [places, planners].find((one) => one.state === 'problem');
  return (
    <>
      <PageHeader
        title={words.title}
        meta={words.text}
        back={{ href: routes.sessions, label: text.sessions.title }}
        actions={all.length > 0 && add}
      />
      {problem?.state === 'problem' && <ProblemNotice problem={problem.problem} />}
      {planners.state === 'loading' && <Skeleton label={text.shell.loading} rows={4} />}
      {planners.state === 'ready' && all.length === 0 && (
        <EmptyState icon="calendar" title={words.empty} actions={add}>
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
      {places.state === 'ready' && all.length > 0 && (
        <List label={words.title}>
          {all.map(([id, values]) => (
            <ListItem key={id}>
              <ListRow
                icon="calendar"
                href={routes.series(id)}
                title={sessionTitle({ ...unknownSession, ...values, date: values.start }, places.value.siteById, text)}
                meta={[rhythm(values), text.formatting.timeRange(values.startsAt, values.endsAt), ending(values)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              />
            </ListItem>
          ))}
        </List>
      )}
    </>
  );

  function rhythm({ rule, start }: SeriesFields): string {
    const repeat = repeatOf(rule, start);
    return repeat === null ? words.otherRule(rule) : repeatWords(repeat, text);
  }

  function ending({ until }: SeriesFields): string {
    return until === null ? '' : words.ended(text.formatting.dayWithYear(until));
  }
}
