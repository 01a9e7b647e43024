// What sites and partners have behind them, from the report rows of all their sessions, however long ago.

import { type HeldSession, type History, historyOf, minutesOpen } from '../../domain/history.ts';
import type { Session } from '../../domain/session.ts';
import { sql } from 'kysely';
import type { HistoryPlace } from '../../protocol/history.ts';
import type { Engine, Tx } from './dialects.ts';

/** One for each place, in their order; from one consistent snapshot. */
export function readHistories(engine: Engine, library: string, places: readonly HistoryPlace[]): Promise<readonly History[]> {
  return engine.read(async (tx) => {
    const ids = (type: HistoryPlace['type']) => places.filter((place) => place.type === type).map((place) => place.id);
    const held = new Map([
      ...(await heldAtSites(engine, tx, library, ids('site'))),
      ...(await heldWith(engine, tx, library, ids('partner'))),
    ]);
    return places.map((place) => historyOf(held.get(`${place.type}/${place.id}`) ?? []));
  });
}

/** Of one partner. */
export async function historyWith(engine: Engine, tx: Tx, library: string, partner: string): Promise<History> {
  return historyOf((await heldWith(engine, tx, library, [partner])).get(`partner/${partner}`) ?? []);
}

const columns = [
  'session_report.id',
  'session_report.date',
  'session_report.site',
  'attendance',
  'sign_ups',
  'hand_outs',
  'opened_at',
  'closed_at',
  'starts_at',
  'ends_at',
] as const;

async function heldAtSites(engine: Engine, tx: Tx, library: string, sites: readonly string[]) {
  const held = new Map<string, HeldSession[]>();
  if (sites.length === 0) return held;
  const rows = await closed(tx, library).where(engine.among('session_report.site', sites)).select(columns).execute();
  for (const row of rows) add(held, `site/${row.site}`, heldFrom(row));
  return held;
}

async function heldWith(engine: Engine, tx: Tx, library: string, partners: readonly string[]) {
  const held = new Map<string, HeldSession[]>();
  if (partners.length === 0) return held;
  const rows = await closed(tx, library)
    .innerJoin('session_partner', (join) =>
      join.onRef('session_partner.library', '=', 'session_report.library').onRef('session_partner.session', '=', 'session_report.id'),
    )
    .innerJoin('subject', (join) =>
      join.onRef('subject.library', '=', 'session_report.library').on('subject.key', '=', sql<string>`'session/' || session_report.id`),
    )
    .where(engine.among('session_partner.partner', partners))
    .select([...columns, 'session_partner.partner', 'subject.view'])
    .execute();
  for (const row of rows) {
    const session: Session = JSON.parse(row.view);
    if (session.values.partners.includes(row.partner)) add(held, `partner/${row.partner}`, heldFrom(row));
  }
  return held;
}

function closed(tx: Tx, library: string) {
  return tx
    .selectFrom('session_report')
    .where('session_report.library', '=', library)
    .where('session_report.status', '=', 'closed')
    .where('session_report.date', 'is not', null);
}

interface ReportRow {
  readonly id: string;
  readonly date: string | null;
  readonly attendance: number;
  readonly sign_ups: number;
  readonly hand_outs: number;
  readonly opened_at: string | null;
  readonly closed_at: string | null;
  readonly starts_at: string | null;
  readonly ends_at: string | null;
}

function heldFrom(row: ReportRow): HeldSession {
  const { id, date, attendance, sign_ups: signUps, hand_outs: handOuts } = row;
  const minutes = minutesOpen({ openedAt: row.opened_at, closedAt: row.closed_at, startsAt: row.starts_at, endsAt: row.ends_at });
  return { id, date: date ?? '', attendance, signUps, handOuts, minutes };
}

function add(held: Map<string, HeldSession[]>, place: string, one: HeldSession): void {
  const before = held.get(place);
  if (before === undefined) held.set(place, [one]);
  else before.push(one);
}
