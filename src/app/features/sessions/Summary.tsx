// A session in figures, as it will stand in the reports, each with the way to where it can be changed.

import type { ComponentChildren } from 'preact';
import { bands } from '../../../domain/attendance.ts';
import { listProgress } from '../../../domain/checklist-progress.ts';
import { handOutWays } from '../../../domain/hand-out.ts';
import { checkedInCount, sessionFigures } from '../../../domain/report.ts';
import type { Session } from '../../../domain/session.ts';
import { signUpKinds } from '../../../domain/sign-up.ts';
import { surveyResults } from '../../../domain/survey-results.ts';
import { useApp } from '../../context.ts';
import type { Places } from '../../records/places.ts';
import { routes } from '../../routes.ts';
import { StatFigure } from '../../ui/data/StatFigure.tsx';
import css from './summary.module.css';

export interface SummaryProps {
  readonly session: Session;
  readonly places: Places;
  /** When it ended, as far as said. */
  readonly closedAt: string | null;
}

export function Summary({ session, places, closedAt }: SummaryProps) {
  const { text } = useApp();
  const words = text.sessionSteps.finish;
  const figures = sessionFigures(session);
  const { totals, values, id } = session;
  const number = text.formatting.number;
  const here = checkedInCount(session);
  const list = listProgress(session);
  const { answers } = surveyResults(session);
  const byBand = bands.filter((band) => figures.byBand[band] !== 0);
  const seconds = values.openedAt === null || closedAt === null ? null : (Date.parse(closedAt) - Date.parse(values.openedAt)) / 1000;

  return (
    <div class={css.summary}>
      <StatFigure size="total" value={number(figures.attendance)} label={text.attendance.total(figures.attendance)} />
      <dl class={css.rows}>
        <Row label={words.byAge} href={routes.session(id)}>
          {byBand.length === 0 ? words.none : lines(byBand.map((band) => [text.words.bandName[band], number(figures.byBand[band])]))}
        </Row>
        {here > 0 && (
          <Row label={text.roster.checkedIn} href={routes.session(id, 'roster')}>
            {number(here)}
          </Row>
        )}
        <Row label={words.signUps} href={routes.session(id, 'sign-ups')}>
          {figures.signUps === 0
            ? words.none
            : lines(
                signUpKinds
                  .filter((kind) => totals.signUps[kind])
                  .map((kind) => [text.words.signUpKind[kind], number(totals.signUps[kind] ?? 0)]),
              )}
        </Row>
        <Row label={words.handOuts} href={routes.session(id, 'resources')}>
          {figures.handOuts === 0
            ? words.none
            : lines(
                handOutWays
                  .filter((way) => totals.handOuts[way])
                  .map((way) => [text.words.handOutWay[way], number(totals.handOuts[way] ?? 0)]),
              )}
        </Row>
        {list.items.length > 0 && (
          <Row label={text.workshops.checklist.tab} href={routes.session(id, 'checklist')}>
            {text.workshops.checklist.progress(list.done, list.items.length)}
          </Row>
        )}
        {answers > 0 && (
          <Row label={text.workshops.survey.title} href={routes.session(id, 'survey')}>
            {text.workshops.survey.answers(answers)}
          </Row>
        )}
        <Row label={words.notes} href={routes.session(id, 'notes')}>
          {values.notes === '' ? words.noNotes : <span class={css.notes}>{values.notes}</span>}
        </Row>
        {values.openedAt !== null && (
          <Row label={words.began} href={routes.sessionDetails(id)}>
            {text.formatting.moment(values.openedAt, places.zone)}
            {seconds !== null && seconds >= 60 && ` · ${words.duration} ${text.formatting.duration(seconds)}`}
          </Row>
        )}
      </dl>
    </div>
  );
}

function Row({ label, href, children }: { readonly label: string; readonly href: string; readonly children: ComponentChildren }) {
  const { text } = useApp();
  const words = text.sessionSteps.finish;
  return (
    <div class={css.row}>
      <dt>{label}</dt>
      <dd class={css.value}>{children}</dd>
      <dd>
        <a class={css.change} href={href} aria-label={words.change(label.toLocaleLowerCase(text.language))}>
          {words.changeWord}
        </a>
      </dd>
    </div>
  );
}

function lines(pairs: readonly (readonly [string, string])[]): ComponentChildren {
  return pairs.map(([name, value]) => (
    <span class={css.line} key={name}>
      <span>{name}</span>
      <strong>{value}</strong>
    </span>
  ));
}
