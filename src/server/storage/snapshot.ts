// What the parts of one pull share: the transaction all are read in, who asks, and where the library stood.

import type { PlacedFact, Scope } from '../../protocol/pull.ts';
import type { Engine, Tx } from './dialects.ts';
import { datedTypes, isDayIn, isWithin } from './scope.ts';
import type { Device, ServerIdentity } from './storage.ts';
import type { SubjectTable } from './tables.ts';

export interface Snapshot {
  readonly engine: Engine;
  readonly tx: Tx;
  readonly device: Device;
  readonly incarnation: string;
  readonly server: ServerIdentity;
  readonly highest: number;
  readonly safe: number;
  readonly scope: Scope;
  readonly page: number;
}

export interface FactRow {
  readonly seq: number;
  readonly received_at: string;
  readonly text: string;
  readonly subject: string;
}

export const factColumns = ['fact.seq', 'fact.received_at', 'fact.text', 'fact.subject'] as const;

export function placedFact({ seq, received_at, text }: FactRow): PlacedFact {
  return { seq, receivedAt: received_at, text };
}

/**
 * [S16] Sessions and loans the device may have known under another date, or sessions with a sign-up to be done that they had not, or have no
 * longer: now in scope, they come whole up to `to`; else they are named as left, by their keys. Those that began after `from` are new to the device, and nothing special.
 */
export async function moved(
  snapshot: Snapshot,
  from: number,
  to: number,
): Promise<{ readonly facts: readonly FactRow[]; readonly left: readonly string[] }> {
  const { engine, tx, device, scope, page } = snapshot;
  if (device.level === 'kiosk' || device.level === 'partner' || from === to) return { facts: [], left: [] };
  const dated = await tx
    .selectFrom('subject')
    .select(['key', 'date', 'date_seq', 'kept'])
    .where('library', '=', device.library)
    .where('type', 'in', datedTypes)
    .where((row) =>
      row.or([
        row.and([row('date_seq', '>', from), row('date_seq', '<=', to)]),
        row.and([row('kept_seq', '>', from), row('kept_seq', '<=', to)]),
      ]),
    )
    .where('first_seq', '<=', from)
    .execute();
  const isIn = ({ date, kept }: Dated) => date === null || isDayIn({ date, kept }, scope);
  // Whether it is kept changes nothing while its day is in scope anyway.
  const hasEntered = ({ date, date_seq: seq }: Dated) => (seq > from && seq <= to) || date === null || !isWithin(date, scope);
  const entered = dated.filter((row) => isIn(row) && hasEntered(row)).map(({ key }) => key);
  const facts =
    entered.length === 0
      ? []
      : await tx
          .selectFrom('fact')
          .select(factColumns)
          .where('fact.library', '=', device.library)
          .where(engine.among('fact.subject', entered))
          .where('fact.seq', '<=', to)
          .orderBy('fact.seq')
          .limit(page + 1)
          .execute();
  return { facts, left: dated.filter((row) => !isIn(row)).map(({ key }) => key) };
}

type Dated = Pick<SubjectTable, 'date' | 'date_seq' | 'kept'>;
