// [S28] Erasing: the ledger first, flushed, then the content goes and what it counted in is folded again.
// [S33] With a sign-up go all its envelopes; what it counted stays, as a fact that names nobody. One transaction.
// The erasure takes a number of the library's sequence, so that every device learns of it by pulling.

import { readFact } from '../../domain/fact.ts';
import type { Session } from '../../domain/session.ts';
import { toggleDigest } from '../../protocol/hash.ts';
import { insertRows } from './bulk.ts';
import { countedInstead, countedKinds } from './counted.ts';
import type { Engine, Tx } from './dialects.ts';
import { knownErased } from './erasures.ts';
import { foldAgain } from './fold-subjects.ts';
import { addToDigests } from './incarnations.ts';
import { insertFacts, lockSequence } from './insert-facts.ts';
import type { Ledger, Ledgers } from './ledgers.ts';
import { type NewFact, targetOf } from './place-facts.ts';
import { countedRow } from './reporting.ts';
import type { Erased, Erasing } from './storage.ts';

export function createErase(engine: Engine, { erasures: ledger }: Pick<Ledgers, 'erasures'>): (erasing: Erasing) => Promise<Erased> {
  return async (erasing) => {
    ledger.add(erasing.library, erasing.ids, erasing.now.toISOString());
    return engine.write((tx) => erase(engine, tx, ledger, erasing));
  };
}

/** Inside a write transaction. The named ids are in the ledger already, or are added here with what goes with them. */
export async function erase(engine: Engine, tx: Tx, ledger: Ledger, erasing: Erasing): Promise<Erased> {
  const { library, act, actor } = erasing;
  const at = erasing.now.toISOString();
  const sequence = (await lockSequence(tx, library)) + 1;
  const ids = [...new Set([...erasing.ids, ...(await correctionsOf(tx, library, erasing.ids))])];
  ledger.add(library, ids, at);

  const here = await tx.selectFrom('fact').select(['id', 'maker']).where('library', '=', library).where(engine.among('id', ids)).execute();
  const makers = new Map(here.map(({ id, maker }) => [id, maker]));
  const rows = ids.map((fact) => ({ library, fact, seq: sequence, erased_at: at, maker: makers.get(fact) ?? null }));
  await insertRows(engine, tx, 'erasure', rows, { keep: ['library', 'fact'] });
  const gone = await tx
    .deleteFrom('fact')
    .where('library', '=', library)
    .where(engine.among('id', ids))
    .returning(['id', 'subject', 'incarnation', 'hash', 'kind', 'text', 'received_at'])
    .execute();
  await tx.deleteFrom('held').where('library', '=', library).where(engine.among('id', ids)).execute();
  for (const table of ['sign_up_report', 'hand_out_report'] as const) {
    await tx.deleteFrom(table).where('library', '=', library).where(engine.among('fact', ids)).execute();
  }
  await takeFromDigests(tx, library, gone, sequence);
  const counted = await countedOf(engine, tx, ledger, library, gone, sequence, at);
  await insertFacts(engine, tx, library, counted);
  await addToDigests(engine, tx, library, counted);
  const last = sequence + counted.length;
  await tx.updateTable('library').set({ sequence: last }).where('id', '=', library).execute();
  await foldAgain(engine, tx, library, [...new Set(gone.map(({ subject }) => subject))], sequence);
  await insertRows(
    engine,
    tx,
    'sign_up_report',
    counted.filter(({ fact }) => fact.kind === 'sign-up.counted').map((one) => countedRow(one, library)),
    { keep: ['library', 'fact'] },
  );
  const signUps = gone.filter(({ kind }) => kind === 'sign-up.taken').length;
  await tx.insertInto('audit').values({ library, seq: sequence, act, at, actor, facts: gone.length, sign_ups: signUps }).execute();
  await engine.notifications?.notify(tx, `${library} `);
  return { sequence, last, at, ids, stored: gone.map(({ id }) => id), signUps };
}

/** Corrections of these sign-ups, stored or held aside: each holds an envelope of the same person. */
async function correctionsOf(tx: Tx, library: string, targets: readonly string[]): Promise<readonly string[]> {
  const wanted = new Set(targets);
  const stored = await tx
    .selectFrom('fact')
    .select(['id', 'text'])
    .where('library', '=', library)
    .where('kind', '=', 'sign-up.corrected')
    .execute();
  const held = await tx
    .selectFrom('held')
    .select(['id', 'sent'])
    .where('library', '=', library)
    .where('kind', '=', 'sign-up.corrected')
    .execute();
  const all = [...stored, ...held.map(({ id, sent }) => ({ id, text: String(JSON.parse(sent)) }))];
  return all.flatMap(({ id, text }) => {
    const target = targetOf({ sent: { hash: '', text }, kind: 'sign-up.corrected' });
    return target !== null && wanted.has(target) ? [id] : [];
  });
}

interface Gone {
  readonly id: string;
  readonly subject: string;
  readonly incarnation: string;
  readonly hash: string;
  readonly kind: string;
  readonly text: string;
  readonly received_at: string;
}

async function takeFromDigests(tx: Tx, library: string, gone: readonly Gone[], sequence: number): Promise<void> {
  for (const [incarnation, facts] of Map.groupBy(gone, (fact) => fact.incarnation)) {
    const was = await tx
      .selectFrom('incarnation')
      .selectAll()
      .where('library', '=', library)
      .where('id', '=', incarnation)
      .executeTakeFirst();
    if (was === undefined) continue;
    const { count, xor } = toggleDigest(
      { count: was.digest_count, xor: was.digest_xor },
      facts.map(({ hash }) => hash),
      -1,
    );
    await tx
      .updateTable('incarnation')
      .set({ digest_count: count, digest_xor: xor, last_seq: sequence })
      .where('library', '=', library)
      .where('id', '=', incarnation)
      .execute();
  }
}

/** For each sign-up and answer that counted until now; one that was taken back leaves nothing. */
async function countedOf(
  engine: Engine,
  tx: Tx,
  erasures: Ledger,
  library: string,
  gone: readonly Gone[],
  sequence: number,
  at: string,
): Promise<readonly NewFact[]> {
  const taken = gone.filter(({ kind }) => countedKinds.includes(kind));
  if (taken.length === 0) return [];
  const views = await tx
    .selectFrom('subject')
    .select(['key', 'view'])
    .where('library', '=', library)
    .where(engine.among('key', new Set(taken.map(({ subject }) => subject))))
    .execute();
  const voidsByKey = new Map(views.map(({ key, view }) => [key, voidsIn(view)]));
  const counted: NewFact[] = [];
  for (const { id, subject, text, received_at } of taken) {
    const read = readFact(text);
    if (!read.ok || voidsByKey.get(subject)?.[id] !== undefined) continue;
    const one = countedInstead(read.value, received_at, sequence + counted.length + 1, at);
    if (one !== null) counted.push(one);
  }
  const ids = counted.map(({ fact }) => fact.id);
  const there = await tx.selectFrom('fact').select('id').where('library', '=', library).where(engine.among('id', ids)).execute();
  // Erased itself since: after a restore both come again at once.
  const known = new Set([...there.map((row) => row.id), ...(await knownErased(engine, { erasures }, tx, library, ids))]);
  return counted.filter(({ fact }) => !known.has(fact.id)).map((one, place) => ({ ...one, seq: sequence + place + 1 }));
}

function voidsIn(view: string): Session['voids'] {
  return JSON.parse(view).voids;
}
