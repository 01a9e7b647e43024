// [S54] What one partner reads: chosen field by field from the folded views. What is not named here is not sent.

import { sql } from 'kysely';
import { type LibraryFields, libraryFields, type PartnerFields, partnerFields } from '../../domain/places.ts';
import { type EditableRecord, valuesOf } from '../../domain/record.ts';
import { sessionFigures } from '../../domain/report.ts';
import type { Session, SessionFields } from '../../domain/session.ts';
import { mostShared, type Shared, type SharedSession } from '../../protocol/shared.ts';
import type { Engine, Tx } from './dialects.ts';
import { historyWith } from './history.ts';
import { dayIn, scopeOn } from './scope.ts';

/** From one consistent snapshot; null when the library has no such partner, or works with it no more. */
export function readShared(engine: Engine, library: string, partner: string, now: Date): Promise<Shared | null> {
  return engine.read(async (tx) => {
    const { time_zone: timeZone } = await tx.selectFrom('library').select('time_zone').where('id', '=', library).executeTakeFirstOrThrow();
    const records = await recordsOf(tx, library);
    const own = records.partners.get(partner);
    if (own === undefined || own.archived === true) return null;
    const today = dayIn(now, timeZone);
    const { to } = scopeOn(now, timeZone);
    const rows = await tx
      .selectFrom('session_partner')
      .innerJoin('subject', (join) =>
        join
          .onRef('subject.library', '=', 'session_partner.library')
          .on('subject.key', '=', sql<string>`'session/' || session_partner.session`),
      )
      .select('subject.view')
      .where('session_partner.library', '=', library)
      .where('session_partner.partner', '=', partner)
      .where('subject.date', '>=', today)
      .where('subject.date', '<=', to)
      .execute();
    // A session that was shared once and is not any more is among the rows, but not of what is read.
    const sessions = rows.map(({ view }): Session => JSON.parse(view)).filter(({ values }) => isShared(values, partner));
    const sites = await tx.selectFrom('site_report').select(['id', 'name', 'address']).where('library', '=', library).execute();
    const siteById = new Map(sites.map((site) => [site.id, site]));
    const nameOf = (id: string) => records.partners.get(id)?.name ?? '?';
    return {
      at: now.toISOString(),
      library: { name: records.libraryName, timeZone },
      today,
      partner: { name: own.name, goals: own.goals ?? [], sharedNotes: own.sharedNotes ?? '' },
      sessions: sessions
        .map((one) => sharedFrom(one, { partner, siteById, nameOf }))
        .toSorted(byTime)
        .slice(0, mostShared),
      history: await historyWith(engine, tx, library, partner),
    };
  });
}

/** The library's name and its partners, by their ids. */
async function recordsOf(tx: Tx, library: string) {
  const rows = await tx
    .selectFrom('subject')
    .select(['key', 'type', 'view'])
    .where('library', '=', library)
    .where('type', 'in', ['library', 'partner'])
    .execute();
  const records = rows.map(({ key, type, view }) => {
    const record: EditableRecord = JSON.parse(view);
    return { id: key.slice(type.length + 1), type, record };
  });
  // What nobody has said yet reads as on the devices.
  const unnamed: LibraryFields = { name: '?', timeZone: 'UTC', languages: ['en-US'] };
  const nobody: PartnerFields = { name: '?', contactName: '', contactRole: '', contact: '', notes: '' };
  const [itself] = records.filter(({ type, id }) => type === 'library' && id === library);
  return {
    libraryName: itself === undefined ? unnamed.name : valuesOf(itself.record, libraryFields, unnamed).name,
    partners: new Map(
      records.filter(({ type }) => type === 'partner').map(({ id, record }) => [id, valuesOf(record, partnerFields, nobody)] as const),
    ),
  };
}

/** Of what a series dropped or an import withdrew nobody needs to hear. */
function isShared(values: SessionFields, partner: string): boolean {
  return values.partners.includes(partner) && !(values.dropped === true && values.status === 'canceled');
}

interface Names {
  readonly partner: string;
  readonly siteById: ReadonlyMap<string, { readonly name: string; readonly address: string }>;
  readonly nameOf: (partner: string) => string;
}

function sharedFrom(session: Session, { partner, siteById, nameOf }: Names): SharedSession {
  const { values, id } = session;
  const site = values.site === null ? undefined : siteById.get(values.site);
  const { attendance, byBand, signUps, handOuts } = sessionFigures(session);
  const isOneOnOne = values.activityType === 'one_on_one';
  const isHeld = values.status === 'open' || values.status === 'closed';
  return {
    id,
    date: values.date,
    startsAt: values.startsAt,
    endsAt: values.endsAt,
    status: values.status,
    // Of what is held with one person, staff's words may name that person.
    title: isOneOnOne ? '' : values.title,
    place: site?.name ?? (isOneOnOne ? '' : values.place),
    address: site?.address ?? '',
    activityType: values.activityType,
    topic: values.topic,
    format: values.format,
    targetAge: values.targetAge,
    goals: values.goals ?? [],
    brings: (values.brings ?? []).map(({ what, by }) =>
      by === null
        ? { what, who: 'library', name: '' }
        : by === partner
          ? { what, who: 'you', name: '' }
          : { what, who: 'other', name: nameOf(by) },
    ),
    sharedNotes: values.sharedNotes ?? '',
    counts: isHeld ? { byBand, attendance, signUps, handOuts } : null,
  };
}

function byTime(one: SharedSession, other: SharedSession): number {
  const key = ({ date, startsAt, id }: SharedSession) => `${date} ${startsAt ?? ''} ${id}`;
  return key(one) < key(other) ? -1 : 1;
}
