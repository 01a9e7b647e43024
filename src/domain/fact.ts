// A fact: one thing a person did, immutable. Its exact text is what is hashed, sent, stored and sent again; nobody re-serialises it.
// Fields that this version does not know survive, because the text survives.

import * as v from 'valibot';
import { attendanceCounted } from './attendance.ts';
import { checklistTicked } from './checklist.ts';
import { handOutBody } from './hand-out.ts';
import { loanFields } from './loan.ts';
import {
  calendarFeedFields,
  cardRangeFields,
  deviceFields,
  keyWrapFields,
  libraryFields,
  outletFields,
  partnerFields,
  resourceFields,
  sealingKeyFields,
  siteFields,
  staffFields,
} from './places.ts';
import { failed, ok, type Result } from './problem.ts';
import { changeBody } from './record.ts';
import { seriesFields } from './series.ts';
import { factVoided, sessionFields, sessionPlanned } from './session.ts';
import { factId, instant, line, recordId } from './shapes.ts';
import {
  checkInMarked,
  signUpCorrected,
  signUpCounted,
  signUpFollowed,
  signUpKeptApart,
  signUpMerged,
  signUpTaken,
  signUpUnmerged,
} from './sign-up.ts';
import { surveyAnswered } from './survey.ts';
import { templateFields } from './template.ts';

export const recordTypes = [
  'library',
  'outlet',
  'site',
  'calendar-feed',
  'partner',
  'resource',
  'template',
  'staff',
  'device',
  'sealing-key',
  'key-wrap',
  'card-range',
  'loan',
  'series',
  'session',
] as const;
export type RecordType = (typeof recordTypes)[number];

/** Bodies by kind. A released kind is never edited: a new version is added beside it, and both stay readable. */
export const factBodies = {
  'library.changed': changeBody(libraryFields),
  'outlet.changed': changeBody(outletFields),
  'site.changed': changeBody(siteFields),
  'calendar-feed.changed': changeBody(calendarFeedFields),
  'partner.changed': changeBody(partnerFields),
  'resource.changed': changeBody(resourceFields),
  'template.changed': changeBody(templateFields),
  'staff.changed': changeBody(staffFields),
  'device.changed': changeBody(deviceFields),
  'sealing-key.changed': changeBody(sealingKeyFields),
  'key-wrap.changed': changeBody(keyWrapFields),
  'card-range.changed': changeBody(cardRangeFields),
  'loan.changed': changeBody(loanFields),
  'series.changed': changeBody(seriesFields),
  'session.changed': changeBody(sessionFields),
  'session.planned': sessionPlanned,
  'attendance.counted': attendanceCounted,
  'sign-up.taken': signUpTaken,
  'sign-up.corrected': signUpCorrected,
  'sign-up.followed': signUpFollowed,
  'sign-up.merged': signUpMerged,
  'sign-up.unmerged': signUpUnmerged,
  'sign-up.kept-apart': signUpKeptApart,
  'sign-up.counted': signUpCounted,
  'check-in.marked': checkInMarked,
  'checklist.ticked': checklistTicked,
  'survey.answered': surveyAnswered,
  'hand-out.given': handOutBody,
  'hand-out.lent': handOutBody,
  'hand-out.returned': handOutBody,
  'hand-out.shown': handOutBody,
  'fact.voided': factVoided,
} as const;

export type FactKind = keyof typeof factBodies;
export type FactBody<Kind extends FactKind> = v.InferOutput<(typeof factBodies)[Kind]>;

/** The schema version this app writes for every kind. */
export const factVersion = 1;

/** The largest text of one fact, in UTF-16 code units; a sealed signature fits, a photograph does not. */
export const largestFact = 262_144;

/** Levels of lists and objects in one fact. What is nested deeper could be parsed, but not stored or written again: recursion ends. */
export const deepestFact = 32;

export const factEnvelope = v.looseObject({
  id: factId,
  library: recordId,
  device: recordId,
  incarnation: recordId,
  /** 1, 2, 3 … per incarnation. Only detects gaps, clones and rollbacks; decides nothing. */
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  kind: v.pipe(v.string(), v.regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/), v.maxLength(60)),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  subject: v.object({ type: v.pipe(v.string(), v.maxLength(40), v.regex(/^[a-z]+(-[a-z]+)*$/)), id: recordId }),
  body: v.record(v.string(), v.unknown()),
  /** Device time. May lie. */
  at: instant,
  /** Server time minus device time in milliseconds, as last estimated; null while never estimated. */
  clockOffset: v.nullable(v.pipe(v.number(), v.safeInteger())),
  staff: v.nullable(recordId),
  app: line,
});
export type Fact = v.InferOutput<typeof factEnvelope>;

export function isKnownKind(kind: string): kind is FactKind {
  return Object.hasOwn(factBodies, kind);
}

/** 'session/4K7Q…': the key under which a fact is folded and by which scope is decided. */
export function subjectKey(subject: Fact['subject']): string {
  return `${subject.type}/${subject.id}`;
}

/**
 * Reads a fact's text. Problems: fact-too-large, fact-unreadable (not JSON, or too deep), fact-invalid (envelope or body, `field`
 * names the first bad path), fact-kind-unknown. Called on a device for what it pulls and on the server for what it is pushed.
 */
export function readFact(text: string): Result<Fact> {
  if (text.length > largestFact) return failed('fact-too-large', { most: largestFact });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failed('fact-unreadable'); // what it says is kept as it came; why it does not parse adds nothing for a person
  }
  if (isDeeperThan(json, deepestFact)) return failed('fact-unreadable', { deepest: deepestFact });
  const envelope = v.safeParse(factEnvelope, json);
  if (!envelope.success) return failed('fact-invalid', { field: v.getDotPath(envelope.issues[0]) ?? '' });
  const fact = envelope.output;
  if (!isKnownKind(fact.kind) || fact.version > factVersion) return failed('fact-kind-unknown', { kind: fact.kind, version: fact.version });
  if (fact.subject.type !== subjectTypeOf(fact.kind)) return failed('fact-invalid', { field: 'subject.type' });
  const body = v.safeParse(factBodies[fact.kind], fact.body);
  if (!body.success) return failed('fact-invalid', { field: `body.${v.getDotPath(body.issues[0]) ?? ''}` });
  return ok(fact);
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

/** What gives fields values: its place in the server's order decides, so its view is folded once more when that is known. */
export function isEdit(kind: string): boolean {
  return kind.endsWith('.changed') || kind === 'session.planned';
}

/** The record type a kind is about: 'site' for 'site.changed', 'session' for all that happens in one. */
export function subjectTypeOf(kind: FactKind): RecordType {
  const type = recordTypes.find((one) => kind === `${one}.changed`);
  return type ?? 'session';
}
