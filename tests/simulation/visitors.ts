// What visitors do, as screens do it: they are on the roster and come, they are counted from it, they say how it was.

import { bands } from '../../src/domain/attendance.ts';
import { outcomes, scores } from '../../src/domain/survey.ts';
import type { SurveyWords } from '../../src/domain/survey-results.ts';
import { longId } from '../../src/protocol/ids.ts';
import { inSession, newCanary, retried, type Step } from './acts.ts';
import type { Chance } from './chance.ts';
import { factOf } from './ghost.ts';
import { copiesOn, ownFactsOn } from './invariants/on-commit.ts';
import type { Page } from './tablet.ts';
import { act, type World } from './world.ts';

export const visitorActs: readonly (readonly [weight: number, name: string, step: Step])[] = [
  [2, 'check-in', checkIn],
  [1, 'count-check-ins', countCheckIns],
  [2, 'survey', (world, chance) => inSession(world, chance, (page, id) => survey(world, chance, page, id))],
];

function rosterOf({ tablet: { disk } }: Page, session: string): readonly string[] {
  const subject = `session/${session}`;
  const texts = [
    ...ownFactsOn(disk).flatMap((row) => (row.subject === subject ? [row.text] : [])),
    ...copiesOn(disk).flatMap((row) => (row.subject === subject ? row.facts.map(({ text }) => text) : [])),
  ];
  return texts.map(factOf).flatMap(({ id, kind }) => (kind === 'sign-up.taken' ? [id] : []));
}

function checkIn(world: World, chance: Chance): undefined {
  inSession(world, chance, (page, session) => {
    const roster = rosterOf(page, session);
    if (roster.length > 0) act(world, page, ({ device }) => device.act.checkIn(session, chance.one(roster)));
  });
}

function countCheckIns(world: World, chance: Chance): undefined {
  inSession(world, chance, (page, session) =>
    act(world, page, ({ device }) => device.act.countCheckIns(session, chance.one(bands), rosterOf(page, session))),
  );
}

/** With words of one's own, which are sealed. */
export function survey(world: World, chance: Chance, page: Page, session: string): undefined {
  const token = longId(chance.bytes);
  const words: SurveyWords = chance.is(0.6) ? { liked: newCanary(world, chance) } : {};
  const answer = {
    ...({ wording: 'own/1', way: 'paper', token } as const),
    agreement: { [chance.one(outcomes)]: chance.one(scores) },
    words,
  };
  const save = (again: boolean): void =>
    act(
      world,
      page,
      ({ device }) => device.act.answerSurvey(session, answer),
      (result) => retried(world, page, token, result.ok ? null : result.problem.code, again ? null : () => save(true)),
    );
  save(false);
}
