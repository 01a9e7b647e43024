// [S57] How much a partner has prepared: what its page says of each session, and what the limits are held against.

import { sql } from 'kysely';
import type { Day } from '../../domain/shapes.ts';
import type { Tx } from './dialects.ts';

interface PreparedRow {
  readonly session: string;
  readonly receivedAt: string;
  /** 1: staff took it back since. */
  readonly voided: number;
}

/** What this partner's browsers prepared for sessions of these days; what was erased is not among it. By sessions, which an index finds. */
export function preparedSince(
  tx: Tx,
  library: string,
  { partner, from, session }: { readonly partner: string; readonly from?: Day; readonly session?: string },
): Promise<readonly PreparedRow[]> {
  let rows = tx
    .selectFrom('session_partner')
    .innerJoin('subject', (join) =>
      join
        .onRef('subject.library', '=', 'session_partner.library')
        .on('subject.key', '=', sql<string>`'session/' || session_partner.session`),
    )
    .innerJoin('fact', (join) => join.onRef('fact.library', '=', 'subject.library').onRef('fact.subject', '=', 'subject.key'))
    .leftJoin('device', (join) => join.onRef('device.library', '=', 'fact.library').onRef('device.id', '=', 'fact.device'))
    .innerJoin('sign_up_report', (join) =>
      join.onRef('sign_up_report.library', '=', 'fact.library').onRef('sign_up_report.fact', '=', 'fact.id'),
    )
    .select(['session_partner.session', 'fact.received_at as receivedAt', 'sign_up_report.voided'])
    .where('session_partner.library', '=', library)
    .where('session_partner.partner', '=', partner)
    .where('fact.kind', '=', 'sign-up.taken')
    // A restored server may not know the browser any more; staff's devices have brought back what it had prepared.
    .where((row) =>
      row.or([
        row('device.partner', '=', partner),
        row.and([row('device.id', 'is', null), row('fact.text', 'like', `%"preparedBy":"${partner}"%`)]),
      ]),
    );
  if (from !== undefined) rows = rows.where('subject.date', '>=', from);
  if (session !== undefined) rows = rows.where('session_partner.session', '=', session);
  return rows.execute();
}

/** Those for one session that count. */
export function countingFor(session: string, rows: readonly PreparedRow[]): number {
  return rows.filter((row) => row.session === session && row.voided === 0).length;
}
