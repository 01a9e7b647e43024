// [S35] [S55] [S56] Purging: so many days after a sign-up is done, declined or taken back, its contact details go; what it counted stays (S33).
// Only the server's own times of receipt are asked: a tablet's clock neither hurries it nor holds it up. One transaction a session, in
// which what is due is looked up again: another process may have been first.

import * as v from 'valibot';
import { readFact } from '../../domain/fact.ts';
import { plainValues } from '../../domain/record.ts';
import { daysOfUnsettled, daysUntilForgotten } from '../../domain/days-known.ts';
import { awaitedOn } from '../../domain/programs.ts';
import { factVoided, type Session, unvoidOf } from '../../domain/session.ts';
import { defaultRules, signUpRules } from '../../domain/sign-up-rules.ts';
import { type FollowUpState, signUpFollowed, signUpMerged, signUpTaken } from '../../domain/sign-up.ts';
import { isSettled } from '../../domain/unsettled.ts';
import type { Engine, Tx } from './dialects.ts';
import { erase } from './erase.ts';
import { lockSequence } from './insert-facts.ts';
import type { Ledgers } from './ledgers.ts';
import { sealedToPurge } from './purge-sealed.ts';
import { eraseAgain } from './reconcile.ts';
import { isInRing, isLastOfRing, type Merge, unvoidsIn } from './rings.ts';
import { dayIn } from './scope.ts';
import type { Erased, Erasing, Erasures } from './storage.ts';

/** Facts that one transaction erases. */
const mostAtOnce = 500;

export function createPurge(
  engine: Engine,
  ledgers: Pick<Ledgers, 'erasures'>,
  erased: (library: string, one: Erased) => void,
): Erasures['purge'] {
  return async (library, { now, dryRun }) => {
    if (!dryRun) await eraseAgain(engine, ledgers, library, now);
    const keepDays = await keepDaysOf(engine, library);
    const before = daysBefore(now, keepDays);
    const sum = { keepDays, signUps: 0, sessions: 0, loans: 0, answers: 0 };
    for (const session of await sessionsWithSignUps(engine, library)) {
      const due = await engine.read((tx) => dueIn(tx, library, session, { before, now }));
      if (due.length === 0) continue;
      const gone = dryRun ? due.length : await purgeSession(session);
      sum.signUps += gone;
      sum.sessions += gone > 0 ? 1 : 0;
    }
    for (const name of ['loans', 'answers'] as const) {
      const { act, days, due } = sealedToPurge[name];
      const found = await engine.read((tx) => due({ engine, tx, library, before: daysBefore(now, days(keepDays)) }));
      sum[name] = dryRun ? found.length : await purgeSealed(act, found);
    }
    return sum;

    /** So many at once that no push waits long. */
    async function purgeSealed(act: Erasing['act'], found: readonly string[]): Promise<number> {
      let gone = 0;
      for (let at = 0; at < found.length; at += mostAtOnce) {
        const one = await engine.write(async (tx) => {
          await lockSequence(tx, library);
          const ids = await stillStored(tx, found.slice(at, at + mostAtOnce));
          return ids.length === 0 ? null : erase(engine, tx, ledgers.erasures, { library, ids, now, act, actor: 'server' });
        });
        if (one !== null) erased(library, one);
        gone += one?.stored.length ?? 0;
      }
      return gone;
    }

    /** Another process may have been first. */
    async function stillStored(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
      const rows = await tx.selectFrom('fact').select('id').where('library', '=', library).where(engine.among('id', ids)).execute();
      return rows.map(({ id }) => id);
    }

    async function purgeSession(session: string): Promise<number> {
      const one = await engine.write(async (tx) => {
        await lockSequence(tx, library);
        const ids = await dueIn(tx, library, session, { before, now });
        return ids.length === 0
          ? null
          : erase(engine, tx, ledgers.erasures, { library, ids, now, act: 'sign-ups.purged', actor: 'server' });
      });
      if (one !== null) erased(library, one);
      return one?.signUps ?? 0;
    }
  };
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString();
}

async function keepDaysOf({ db }: Engine, library: string): Promise<number> {
  const row = await db
    .selectFrom('subject')
    .select('view')
    .where('library', '=', library)
    .where('key', '=', `library/${library}`)
    .executeTakeFirst();
  const rules: unknown = row === undefined ? undefined : plainValues(JSON.parse(row.view))['signUpRules'];
  const read = v.safeParse(v.looseObject({ keepDays: signUpRules.entries.keepDays }), rules);
  return read.success ? read.output.keepDays : defaultRules.keepDays;
}

