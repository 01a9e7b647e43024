// What the three views of the sessions have in common: the title, the ways to see them, the way to a new one and to those that recur.

import type { Day } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { Tabs } from '../../ui/frame/Tabs.tsx';

export function ScheduleHeader({ view, day }: { readonly view: 'list' | 'day' | 'week'; readonly day: Day | null }) {
  const { text } = useApp();
  const words = text.schedule;
  return (
    <>
      <PageHeader
        title={text.sessions.title}
        actions={
          <>
            {view !== 'list' && <LinkButton href={routes.seriesList}>{words.series.title}</LinkButton>}
            <LinkButton icon="add" href={routes.newSession}>
              {text.today.newSession}
            </LinkButton>
          </>
        }
      />
      <Tabs
        label={words.views.label}
        tabs={[
          { href: routes.sessions, label: words.views.list, current: view === 'list' },
          { href: routes.schedule('day', day), label: words.views.day, current: view === 'day' },
          { href: routes.schedule('week', day), label: words.views.week, current: view === 'week' },
        ]}
      />
    </>
  );
}
