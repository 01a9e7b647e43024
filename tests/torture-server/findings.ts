// What a run of the torture knows and finds: each fact made, each receipt given, how requests were answered, and what is wrong.

import type { PushAnswer } from '../../src/protocol/push.ts';
import type { MadeFact } from '../support/facts.ts';

export interface Findings {
  /** By id: every fact ever sent. */
  readonly made: Map<string, MadeFact>;
  /** By id: the number on its receipt. */
  readonly receipted: Map<string, number>;
  /** Receipts for facts that had one already. */
  readonly repeats: () => number;
  /** How often each status came; 'none' is no answer at all. */
  readonly answers: Map<string, number>;
  readonly violations: string[];
  readonly wrong: (what: string) => void;
  readonly answered: (status: string) => void;
  /** Notes the receipts of a push, and what is wrong with them. */
  readonly take: (facts: readonly MadeFact[], answer: PushAnswer) => void;
}

/** More of the same tells nothing new. */
const mostViolations = 50;

export function createFindings(): Findings {
  const made = new Map<string, MadeFact>();
  const receipted = new Map<string, number>();
  const answers = new Map<string, number>();
  const violations: string[] = [];
  const state = { repeats: 0 };
  const wrong = (what: string) => {
    if (violations.length < mostViolations) violations.push(what);
  };
  return {
    made,
    receipted,
    repeats: () => state.repeats,
    answers,
    violations,
    wrong,
    answered: (status) => void answers.set(status, (answers.get(status) ?? 0) + 1),
    take: (facts, { receipts }) => {
      if (receipts.length !== facts.length) wrong(`${facts.length} facts were answered with ${receipts.length} receipts`);
      for (const [at, receipt] of receipts.entries()) {
        const { fact, sent } = facts[at] ?? {};
        if (fact === undefined || sent?.hash !== receipt.hash) wrong('a receipt is not for the fact that was sent');
        else if (receipt.state === 'held') wrong(`a good fact was held aside: ${receipt.code} ${receipt.field ?? ''}`);
        else {
          const before = receipted.get(fact.id);
          if (before !== undefined) state.repeats += 1;
          if (before !== undefined && before !== receipt.seq) wrong(`fact ${fact.id} had number ${before} and has ${receipt.seq}`);
          receipted.set(fact.id, receipt.seq);
        }
      }
    },
  };
}
