// A session: one outreach occasion at one site. Its fields are editable; its totals are sums over facts not voided.
// Totals never wait for the server: own facts count at once, and exactly once, before and after their receipt.

import * as v from 'valibot';
import { attendanceCounted, type Band, band, type Heads } from './attendance.ts';
import { checklist, checklistTicked } from './checklist.ts';
import type { Fact } from './fact.ts';
import { type HandOutWay, handOutBody, movement } from './hand-out.ts';
import { type Arrival, applyChange, applyPlan, type EditableRecord, emptyRecord, looseChangeBody, plainValues } from './record.ts';
import { day, factId, instant, line, paragraph, recordId, timeOfDay } from './shapes.ts';
import { checkInMarked, type SignUpKind, signUpCounted, signUpKind, signUpTaken } from './sign-up.ts';
import { sumsOf, surveyAnswered } from './survey.ts';

export const activityTypes = ['program_session', 'outreach_event', 'bookmobile_stop', 'one_on_one', 'self_directed'] as const;
export const topics = [
  'storytime',
  'book_club',
  'author_visit',
  'literacy_workshop',
  'information_literacy_workshop',
  'digital_literacy_workshop',
  'class_visit',
  'card_drive',
  'other',
] as const;
export const formats = ['in_person_onsite', 'in_person_offsite', 'virtual_live'] as const;
/** What a library and its partners agree to work on together. */
export const goals = ['literacy', 'information_literacy', 'digital_literacy'] as const;
export const goal = v.picklist(goals);
export const statuses = ['planned', 'open', 'closed', 'canceled'] as const;

export const sessionFields = v.looseObject({
  site: v.nullable(recordId),
  /** Where, in words, when there is no site record yet. */
  place: line,
  title: line,
  activityType: v.picklist(activityTypes),
  topic: v.picklist(topics),
  format: v.picklist(formats),
  targetAge: band,
  date: day,
  startsAt: v.nullable(timeOfDay),
  endsAt: v.nullable(timeOfDay),
  status: v.picklist(statuses),
  /** When it really began and ended, by the clock of the device that said so. */
  openedAt: v.nullable(instant),
  closedAt: v.nullable(instant),
  outlet: v.nullable(recordId),
  partners: v.array(recordId),
  /** Who goes, by their staff records, and what goes. */
  staff: v.optional(v.pipe(v.array(recordId), v.maxLength(100))),
  devices: v.optional(v.pipe(v.array(recordId), v.maxLength(200))),
  goals: v.optional(v.array(goal)),
  /** Who brings what; `by` is a partner, null the library itself. */
  brings: v.optional(v.pipe(v.array(v.looseObject({ what: line, by: v.nullable(recordId) })), v.maxLength(40))),
  notes: paragraph,
  /** What the partners read too, on their own pages; `notes` are the library's alone. */
  sharedNotes: v.optional(paragraph),
  /** Where an import found it (timetable stop and day), or the series and the day it was planned for: who plans again finds it again. */
  source: v.nullable(line),
  /** Of a series: what the series said, so that it changes no field that staff changed. */
  planned: v.optional(v.record(v.string(), v.unknown())),
  /** Of a series that no longer has this day: canceled by the plan, not by a person. */
  dropped: v.optional(v.boolean()),
  cancelReason: v.optional(line),
  /** Whether activity type, topic, format and age were proposed by an import or confirmed by staff; not said: staff chose them. */
  classification: v.optional(v.picklist(['proposed', 'confirmed'])),
  /** Why they were proposed: proposal.ts. */
  proposal: v.optional(v.record(v.string(), v.unknown())),
  /** The name of the calendar it was imported from. */
  calendar: v.optional(line),
  /** What people can sign up for at this session's kiosk. */
  offers: v.optional(v.array(signUpKind)),
  /** Names of programs that are offered, when 'program' is. */
  programs: v.optional(v.pipe(v.array(line), v.maxLength(40))),
  /** Those of them that are planned sessions: session's id -> its name among `programs` (programs.ts). */
  programSessions: v.optional(v.record(recordId, line)),
  /** The kind of session it was planned as: a template's id. */
  template: v.optional(v.nullable(line)),
  /** Copied from the template as it was chosen. */
  checklist: v.optional(checklist),
  /** Its kiosk asks visitors how it was. */
  asksSurvey: v.optional(v.boolean()),
});
export type SessionFields = v.InferOutput<typeof sessionFields>;

