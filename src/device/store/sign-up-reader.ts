// All sign-ups of the device for a screen that stays: read once, a few sessions at a time with turns for others in between, and after that only
// the sessions in which something has changed. A sign-up that did not change stays the same object.

import type { Copies, OwnFact, Store } from './db.ts';
import { copiesOf, mergeHistory, ownFactsOf, seqsOf } from './history.ts';
import { withStates } from './log.ts';
import { type Self, self } from './self.ts';
import { sessionsWithSignUps, type SignUp, signUpsIn, staying } from './sign-ups.ts';

export interface SignUpReader {
  /** Newest session first. `pause` is waited for after every few sessions; when it answers false nothing is gone on with (null). */
  readonly read: (pause: (done: number, total: number) => Promise<boolean>) => Promise<readonly SignUp[] | null>;
}

/** The database answers several questions nearly as fast as one; what comes of them is worked on one after the other. */
const atOnce = 8;

interface Rows {
  readonly own: readonly OwnFact[];
  readonly copies: readonly Copies[];
}

export function createSignUpReader(store: Store): SignUpReader {
  const known = new Map<string, { readonly mark: string; readonly signUps: readonly SignUp[] }>();

  async function readOne(id: string, own: Self): Promise<void> {
    const before = known.get(id);
    const rows = await rowsOf(store, id);
    const mark = markOf(rows, own, before?.signUps ?? []);
    if (before?.mark !== mark) known.set(id, { mark, signUps: merged(before?.signUps ?? [], await signUpsAmong(store, id, rows)) });
  }

  return {
    read: async (pause) => {
      const own = await self(store);
      const sessions = await sessionsWithSignUps(store);
      for (let done = 0; done < sessions.length; done += atOnce) {
        const some = sessions.slice(done, done + atOnce);
        await Promise.all(some.map((id) => readOne(id, own)));
        if (!(await pause(done + some.length, sessions.length))) return null;
      }
      for (const id of known.keys()) if (!sessions.includes(id)) known.delete(id);
      return staying(sessions.flatMap((id) => known.get(id)?.signUps ?? []));
    },
  };
}

async function rowsOf(store: Store, id: string): Promise<Rows> {
  const subject = `session/${id}`;
  const [own, copies] = await Promise.all([ownFactsOf(store, subject), copiesOf(store, subject)]);
  return { own, copies };
}

/** Changes whenever a fact of the session came, went, or was answered for. */
function markOf({ own, copies }: Rows, { delivered, attention, parked }: Self, signUps: readonly SignUp[]): string {
  const placed = copies.flatMap(({ facts }) => facts.map(({ seq }) => seq));
  const isWaiting = signUps.some(({ state }) => state !== 'server');
  return [own.length, own.at(-1)?.order ?? 0, placed.length, ...placed, attention, parked, isWaiting ? delivered : ''].join(' ');
}

/** Most of a session's facts are heads counted: they are not read, let alone checked. */
async function signUpsAmong(store: Store, id: string, { own, copies }: Rows): Promise<readonly SignUp[]> {
  const ofSignUps = own.filter(({ text }) => mayBeOfSignUps(text));
  const history = mergeHistory(
    ofSignUps,
    await seqsOf(store, ofSignUps),
    copies.map((row) => ({ ...row, facts: row.facts.filter(({ text }) => mayBeOfSignUps(text)) })),
  );
  return signUpsIn(await withStates(store, id, history));
}

/** Letters written by number (\\u0073) could hide a kind: such a fact is read. */
function mayBeOfSignUps(text: string): boolean {
  return text.includes('"sign-up.') || text.includes('\\u');
}

function merged(before: readonly SignUp[], now: readonly SignUp[]): readonly SignUp[] {
  const byId = new Map(before.map((one) => [one.fact.id, one]));
  return now.map((one) => {
    const known = byId.get(one.fact.id);
    return known !== undefined && isSame(known, one) ? known : one;
  });
}

function isSame(a: SignUp, b: SignUp): boolean {
  return (
    a.sealedIn.id === b.sealedIn.id &&
    versionIds(a) === versionIds(b) &&
    a.state === b.state &&
    a.voided === b.voided &&
    a.mergedInto === b.mergedInto &&
    a.mergedAt === b.mergedAt &&
    a.merge?.voided === b.merge?.voided &&
    a.followUp.state === b.followUp.state &&
    a.followUp.at === b.followUp.at &&
    a.followUp.by === b.followUp.by &&
    a.keptApartFrom.join() === b.keptApartFrom.join()
  );
}

function versionIds({ otherVersions, baseVersion }: SignUp): string {
  return [...otherVersions, ...(baseVersion === null ? [] : [baseVersion])].map(({ sealedIn }) => sealedIn.id).join();
}
