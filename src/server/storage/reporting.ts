// Plain rows for a library's own reporting tools, read through the views outreach_* of the first migration.
// No contact details exist here to leave out: what could name a person is sealed. Text loses NUL, which PostgreSQL cannot hold.

import { type Fact, subjectKey } from '../../domain/fact.ts';
import { handOutBody, handOutWays } from '../../domain/hand-out.ts';
import { siteFields, siteTypes } from '../../domain/places.ts';
import { type EditableRecord, plainValues } from '../../domain/record.ts';
import { sessionFigures } from '../../domain/report.ts';
import { namedBy, type Session } from '../../domain/session.ts';
import { signUpCounted, signUpTaken } from '../../domain/sign-up.ts';
import * as v from 'valibot';
import { insertRows } from './bulk.ts';
import type { Engine, Tx } from './dialects.ts';
import type { PlacedFact, Subject } from './fold-subjects.ts';
import type { HandOutReportTable, SessionReportTable, SignUpReportTable, SiteReportTable } from './tables.ts';

/** Rows of the subjects as they now are, and of the new facts in them. */
export async function reportSubjects(
  engine: Engine,
  tx: Tx,
  library: string,
  subjects: readonly Subject[],
  placed: readonly PlacedFact[],
): Promise<void> {
  const sessions = new Map<string, Session>();
  for (const subject of subjects) if (subject.type === 'session') sessions.set(subject.row.key, subject.view);
  const rows = [...sessions.values()].map((session) => sessionRow(library, session));
  await insertRows(engine, tx, 'session_report', rows, { replace: ['library', 'id'] });
  const partners = [...sessions.values()].flatMap(({ id, values }) =>
    [...new Set(values.partners)].map((partner) => ({ library, partner, session: id })),
  );
  await insertRows(engine, tx, 'session_partner', partners, { keep: ['library', 'partner', 'session'] });
  const sites = subjects.filter((subject) => subject.row.type === 'site').map(({ view }) => siteRow(library, view));
  await insertRows(engine, tx, 'site_report', sites, { replace: ['library', 'id'] });

  const isVoided = (fact: Fact) => (sessions.get(subjectKey(fact.subject))?.voids[fact.id] === undefined ? 0 : 1);
  const context = { library, isVoided };
  await insertRows(
    engine,
    tx,
    'sign_up_report',
    placed.flatMap((one) => signUpRow(one, context)),
  );
  await insertRows(
    engine,
    tx,
    'hand_out_report',
    placed.flatMap((one) => handOutRow(one, context)),
  );

  // Only voids of the target's own session count, as in folding.
  const named = placed.flatMap(({ fact }) => {
    const id = namedBy(fact);
    return id === undefined ? [] : [{ id, session: fact.subject.id, voided: isVoided({ ...fact, id }) }];
  });
  for (const [session, ofSession] of Map.groupBy(named, (one) => one.session)) {
    for (const [voided, some] of Map.groupBy(ofSession, (one) => one.voided)) {
      for (const table of ['sign_up_report', 'hand_out_report'] as const) {
        await tx
          .updateTable(table)
          .set({ voided })
          .where('library', '=', library)
          .where('session', '=', session)
          .where(
            engine.among(
              'fact',
              some.map(({ id }) => id),
            ),
          )
          .execute();
      }
    }
  }
}

/** After an erasure: what a void took back counts again when the void is gone. */
export async function reportVoidsAgain(engine: Engine, tx: Tx, library: string, session: Session): Promise<void> {
  for (const table of ['sign_up_report', 'hand_out_report'] as const) {
    const rows = tx.updateTable(table).where('library', '=', library).where('session', '=', session.id);
    await rows.set({ voided: 0 }).execute();
    await rows
      .set({ voided: 1 })
      .where(engine.among('fact', Object.keys(session.voids)))
      .execute();
  }
}

function sessionRow(library: string, session: Session): SessionReportTable {
  const { values } = session;
  const { attendance, byBand, signUps, handOuts } = sessionFigures(session);
  return {
    library,
    id: session.id,
    date: 'date' in session.fields ? values.date : null,
    starts_at: values.startsAt,
    ends_at: values.endsAt,
    opened_at: values.openedAt,
    closed_at: values.closedAt,
    status: values.status,
    title: plain(values.title),
    place: plain(values.place),
    site: values.site,
    outlet: values.outlet,
    activity_type: values.activityType,
    topic: values.topic,
    format: values.format,
    target_age: values.targetAge,
    notes: plain(values.notes),
    attendance,
    heads_0_5: byBand['0-5'],
    heads_6_11: byBand['6-11'],
    heads_12_18: byBand['12-18'],
    heads_19_up: byBand['19+'],
    heads_general: byBand.general,
    sign_ups: signUps,
    hand_outs: handOuts,
  };
}

const looseSite = v.object({
  name: v.fallback(siteFields.entries.name, '?'),
  type: v.fallback(v.picklist(siteTypes), 'other'),
  address: v.fallback(siteFields.entries.address, ''),
  latitude: v.fallback(siteFields.entries.latitude, null),
  longitude: v.fallback(siteFields.entries.longitude, null),
  archived: v.fallback(v.boolean(), false),
});

function siteRow(library: string, record: EditableRecord): SiteReportTable {
  const { name, type, address, latitude, longitude, archived } = v.parse(looseSite, plainValues(record));
  return { library, id: record.id, name: plain(name), type, address: plain(address), latitude, longitude, archived: archived ? 1 : 0 };
}

interface FactContext {
  readonly library: string;
  readonly isVoided: (fact: Fact) => number;
}

function signUpRow({ fact, receivedAt }: PlacedFact, { library, isVoided }: FactContext): readonly SignUpReportTable[] {
  if (fact.kind === 'sign-up.counted') return [countedRow({ fact, receivedAt }, library)];
  if (fact.kind !== 'sign-up.taken') return [];
  const { for: kind, language, ageBand, consent } = v.parse(signUpTaken, fact.body);
  const voided = isVoided(fact);
  return [
    {
      library,
      fact: fact.id,
      session: fact.subject.id,
      kind,
      language,
      age_band: ageBand,
      consent_by: consent.by,
      received_at: receivedAt,
      voided,
    },
  ];
}

/** In the place of the sign-up whose details were erased: the same day, kind and language. */
export function countedRow({ fact, receivedAt }: Pick<PlacedFact, 'fact' | 'receivedAt'>, library: string): SignUpReportTable {
  const { for: kind, language, ageBand, consentBy, takenAt } = v.parse(signUpCounted, fact.body);
  return {
    library,
    fact: fact.id,
    session: fact.subject.id,
    kind,
    language,
    age_band: ageBand,
    consent_by: consentBy,
    received_at: takenAt ?? receivedAt,
    voided: 0,
  };
}

function handOutRow({ fact, receivedAt }: PlacedFact, { library, isVoided }: FactContext): readonly HandOutReportTable[] {
  const way = handOutWays.find((one) => fact.kind === `hand-out.${one}`);
  if (way === undefined) return [];
  const { resource, title, count, barcode } = v.parse(handOutBody, fact.body);
  const plainBarcode = barcode === null ? null : plain(barcode);
  return [
    {
      library,
      fact: fact.id,
      session: fact.subject.id,
      way,
      resource,
      title: plain(title),
      barcode: plainBarcode,
      count,
      received_at: receivedAt,
      voided: isVoided(fact),
    },
  ];
}

function plain(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