const someFields = v.partial(sessionFields);

/** A plan's word about a session: it holds until somebody says otherwise. */
export const sessionPlanned = v.looseObject({
  set: v.pipe(
    someFields,
    v.check((set) => Object.keys(set).length > 0, 'at least one field'),
  ),
});
const loosePlanned = v.looseObject({ set: v.record(v.string(), v.unknown()) });

/** What a session's kiosk offers while nobody has chosen. */
export const usualOffers: readonly SignUpKind[] = ['card', 'program', 'newsletter', 'reading_challenge'];

/** What a session is before anybody said more: a device that joined by code counts into it before its details arrive. */
export const unknownSession: SessionFields = {
  site: null,
  place: '',
  title: '',
  activityType: 'outreach_event',
  topic: 'other',
  format: 'in_person_offsite',
  targetAge: 'general',
  date: '0001-01-01',
  startsAt: null,
  endsAt: null,
  status: 'planned',
  openedAt: null,
  closedAt: null,
  outlet: null,
  partners: [],
  notes: '',
  source: null,
};

export interface SessionTotals {
  readonly heads: Heads;
  /** Heads counted by each device, all bands together. */
  readonly byDevice: Readonly<Record<string, number>>;
  readonly signUps: Readonly<Partial<Record<SignUpKind, number>>>;
  readonly handOuts: Readonly<Partial<Record<HandOutWay, number>>>;
  /** How often each person of the roster was marked as here; who was marked by two devices is here once. */
  readonly checkedIn?: Readonly<Partial<Record<string, number>>>;
  /** How often each person of the roster was added to the heads: more than once where two devices did so without seeing each other. */
  readonly headsOfRoster?: Readonly<Partial<Record<string, number>>>;
  /** Ticks of the checklist: 'item/fact' is 1. Two tablets may have ticked the same. */
  readonly ticks?: Readonly<Partial<Record<string, number>>>;
  /** The exit survey: 'answers', and 'knowledge/4' for how many said 4 to that statement. */
  readonly survey?: Readonly<Partial<Record<string, number>>>;
  /** What came aboard (or, below zero, went) of each resource, but for what a loan accounts for (stock.ts). */
  readonly moved?: Readonly<Partial<Record<string, number>>>;
}

/** The folded view of one session: what screens and the server's reporting tables are drawn from. */
export interface Session extends EditableRecord {
  readonly values: SessionFields;
  readonly totals: SessionTotals;
  /** Target fact -> the facts that voided it, sorted, with a space between, so that all agree. Kept even when the target is not here yet. And what was unmerged (`unvoidOf`). */
  readonly voids: Readonly<Record<string, string>>;
}

export const factVoided = v.looseObject({ target: factId });

export function emptySession(id: string): Session {
  const totals: SessionTotals = { heads: {}, byDevice: {}, signUps: {}, handOuts: {} };
  return { ...emptyRecord(id), values: unknownSession, totals, voids: {} };
}

/**
 * Folds one fact into a session's view; the order of adding facts and voids does not matter.
 * The caller folds each fact once as new (and edits once more when their `seq` becomes known); `target` is the fact that a
 * void or an unmerging names (`namedBy`), when it has been folded already. Returns 'out-of-order' for an edit or a plan that belongs beneath a newer one:
 * fold the whole session again with `foldSession`.
 */
