// [S57] What a partner prepares for a class: looked at whole, then taken by the code that takes a push, in one transaction. All of a request
// is stored or none of it: nobody at a school could mend what is held aside.

import * as v from 'valibot';
import { canPrepareClass } from '../../domain/class-visit.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import type { Session } from '../../domain/session.ts';
import { addDays } from '../../domain/shapes.ts';
import { mostPrepared, mostPreparedADay, preparedFact } from '../../protocol/prepared.ts';
import type { Engine, Tx } from './dialects.ts';
import { knownErased } from './erasures.ts';
import { lockSequence } from './insert-facts.ts';
import type { Ledgers } from './ledgers.ts';
import { type ReadFact, readSent } from './place-facts.ts';
import { countingFor, preparedSince } from './prepared-rows.ts';
import { pushAll } from './push.ts';
import { dayIn, scopeOn } from './scope.ts';
import { isShared, recordsOf, zoneOf } from './shared.ts';
import type { Prepared, Preparing, Sync } from './storage.ts';

export function createPrepare(engine: Engine, ledgers: Ledgers): Sync['prepare'] {
  return async (preparing) => {
    const made = madeBy(preparing);
    return made.ok ? engine.write((tx) => prepare({ engine, ledgers, tx, preparing, made: made.value })) : made;
  };
}

interface Made {
  readonly read: ReadFact;
  readonly incarnation: string;
  /** The key it is sealed to. */
  readonly key: string;
}

/** Facts of this browser, for this session, in this partner's name and of the one shape there is. Problem: request-invalid, by the first wrong field. */
function madeBy({ device, session, sent }: Preparing): Result<readonly Made[]> {
  const made: Made[] = [];
  for (const [at, one] of sent.entries()) {
    const wrong = (field: string) => failed('request-invalid', { field: `facts.${at}.${field}` });
    const read = readSent(one);
    if (!read.read.ok) return wrong('text');
    const fact = v.safeParse(preparedFact, JSON.parse(one.text));
    if (!fact.success) return wrong(v.getDotPath(fact.issues[0]) ?? 'text');
    const { library, device: maker, incarnation, subject, body } = fact.output;
    if (library !== device.library) return wrong('library');
    if (maker !== device.id) return wrong('device');
    if (subject.id !== session) return wrong('subject.id');
    if (body.preparedBy !== device.partner) return wrong('body.preparedBy');
    if (made.some((other) => other.read.id === read.id)) return wrong('id');
    made.push({ read, incarnation, key: body.sealed.key });
  }
  return ok(made);
}

interface Taking {
  readonly engine: Engine;
  readonly ledgers: Ledgers;
  readonly tx: Tx;
  readonly preparing: Preparing;
  readonly made: readonly Made[];
}

async function prepare(taking: Taking): Promise<Result<Prepared>> {
  const { engine, ledgers, tx, preparing } = taking;
  const { device, session, now } = preparing;
  const sequence = await lockSequence(tx, device.library);
  const fresh = await freshOf(taking);
  if (!fresh.ok) return fresh;
  const [first] = fresh.value;
  // Sent once more after a lost answer it has been done, whatever has become of the session since.
  if (first === undefined) return ok({ prepared: await preparedHere(tx, preparing), stored: 0, highest: sequence });
  const refused = (await refusedSession({ ...taking, made: fresh.value })) ?? (await refusedNumber({ ...taking, made: fresh.value }));
  if (refused !== null) return refused;
  const asking = { device, incarnation: first.incarnation, now };
  const [outcome] = await pushAll(engine, ledgers, tx, [{ asking, reads: fresh.value.map(({ read }) => read), prepares: true }]);
  // Revoked in this very moment, it may be: all is taken back, and the next try hears why.
  if (outcome?.stored !== fresh.value.length) throw new Error(`what was prepared for ${session} was looked at, and yet not stored`);
  return ok({ prepared: await preparedHere(tx, preparing), stored: outcome.stored, highest: outcome.highest });
}

async function preparedHere(tx: Tx, { device: { library, partner }, session }: Preparing): Promise<number> {
  return countingFor(session, await preparedSince(tx, library, { partner, session }));
}

/** Those that are not stored, and were not erased since. Problem: request-invalid, for an id that has other bytes here. */
async function freshOf({ engine, ledgers, tx, preparing, made }: Taking): Promise<Result<readonly Made[]>> {
  const { library } = preparing.device;
  const ids = made.map(({ read }) => read.id);
  const stored = await tx.selectFrom('fact').select(['id', 'hash']).where('library', '=', library).where(engine.among('id', ids)).execute();
  const hashes = new Map(stored.map(({ id, hash }) => [id, hash]));
  const taken = made.findIndex(({ read }) => (hashes.get(read.id) ?? read.hash) !== read.hash);
  if (taken >= 0) return failed('request-invalid', { field: `facts.${taken}.id` });
  const erased = await knownErased(engine, ledgers, tx, library, ids);
  return ok(made.filter(({ read }) => !hashes.has(read.id) && !erased.has(read.id)));
}

type Refusal = ReturnType<typeof failed> | null;

async function refusedSession({ tx, preparing, made }: Taking): Promise<Refusal> {
  const { device, session, now } = preparing;
  const { library, partner } = device;
  const { partners, sealTo } = await recordsOf(tx, library);
  const own = partners.get(partner);
  if (own === undefined || own.archived === true) return failed('not-found');
  const row = await tx
    .selectFrom('subject')
    .select('view')
    .where('library', '=', library)
    .where('key', '=', `session/${session}`)
    .executeTakeFirst();
  if (row === undefined) return failed('class-closed');
  const { values }: Session = JSON.parse(row.view);
  const timeZone = await zoneOf(tx, library);
  const isAhead = canPrepareClass(values, dayIn(now, timeZone)) && values.date <= scopeOn(now, timeZone).to;
  if (!isAhead || !isShared(values, partner)) return failed('class-closed');
  return made.some(({ key }) => key !== sealTo?.id) ? failed('sealing-key-changed') : null;
}

async function refusedNumber({ engine, tx, preparing, made }: Taking): Promise<Refusal> {
  const { device, session, now } = preparing;
  const { library, partner } = device;
  // Another device's would make that one a clone of itself (S7).
  const lives = await tx
    .selectFrom('incarnation')
    .select('device')
    .where('library', '=', library)
    .where(engine.among('id', new Set(made.map(({ incarnation }) => incarnation))))
    .execute();
  if (lives.some((life) => life.device !== device.id)) return failed('request-invalid', { field: 'facts.0.incarnation' });
  const dayAgo = new Date(now.getTime() - 86_400_000).toISOString();
  const from = addDays(dayIn(now, await zoneOf(tx, library)), -1);
  const rows = await preparedSince(tx, library, { partner, from });
  if (countingFor(session, rows) + made.length > mostPrepared) return failed('class-full', { most: mostPrepared, in: 'session' });
  const lately = rows.filter(({ receivedAt }) => receivedAt > dayAgo).length;
  return lately + made.length > mostPreparedADay ? failed('class-full', { most: mostPreparedADay, in: 'day' }) : null;
}
