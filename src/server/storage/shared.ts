// [S54] What one partner reads: chosen field by field from the folded views. What is not named here is not sent.

import { sql } from 'kysely';
import * as v from 'valibot';
import { canPrepareClass } from '../../domain/class-visit.ts';
import { type LibraryFields, libraryFields, type PartnerFields, partnerFields, sealingKeyFields } from '../../domain/places.ts';
import { type EditableRecord, plainValues, valuesOf } from '../../domain/record.ts';
import { sessionFigures } from '../../domain/report.ts';
import { type KeyRecord, keyInUse } from '../../domain/sealing-key.ts';
import type { Session, SessionFields } from '../../domain/session.ts';
import { defaultRules } from '../../domain/sign-up-rules.ts';
import { mostShared, type Shared, type SharedSession } from '../../protocol/shared.ts';
import type { Engine, Tx } from './dialects.ts';
import { historyWith } from './history.ts';
import { countingFor, preparedSince } from './prepared-rows.ts';
import { dayIn, scopeOn } from './scope.ts';

/** From one consistent snapshot; null when the library has no such partner, or works with it no more. */
export function readShared(engine: Engine, library: string, partner: string, now: Date): Promise<Shared | null> {
  return engine.read(async (tx) => {
    const timeZone = await zoneOf(tx, library);
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
    const { sealTo } = records;
    const prepared = await preparedSince(tx, library, { partner, from: today });
    const preparedFor = ({ id, values }: Session) =>
      sealTo !== null && canPrepareClass(values, today) ? countingFor(id, prepared) : undefined;
    const { languages, signUpRules: rules = defaultRules } = records.library;
    return {
      at: now.toISOString(),
      library: { name: records.library.name, timeZone },
      today,
      partner: { name: own.name, goals: own.goals ?? [], sharedNotes: own.sharedNotes ?? '' },
      sessions: sessions
        .map((one) => sharedFrom(one, { partner, siteById, nameOf, prepared: preparedFor(one) }))
        .toSorted(byTime)
        .slice(0, mostShared),
      history: await historyWith(engine, tx, library, partner),
      ...(sealTo === null ? {} : { preparing: { partner, sealTo: { ...sealTo }, rules, languages } }),
    };
  });
}

export async function zoneOf(tx: Tx, library: string): Promise<string> {
  const row = await tx.selectFrom('library').select('time_zone').where('id', '=', library).executeTakeFirstOrThrow();
  return row.time_zone;
}

/** The library's own record, its partners by their ids, and the key that sign-ups are sealed to. */
export async function recordsOf(tx: Tx, library: string) {
  const rows = await tx
    .selectFrom('subject')
    .select(['key', 'type', 'view'])
    .where('library', '=', library)
    .where('type', 'in', ['library', 'partner', 'sealing-key'])
    .execute();
  const records = rows.map(({ key, type, view }) => {
    const record: EditableRecord = JSON.parse(view);
    return { id: key.slice(type.length + 1), type, record };
  });
  // What nobody has said yet reads as on the devices.
  const unnamed: LibraryFields = { name: '?', timeZone: 'UTC', languages: ['en-US'] };
  const nobody: PartnerFields = { name: '?', contactName: '', contactRole: '', contact: '', notes: '' };
  const [itself] = records.filter(({ type, id }) => type === 'library' && id === library);
  const keys = records.flatMap(({ type, record }): KeyRecord[] => {
    const read = v.safeParse(sealingKeyFields, plainValues(record));
    return type === 'sealing-key' && read.success ? [{ ...record, values: read.output }] : [];
  });
  return {
    library: itself === undefined ? unnamed : valuesOf(itself.record, libraryFields, unnamed),
    sealTo: keyInUse(keys),
    partners: new Map(
      records.filter(({ type }) => type === 'partner').map(({ id, record }) => [id, valuesOf(record, partnerFields, nobody)] as const),
    ),
  };
}

/** Of what a series dropped or an import withdrew nobody needs to hear. */
export function isShared(values: SessionFields, partner: string): boolean {
  return values.partners.includes(partner) && !(values.dropped === true && values.status === 'canceled');
}

interface Names {
  readonly partner: string;
  readonly siteById: ReadonlyMap<string, { readonly name: string; readonly address: string }>;
  readonly nameOf: (partner: string) => string;
  /** Of a session whose class may be prepared. */
  readonly prepared: number | undefined;
}

function sharedFrom(session: Session, { partner, siteById, nameOf, prepared }: Names): SharedSession {
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
    ...(prepared === undefined ? {} : { prepared }),
  };
}

function byTime(one: SharedSession, other: SharedSession): number {
  const key = ({ date, startsAt, id }: SharedSession) => `${date} ${startsAt ?? ''} ${id}`;
  return key(one) < key(other) ? -1 : 1;
}
