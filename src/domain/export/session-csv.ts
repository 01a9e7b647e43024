// One session as a CSV file: section, name, detail, value, one thing a row, so that a person reads it and a spreadsheet filters it.
// Counts only: no contact details, sealed or not. Words are those of exports (FIELD.md section 7), in English in every language.

import { bands } from '../attendance.ts';
import { type HandOutWay, handOutWays } from '../hand-out.ts';
import { checkedInCount, sessionFigures } from '../report.ts';
import type { Session } from '../session.ts';
import { signUpKinds } from '../sign-up.ts';
import { listProgress } from '../checklist-progress.ts';
import { surveyResults } from '../survey-results.ts';
import { type Cell, csvText } from './csv-text.ts';

/** What the session refers to, by name, and its hand-outs. */
export interface SessionCsvParts {
  readonly siteName: string;
  readonly outletName: string;
  readonly partnerNames: readonly string[];
  readonly deviceNames: Readonly<Record<string, string>>;
  readonly handOuts: readonly {
    readonly way: HandOutWay;
    readonly title: string;
    readonly count: number;
    readonly voided: boolean;
  }[];
  readonly kitsPickedUp: readonly { readonly title: string; readonly count: number }[];
}

export function sessionCsv(session: Session, parts: SessionCsvParts): string {
  const { values, totals } = session;
  const figures = sessionFigures(session);
  const about = (name: string, value: Cell): Cell[] => ['session', name, '', value];
  const devices = Object.entries(totals.byDevice).map(([device, heads]): Cell[] => {
    const name = Object.hasOwn(parts.deviceNames, device) ? parts.deviceNames[device] : undefined;
    return ['attendance_by_device', name ?? device, device, heads];
  });
  return csvText(
    ['section', 'name', 'detail', 'value'],
    [
      about('session_id', session.id),
      about('date', values.date),
      about('starts_at', values.startsAt),
      about('ends_at', values.endsAt),
      about('opened_at', values.openedAt),
      about('closed_at', values.closedAt),
      about('status', values.status),
      about('activity_type', values.activityType),
      about('topic', values.topic),
      about('format', values.format),
      about('target_age', values.targetAge),
      about('title', values.title),
      about('site', parts.siteName || values.place),
      about('outlet', parts.outletName),
      ...parts.partnerNames.map((partner) => about('partner', partner)),
      ['attendance', 'total', '', figures.attendance],
      ...bands.map((band): Cell[] => ['attendance_by_band', band, '', figures.byBand[band]]),
      ...devices.toSorted((a, b) => String(a[1]).localeCompare(String(b[1]), 'en')),
      ['sign_ups', 'total', '', figures.signUps],
      ...signUpKinds.map((kind): Cell[] => ['sign_ups', kind, '', totals.signUps[kind] ?? 0]),
      ['checked_in', 'total', '', checkedInCount(session)],
      ['hand_outs', 'total', '', figures.handOuts],
      ...handOutWays.map((way): Cell[] => ['hand_outs', way, '', totals.handOuts[way] ?? 0]),
      ...byTitle(parts.handOuts),
      ['kits_picked_up', 'total', '', parts.kitsPickedUp.reduce((sum, { count }) => sum + count, 0)],
      ...parts.kitsPickedUp
        .toSorted((a, b) => a.title.localeCompare(b.title, 'en'))
        .map(({ title, count }): Cell[] => ['kits_picked_up_by_title', title, '', count]),
      ...ofChecklist(session),
      ...ofSurvey(session),
      ['notes', '', '', values.notes],
    ],
  );
}

/** 'session-2026-11-02-maple-court-4K7QW2RNX8TD.csv' */
export function sessionCsvName(session: Session, siteName: string): string {
  const place = (siteName || session.values.place)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return ['session', session.values.date, place, session.id]
    .filter((part) => part !== '')
    .join('-')
    .concat('.csv');
}

function ofChecklist(session: Session): Cell[][] {
  const { items, done } = listProgress(session);
  if (items.length === 0) return [];
  const of = (name: string, value: Cell): Cell[] => ['checklist', name, '', value];
  return [...(session.values.template ? [of('template', session.values.template)] : []), of('items', items.length), of('done', done)];
}

/** A share of too few stays empty, as on the screen. Open answers are sealed and in no file. */
function ofSurvey(session: Session): Cell[][] {
  const { answers, statements } = surveyResults(session);
  if (answers === 0) return [];
  return [
    ['survey', 'answers', '', answers],
    ...statements.flatMap(({ item, answers: given, agree }): Cell[][] => [
      ['survey', item, 'answers', given],
      ['survey', item, 'agree', agree],
    ]),
  ];
}

function byTitle(handOuts: SessionCsvParts['handOuts']): Cell[][] {
  const counts = new Map<string, { readonly title: string; readonly way: HandOutWay; readonly count: number }>();
  for (const { way, title, count, voided } of handOuts) {
    if (voided) continue;
    const key = JSON.stringify([way, title]);
    counts.set(key, { title, way, count: (counts.get(key)?.count ?? 0) + count });
  }
  return [...counts.values()]
    .toSorted((a, b) => handOutWays.indexOf(a.way) - handOutWays.indexOf(b.way) || a.title.localeCompare(b.title, 'en'))
    .map(({ title, way, count }) => ['hand_outs_by_title', title, way, count]);
}