export function applyToSession(session: Session, fact: Fact, seq: number | null, target: Fact | undefined): Session | 'out-of-order' {
  switch (fact.kind) {
    case 'session.changed': {
      const body = v.parse(looseChangeBody, fact.body);
      const isLate = (field: string, current: Arrival, arrival: Arrival) => isLateStart(body.set, field, current, arrival);
      const changed = applyChange(session, { id: fact.id, body }, seq, isLate);
      if (changed === 'out-of-order') return changed;
      return { ...session, ...changed, values: sessionValues(changed) };
    }
    case 'session.planned': {
      const planned = applyPlan(session, { id: fact.id, set: v.parse(loosePlanned, fact.body).set }, seq);
      if (planned === 'out-of-order') return planned;
      return { ...session, ...planned, values: sessionValues(planned) };
    }
    case 'fact.voided':
    case 'sign-up.unmerged': {
      const { target: named, voided } = v.parse(factVoided, fact.body);
      const unvoid = fact.kind === 'sign-up.unmerged' && unvoidOf({ target: named, voided });
      const { [named]: before = '', ...others } = unvoid ? { ...session.voids, [unvoid]: 'unmerged' } : session.voids;
      const all = new Set([...before.split(' '), unvoid ? '' : fact.id]);
      const after = [...all]
        .filter((id) => id && !others[unvoidOf({ target: named, voided: id })])
        .sort()
        .join(' ');
      // By its first void it counts no longer, without its last it counts again. One that names a fact of another session takes nothing here.
      const sign = target?.subject.id === session.id ? Number(!after) - Number(!before) : 0;
      return {
        ...session,
        voids: after ? { ...others, [named]: after } : others,
        totals: target && sign ? withEffect(session.totals, target, sign) : session.totals,
      };
    }
    default:
      return session.voids[fact.id] === undefined ? { ...session, totals: withEffect(session.totals, fact, 1) } : session;
  }
}

/**
 * A session's view from nothing. `placed` in any order; edits are put in the server's order, unsent ones last: by `order`, the place
 * in the outbox, where that is known (numbers begin again with a new incarnation), else by device number.
 */
export function foldSession(
  id: string,
  placed: readonly { readonly fact: Fact; readonly seq: number | null; readonly order?: number | undefined }[],
): Session {
  const last = Number.MAX_SAFE_INTEGER;
  const inOrder = placed.toSorted((a, b) => (a.seq ?? last) - (b.seq ?? last) || (a.order ?? a.fact.number) - (b.order ?? b.fact.number));
  const folded = new Map<string, Fact>();
  let session = emptySession(id);
  for (const { fact, seq } of inOrder) {
    if (folded.has(fact.id)) continue;
    const target = folded.get(namedBy(fact) ?? '');
    const next = applyToSession(session, fact, seq, target);
    if (next === 'out-of-order') throw new Error(`a session folded in order is in order: ${fact.id}`);
    session = next;
    folded.set(fact.id, fact);
  }
  return session;
}

/** The fact that one of these takes back, or counts again: it has to be looked up before folding. */
export function namedBy({ kind, body }: Pick<Fact, 'kind' | 'body'>): string | undefined {
  return kind === 'fact.voided' || kind === 'sign-up.unmerged' ? String(body['target']) : undefined;
}

/** [S53] Stands among the voids for one that takes its target back no longer, though that void may not be here yet. */
export function unvoidOf({ target, voided }: { readonly target: string; readonly voided?: unknown }): string {
  return `${target} ${voided}`;
}

/**
 * [S47] A second tablet started the session too, and says so later: that does not open it again when the first has finished it, and it
 * began when it began first. Who reopens a finished session has seen that it was finished, and takes its end away in the same fact.
 */
function isLateStart(set: Readonly<Record<string, unknown>>, field: string, current: Arrival, arrival: Arrival): boolean {
  if (field === 'openedAt') return current.value !== null && arrival.value !== null && arrival.base === null;
  const isStart = field === 'status' && arrival.value === 'open' && !Object.hasOwn(set, 'closedAt');
  return isStart && current.value === 'closed' && arrival.base !== current.fact;
}

