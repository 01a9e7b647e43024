// All that a partner sees of Wayside: what is planned together, what was agreed, how many came. A media specialist reads it between two
// lessons on a school's computer, or on a phone in the yard where no network is: the last answer is kept.

import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { askShared, isEnded, lastShared } from '../../../../device/actions/shared.ts';
import { self } from '../../../../device/store/self.ts';
import type { SharedAnswer } from '../../../../protocol/shared.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { HistoryTables } from '../../../records/HistoryTables.tsx';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { DetailRows } from '../../../ui/data/DetailRows.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { useWork } from '../../../use-work.ts';
import { LoneFrame } from '../frame/LoneFrame.tsx';
import { LeavePage } from './LeavePage.tsx';
import { PrepareClassPage } from './PrepareClassPage.tsx';
import { SharedSessions } from './SharedSessions.tsx';
import css from './partner-page.module.css';

export function PartnerPageScreen() {
  const { device, text } = useApp();
  const words = text.shared;
  const { path } = useLocation();
  const live = useLive(async () => {
    const [answer, own] = await Promise.all([lastShared(device.store), self(device.store)]);
    return { answer, revoked: own.revoked };
  }, []);
  const work = useWork();
  const ask = () => void work.run(() => askShared(device.store));
  useEffect(() => {
    ask();
    const onVisible = () => {
      if (document.visibilityState === 'visible') ask();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, []);
  // Whoever sent a class was told that the page has ended, and what was read is gone: the page hears it for itself.
  const isGone = live.state === 'ready' && live.value.answer === null;
  useEffect(() => {
    if (isGone) ask();
  }, [isGone]);

  if (live.state === 'problem') {
    return (
      <LoneFrame title={words.begin.title} place="problem">
        <ProblemNotice problem={live.problem} />
      </LoneFrame>
    );
  }
  const answer = live.state === 'ready' ? live.value.answer : null;
  const hasEnded = (live.state === 'ready' && live.value.revoked) || (work.problem !== undefined && isEnded(work.problem));
  if (hasEnded) {
    return (
      <LoneFrame title={words.ended} place="ended" lead={<p>{words.endedText}</p>}>
        <LeavePage />
      </LoneFrame>
    );
  }
  if (answer === null) {
    return (
      <LoneFrame title={words.begin.title} place="reading">
        {work.problem ? (
          <ProblemNotice problem={work.problem} actions={<Button onClick={ask}>{text.shell.tryAgain}</Button>} />
        ) : (
          <Skeleton label={text.shell.loading} rows={4} />
        )}
      </LoneFrame>
    );
  }
  const [, preparing] = /^\/sessions\/([\w-]+)\/prepare$/.exec(path) ?? [];
  if (preparing !== undefined) {
    return (
      <LoneFrame title={words.prepare.title} above={answer.library.name} place={path}>
        <PrepareClassPage key={path} answer={answer} session={preparing} />
      </LoneFrame>
    );
  }
  return (
    <LoneFrame title={words.title(answer.partner.name, answer.library.name)} place="page" lead={<p>{words.lead}</p>}>
      <div class={css.said}>
        <p>{words.asOf(text.formatting.moment(answer.at, answer.library.timeZone))}</p>
        <Button look="quiet" icon="refresh" busy={work.busy ? words.looking : undefined} onClick={ask}>
          {words.again}
        </Button>
      </div>
      {work.problem && <ProblemNotice problem={work.problem} />}
      <Page answer={answer} />
      <LeavePage />
    </LoneFrame>
  );
}

function Page({ answer }: { readonly answer: SharedAnswer }) {
  const { text } = useApp();
  const words = text.shared;
  const { partner, sessions, history, library } = answer;
  const open = sessions.filter(({ status, date }) => status === 'open' && date === answer.today);
  const ahead = sessions.filter(({ status, date }) => (status === 'planned' || status === 'canceled') && date >= answer.today);
  return (
    <div class={css.page}>
      {open.length > 0 && (
        <section aria-labelledby="open">
          <h2 id="open">{words.open}</h2>
          <SharedSessions sessions={open} library={library.name} label={words.open} />
        </section>
      )}
      <section aria-labelledby="ahead">
        <h2 id="ahead">{words.ahead}</h2>
        {ahead.length === 0 ? <p>{words.aheadNone}</p> : <SharedSessions sessions={ahead} library={library.name} label={words.ahead} />}
      </section>
      {(partner.goals.length > 0 || partner.sharedNotes !== '') && (
        <section aria-labelledby="agreed">
          <h2 id="agreed">{words.agreed}</h2>
          <DetailRows
            rows={[
              { label: text.schedule.goals, value: text.formatting.list(partner.goals.map((goal) => text.schedule.goal[goal])) },
              { label: words.notes, value: partner.sharedNotes, verbatim: true },
            ]}
          />
        </section>
      )}
      <section aria-labelledby="held">
        <h2 id="held">{words.held}</h2>
        <HistoryTables history={history} />
      </section>
    </div>
  );
}
