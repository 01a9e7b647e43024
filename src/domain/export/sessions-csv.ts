// Many sessions as a CSV file, one a row, with the field's own column names (FIELD.md section 7).
// Survey elements 600 to 618 count rows of activity_type program_session only; that is for whoever sums them.

import { checkedInCount, sessionFigures } from '../report.ts';
import type { Session } from '../session.ts';
import { type Cell, csvText } from './csv-text.ts';

export interface SessionsCsvRow {
  readonly session: Session;
  readonly siteName: string;
  readonly outletName: string;
  readonly partnerNames: readonly string[];
  readonly kitsPickedUp: number;
  /** Of the session's kind, as outcomes are reported (FIELD.md 1.7); null when it is of none, or its kind says none. */
  readonly serviceArea: string | null;
}

/** Each column with what it holds; the order is the file's. */
const columns: readonly (readonly [string, (row: SessionsCsvRow) => Cell])[] = [
  ['session_id', ({ session }) => session.id],
  ['date', ({ session }) => session.values.date],
  ['starts_at', ({ session }) => session.values.startsAt],
  ['ends_at', ({ session }) => session.values.endsAt],
  ['opened_at', ({ session }) => session.values.openedAt],
  ['closed_at', ({ session }) => session.values.closedAt],
  ['status', ({ session }) => session.values.status],
  ['activity_type', ({ session }) => session.values.activityType],
  ['topic', ({ session }) => session.values.topic],
  ['format', ({ session }) => session.values.format],
  ['target_age', ({ session }) => session.values.targetAge],
  // 'proposed' until staff have confirmed the four before it: whoever sums leaves those out.
  ['classification', ({ session }) => session.values.classification ?? 'confirmed'],
  ['title', ({ session }) => session.values.title],
  ['site', ({ session, siteName }) => siteName || session.values.place],
  ['outlet', ({ outletName }) => outletName],
  ['partners', ({ partnerNames }) => partnerNames.join('; ')],
  ['attendance', ({ session }) => sessionFigures(session).attendance],
  ['attendance_virtual', ({ session }) => (session.values.format === 'virtual_live' ? sessionFigures(session).attendance : 0)],
  ['attendance_0_5', ({ session }) => sessionFigures(session).byBand['0-5']],
  ['attendance_6_11', ({ session }) => sessionFigures(session).byBand['6-11']],
  ['attendance_12_18', ({ session }) => sessionFigures(session).byBand['12-18']],
  ['attendance_19_up', ({ session }) => sessionFigures(session).byBand['19+']],
  ['attendance_general', ({ session }) => sessionFigures(session).byBand.general],
  ['card_applications', ({ session }) => session.totals.signUps.card ?? 0],
  ['program_signups', ({ session }) => session.totals.signUps.program ?? 0],
  ['newsletter_signups', ({ session }) => session.totals.signUps.newsletter ?? 0],
  ['reading_challenge_signups', ({ session }) => session.totals.signUps.reading_challenge ?? 0],
  ['volunteering_signups', ({ session }) => session.totals.signUps.volunteering ?? 0],
  ['checked_in', ({ session }) => checkedInCount(session)],
  ['items_circulated', ({ session }) => session.totals.handOuts.lent ?? 0],
  ['items_returned', ({ session }) => session.totals.handOuts.returned ?? 0],
  ['resources_given', ({ session }) => session.totals.handOuts.given ?? 0],
  ['resources_shown', ({ session }) => session.totals.handOuts.shown ?? 0],
  // Among what was given; without those that were lent as loans.
  ['kits_picked_up', ({ kitsPickedUp }) => kitsPickedUp],
  ['service_area', ({ serviceArea }) => serviceArea],
  ['survey_answers', ({ session }) => session.totals.survey?.['answers'] ?? 0],
  ['notes', ({ session }) => session.values.notes],
];

export function sessionsCsv(rows: readonly SessionsCsvRow[]): string {
  return csvText(
    columns.map(([name]) => name),
    rows.map((row) => columns.map(([, cell]) => cell(row))),
  );
}
