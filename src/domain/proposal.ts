// What an import proposes about a session, each value with the words it was read from. It stands in the session's fields at once, so
// that the session can be held; until staff have confirmed it (`classification`) no report counts it as what it seems to be.

import * as v from 'valibot';
import type { Band } from './attendance.ts';
import type { SessionFields } from './session.ts';

export type ActivityType = SessionFields['activityType'];
export type Topic = SessionFields['topic'];
export type Format = SessionFields['format'];

/** Where it was read; 'topic': it is usual for this topic; 'usual': nothing said anything. */
export const guessedBy = ['title', 'category', 'description', 'location', 'topic', 'usual'] as const;

export interface Guess<Value extends string> {
  readonly value: Value;
  readonly by: (typeof guessedBy)[number];
  /** The words of the event that say so, folded; '' when none do. */
  readonly words: string;
  readonly sure: boolean;
}

export interface Proposal {
  readonly activityType: Guess<ActivityType>;
  readonly topic: Guess<Topic>;
  readonly format: Guess<Format>;
  readonly targetAge: Guess<Band>;
}

export const proposedFields = ['activityType', 'topic', 'format', 'targetAge'] as const;
export type ProposedField = (typeof proposedFields)[number];

const reason = v.object({ by: v.picklist(guessedBy), words: v.string(), sure: v.boolean() });
export type Reason = v.InferOutput<typeof reason>;
const reasons = v.object({ activityType: reason, topic: reason, format: reason, targetAge: reason });
export type Reasons = v.InferOutput<typeof reasons>;

/** A proposal as a session carries it: the values are the session's own fields. */
export function proposalFields(proposal: Proposal): Partial<SessionFields> {
  const { activityType, topic, format, targetAge } = proposal;
  const why = ({ by, words, sure }: Guess<string>): Reason => ({ by, words: words.slice(0, 100), sure });
  return {
    activityType: activityType.value,
    topic: topic.value,
    format: format.value,
    targetAge: targetAge.value,
    classification: 'proposed',
    proposal: { activityType: why(activityType), topic: why(topic), format: why(format), targetAge: why(targetAge) },
  };
}

/** Why a session's values were proposed; null when nobody proposed them, or a newer app did in a way this one cannot read. */
export function reasonsOf(values: Pick<SessionFields, 'proposal'>): Reasons | null {
  const read = v.safeParse(reasons, values.proposal);
  return read.success ? read.output : null;
}

/** Proposed by an import, and nobody has looked yet. A report says how many of these it left out. */
export function isProposed(values: Pick<SessionFields, 'classification'>): boolean {
  return values.classification === 'proposed';
}