/** The session's fields as far as they are known and valid; a field written by a newer app in a way this one cannot read stays at its default. */
function sessionValues(record: EditableRecord): SessionFields {
  const known: Record<string, unknown> = { ...unknownSession };
  for (const [field, value] of Object.entries(plainValues(record))) {
    if (value !== undefined && (v.is(someFields, { [field]: value }) || !Object.hasOwn(sessionFields.entries, field))) known[field] = value;
  }
  return v.parse(sessionFields, known);
}

function withEffect(totals: SessionTotals, fact: Fact, sign: number): SessionTotals {
  switch (fact.kind) {
    case 'attendance.counted': {
      const { band: counted, heads, checkIns = [] } = v.parse(attendanceCounted, fact.body);
      return {
        ...withSums(totals, 'headsOfRoster', [...new Set(checkIns)], sign),
        heads: plus<Band>(totals.heads, counted, sign * heads),
        byDevice: plus<string>(totals.byDevice, fact.device, sign * heads),
      };
    }
    case 'sign-up.taken':
      return { ...totals, signUps: plus<SignUpKind>(totals.signUps, v.parse(signUpTaken, fact.body).for, sign) };
    case 'sign-up.counted':
      return { ...totals, signUps: plus<SignUpKind>(totals.signUps, v.parse(signUpCounted, fact.body).for, sign) };
    case 'check-in.marked':
      return withSums(totals, 'checkedIn', [v.parse(checkInMarked, fact.body).target], sign);
    case 'checklist.ticked':
      return withSums(totals, 'ticks', [`${v.parse(checklistTicked, fact.body).item}/${fact.id}`], sign);
    case 'survey.answered':
      return withSums(totals, 'survey', sumsOf(v.parse(surveyAnswered, fact.body)), sign);
    case 'hand-out.given':
    case 'hand-out.lent':
    case 'hand-out.returned':
    case 'hand-out.shown': {
      const way: HandOutWay = handOutWayOf[fact.kind];
      const body = v.parse(handOutBody, fact.body);
      return {
        ...withMoved(totals, body.resource, sign * movement(way, body)),
        handOuts: plus<HandOutWay>(totals.handOuts, way, sign * body.count),
      };
    }
    default:
      return totals;
  }
}

const handOutWayOf = {
  'hand-out.given': 'given',
  'hand-out.lent': 'lent',
  'hand-out.returned': 'returned',
  'hand-out.shown': 'shown',
} as const;

type Sums = 'checkedIn' | 'headsOfRoster' | 'ticks' | 'survey';

function withMoved(totals: SessionTotals, resource: string | null, amount: number): SessionTotals {
  if (resource === null || amount === 0) return totals;
  const { moved: before = {}, ...others } = totals;
  const moved = plus<string>(before, resource, amount);
  return Object.keys(moved).length === 0 ? others : { ...others, moved };
}

/** Sums over people of the roster, ticks or answers; a session of which nobody speaks has none, also when all was taken back. */
function withSums(totals: SessionTotals, name: Sums, keys: readonly string[], sign: number): SessionTotals {
  if (keys.length === 0) return totals;
  const { [name]: before = {}, ...others } = totals;
  const sums = keys.reduce((all, one) => plus<string>(all, one, sign), before);
  return Object.keys(sums).length === 0 ? others : { ...others, [name]: sums };
}

/** What comes to nothing is left out: the order in which things cancel out must not be seen. */
function plus<Key extends string>(sums: Readonly<Partial<Record<Key, number>>>, key: Key, amount: number) {
  const sum = ((Object.hasOwn(sums, key) ? sums[key] : undefined) ?? 0) + amount;
  const { [key]: _, ...others } = sums;
  return sum === 0 ? others : { ...others, [key]: sum };
}