async function sessionsWithSignUps({ db }: Engine, library: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('sign_up_report')
    .innerJoin('fact', (join) => join.onRef('fact.library', '=', 'sign_up_report.library').onRef('fact.id', '=', 'sign_up_report.fact'))
    .select('sign_up_report.session')
    .distinct()
    .where('sign_up_report.library', '=', library)
    .where('fact.kind', '=', 'sign-up.taken')
    .orderBy('sign_up_report.session')
    .execute();
  return rows.map((row) => row.session);
}

const kinds = ['sign-up.taken', 'sign-up.followed', 'sign-up.merged', 'sign-up.unmerged', 'fact.voided'];

interface When {
  readonly before: string;
  readonly now: Date;
}

/**
 * Ids of the sign-ups that were settled before an instant: by the newest word about them, or by being taken back. Not of those who stand on
 * the roster of a program that is still to come, unless they said no.
 */
async function dueIn(tx: Tx, library: string, session: string, { before, now }: When): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('fact')
    .select(['id', 'seq', 'kind', 'text', 'received_at'])
    .where('library', '=', library)
    .where('subject', '=', `session/${session}`)
    .where('kind', 'in', kinds)
    .orderBy('seq')
    .execute();
  const taken = new Map<string, string | null>();
  const receivedAt = new Map(rows.map((row) => [row.id, row.received_at]));
  const voided = new Map<string, string>();
  const merges = new Map<string, Merge>();
  const words: { readonly id: string; readonly target: string; readonly state: FollowUpState; readonly at: string }[] = [];
  const facts = rows.flatMap((row) => {
    const read = readFact(row.text);
    return read.ok ? [{ ...row, body: read.value.body }] : [];
  });
  const unvoids = unvoidsIn(facts);
  for (const { id, seq, kind, body, received_at: at } of facts) {
    if (kind === 'sign-up.taken') taken.set(id, v.parse(signUpTaken, body).programSession ?? null);
    else if (kind === 'fact.voided') {
      const { target } = v.parse(factVoided, body);
      if (!unvoids.has(unvoidOf({ target, voided: id }))) voided.set(target, voided.get(target) ?? at);
    } else if (kind === 'sign-up.merged') {
      const merge = v.parse(signUpMerged, body);
      if (!unvoids.has(unvoidOf(merge))) merges.set(merge.target, { into: merge.into, seq });
    } else if (kind === 'sign-up.followed') {
      const { target, state } = v.parse(signUpFollowed, body);
      words.push({ id, target, state, at });
    }
  }
  const newest = new Map(words.filter(({ id }) => !voided.has(id)).map((word) => [word.target, word]));
  const forgotten = await isForgotten(tx, library, session, now);
  const due: string[] = [];
  for (const [id, program] of taken) {
    if (forgotten && isBefore(receivedAt.get(id), longAgo(now))) {
      due.push(id);
      continue;
    }
    const word = newest.get(id);
    const isOver = word !== undefined && isSettled(word.state) && isBefore(word.at);
    const isAwaited = isOver && word.state === 'done' && program !== null && (await isStillToCome(tx, library, program, now));
    if (!(isOver && !isAwaited) && !isBefore(voided.get(id))) continue;
    // Of a ring one stays because of what the others say (S51), whatever was said of these: were one of them gone, it would be nobody's.
    const merge = merges.get(id);
    const stays = await isLastOfRing(tx, library, id, merge);
    if (stays ? isOver && !isAwaited : !(await isInRing(tx, library, id, merge))) due.push(id);
  }
  return due;

  function isBefore(at: string | undefined, than = before): boolean {
    return at !== undefined && at <= than;
  }
}

const unsettledDays = daysOfUnsettled + daysUntilForgotten;

function longAgo(now: Date): string {
  return daysBefore(now, unsettledDays);
}

/** The session has been on no device for a while, whatever is still to be done in it (S15). */
async function isForgotten(tx: Tx, library: string, session: string, now: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('subject')
    .select('date')
    .where('library', '=', library)
    .where('key', '=', `session/${session}`)
    .executeTakeFirst();
  return row?.date != null && row.date < longAgo(now).slice(0, 10);
}

async function isStillToCome(tx: Tx, library: string, session: string, now: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('subject')
    .innerJoin('library', 'library.id', 'subject.library')
    .select(['subject.view', 'library.time_zone'])
    .where('subject.library', '=', library)
    .where('subject.key', '=', `session/${session}`)
    .executeTakeFirst();
  if (row === undefined) return false;
  const program: Session = JSON.parse(row.view);
  return awaitedOn(program.values, dayIn(now, row.time_zone)) !== null;
}
