// Makers of facts and sessions, fresh for each test. A Maker stands for one incarnation of one device: it numbers its facts 1, 2, 3 …
// as a real device does. `aFact` is for a single fact whose parts the test wants to say itself.

import type { Band } from '../../src/domain/attendance.ts';
import type { Fact, FactBody, FactKind } from '../../src/domain/fact.ts';
import { factVersion, subjectTypeOf } from '../../src/domain/fact.ts';
import type { HandOutWay } from '../../src/domain/hand-out.ts';
import { emptySession, type Session, type SessionFields } from '../../src/domain/session.ts';
import type { SignUpKind } from '../../src/domain/sign-up.ts';
import { hashOf } from '../../src/protocol/hash.ts';
import { longId, type RandomBytes, recordIdFrom } from '../../src/protocol/ids.ts';
import type { SentFact } from '../../src/protocol/push.ts';
import { bob } from './cast.ts';
import { randomBytesFrom } from './random.ts';

/** A fact with its exact text and hash: `sent` is what goes into a push. */
export interface MadeFact {
  readonly fact: Fact;
  readonly sent: SentFact;
}

export interface MakerOptions {
  readonly library: string;
  readonly device: string;
  readonly incarnation: string;
  readonly random: RandomBytes;
}

export interface Maker extends MakerOptions {
  readonly make: <Kind extends FactKind>(kind: Kind, subject: string, body: FactBody<Kind>, parts?: Partial<Fact>) => MadeFact;
  /** `set` with no bases: as if nobody had written these fields before. */
  readonly changeSession: (session: string, set: Partial<SessionFields>, base?: Record<string, string | null>) => MadeFact;
  readonly count: (session: string, band: Band, heads: number) => MadeFact;
  readonly signUp: (session: string, kind: SignUpKind) => MadeFact;
  readonly handOut: (session: string, way: HandOutWay, count: number) => MadeFact;
  readonly voidOf: (session: string, target: MadeFact) => MadeFact;
  readonly unmerge: (session: string, target: MadeFact, voided: MadeFact) => MadeFact;
}

const defaults = randomBytesFrom(20_261_101);

/** One incarnation of one device; what a test does not say is made up. */
export function aMaker(options: Partial<MakerOptions> = {}): Maker {
  const random = options.random ?? defaults;
  const identity = {
    library: options.library ?? longId(random),
    device: options.device ?? longId(random),
    incarnation: options.incarnation ?? longId(random),
    random,
  };
  let number = 0;
  const make: Maker['make'] = (kind, subject, body, parts = {}) => {
    number += 1;
    const { library, device, incarnation } = identity;
    return aFact(
      { library, device, incarnation, number, kind, subject: { type: subjectTypeOf(kind), id: subject }, body, ...parts },
      random,
    );
  };
  return {
    ...identity,
    make,
    changeSession: (session, set, base = {}) =>
      make('session.changed', session, { set, base: { ...Object.fromEntries(Object.keys(set).map((field) => [field, null])), ...base } }),
    count: (session, band, heads) => make('attendance.counted', session, { band, heads, way: 'tap' }),
    signUp: (session, kind) => make('sign-up.taken', session, signUpBody(kind)),
    handOut: (session, way, count) => make(`hand-out.${way}`, session, { resource: null, title: 'Bookmarks', count, barcode: null }),
    voidOf: (session, target) => make('fact.voided', session, { target: target.fact.id }),
    unmerge: (session, target, voided) => make('sign-up.unmerged', session, { target: target.fact.id, voided: voided.fact.id }),
  };
}

/** A fact as a device would have written it; `parts` replace any field. */
export function aFact(parts: Partial<Fact> = {}, random: RandomBytes = defaults): MadeFact {
  const fact: Fact = {
    id: longId(random),
    library: 'LIBRARY00001',
    device: 'DEVICE000001',
    incarnation: 'INCARNATION1',
    number: 1,
    kind: 'attendance.counted',
    version: factVersion,
    subject: { type: 'session', id: recordIdFrom(random) },
    body: { band: '6-11', heads: 1, way: 'tap' },
    at: '2026-11-02T15:00:00.000Z',
    clockOffset: null,
    staff: bob.staff,
    app: 'test',
    ...parts,
  };
  return { fact, sent: sentText(JSON.stringify(fact)) };
}

/** Any text as a push carries it: valid or not. */
export function sentText(text: string): SentFact {
  return { hash: hashOf(text), text };
}

/** A folded session with these values. */
export function aSession(values: Partial<SessionFields> = {}, random: RandomBytes = defaults): Session {
  const empty = emptySession(recordIdFrom(random));
  return { ...empty, values: { ...empty.values, date: '2026-11-02', title: 'Storytime at Maple Court', ...values } };
}

/** [S57] A child of a class, as a partner's browser writes it down; in its fact nobody of staff is named. */
export function preparedBody(partner: string, key = 'KEY000000001'): FactBody<'sign-up.taken'> {
  const consent = { given: true, wording: 'in-writing/2026-11', by: 'caregiver' } as const;
  return { ...signUpBody('card'), prepared: true, preparedBy: partner, consent, sealed: { key, enc: 'ZW5j', box: 'Ym94' } };
}

function signUpBody(kind: SignUpKind): FactBody<'sign-up.taken'> {
  return {
    for: kind,
    program: null,
    language: 'es-US',
    ageBand: '6-11',
    consent: { given: true, wording: 'en-US/2026-11', by: 'caregiver' },
    sealed: { key: 'KEY000000001', enc: 'ZW5j', box: 'Ym94' },
  };
}
