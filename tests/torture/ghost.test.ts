// That torture can fail: a ghost that is shown a store in which something is lost, doubled, changed or made up says so.

import { describe, expect, test } from 'vitest';
import { type MadeFact, aMaker } from '../support/facts.ts';
import { createGhost } from './ghost.ts';
import type { Found } from './page/torture-page.ts';

const screen = 'SCREEN000000';
const other = 'WN0000000000';
const taps = (count: number) => Array.from({ length: count }, () => ({ heads: 1, pause: 0 }) as const);
const counts = (...heads: readonly number[]) =>
  heads.map((one) => ({ verb: 'count', session: other, band: '6-11', heads: one, pause: 0 }) as const);

/** A store at rest that holds these facts and nothing else; `parts` say where it is wrong. */
function aStoreOf(facts: readonly MadeFact[], shown: number, parts: Partial<Found> = {}): Found {
  const heads = (session: string) =>
    facts.reduce((sum, { fact }) => sum + (fact.subject.id === session ? Number(fact.body['heads']) : 0), 0);
  const view = (session: string) => ({ ...noFigures, own: heads(session) });
  return {
    device: 'DEVICE000001',
    incarnation: facts[0]?.fact.incarnation ?? '',
    number: facts.length,
    delivered: 0,
    waiting: facts.length,
    above: facts.length,
    stored: 0,
    odd: 0,
    facts: facts.length,
    rows: facts.map(({ fact, sent }, at) => ({ order: at + 1, id: fact.id, ...sent })).slice(shown),
    sessions: { [screen]: view(screen), [other]: view(other) },
    ...parts,
  };
}

const noFigures = {
  attendance: 0,
  byBand: { '0-5': 0, '6-11': 0, '12-18': 0, '19+': 0, general: 0 },
  signUps: 0,
  handOuts: 0,
};

/** One life in which acts count 1 and 2 and the screen is tapped three times; two acts and two taps were called saved. */
function aLife() {
  const ghost = createGhost(screen);
  const maker = aMaker();
  const first = maker.make('attendance.counted', other, { band: '6-11', heads: 9, way: 'many' }, { app: 'bench' });
  ghost.check(aStoreOf([first], 0));
  ghost.begin({ acts: counts(1, 2, 3), taps: taps(3), moment: { at: 'any time', ms: 0 } });
  for (const act of [0, 1]) ghost.hear({ said: 'saved', act });
  ghost.hear({ said: 'screen saved', shows: 2, taps: 3 });
  const act = (heads: number) => maker.make('attendance.counted', other, { band: '6-11', heads, way: 'many' }, { app: 'bench' });
  const tap = (heads: number) => maker.make('attendance.counted', screen, { band: '6-11', heads, way: 'tap' });
  return { ghost, first, act, tap };
}

describe('the ghost of a tablet', () => {
  test('is content with what was promised, and with more of the plan', () => {
    for (const heads of [2, 3]) {
      const { ghost, first, act, tap } = aLife();
      ghost.check(aStoreOf([first, act(1), act(2), tap(heads)], 1));
      expect([...ghost.lost, ...ghost.doubled]).toEqual([]);
      expect(ghost.promised).toEqual({ facts: 2, heads: 2 });
    }
  });

  test('misses an act that was called saved', () => {
    const { ghost, first, act, tap } = aLife();
    ghost.check(aStoreOf([first, act(1), tap(2)], 1));
    expect(ghost.lost).toEqual(['2 acts were called saved, 1 are there']);
  });

  test('misses a tap that the screen called saved, and sees one too many', () => {
    const short = aLife();
    short.ghost.check(aStoreOf([short.first, short.act(1), short.act(2), short.tap(1)], 1));
    expect(short.ghost.lost).toEqual(['2 heads were called saved, at most 3 were tapped, 1 are there']);
    const long = aLife();
    long.ghost.check(aStoreOf([long.first, long.act(1), long.act(2), long.tap(4)], 1));
    expect(long.ghost.doubled).toEqual(['2 heads were called saved, at most 3 were tapped, 4 are there']);
  });

  test('sees an act that was done twice', () => {
    const { ghost, first, act, tap } = aLife();
    const [one, again] = [act(1), act(1)];
    ghost.check(aStoreOf([first, one, again, tap(2)], 1));
    expect(ghost.doubled).toEqual([`${again.fact.id} (attendance.counted) is not what count left`]);
  });

  test('misses an old fact, and sees a view without its fact', () => {
    const { ghost, first, act, tap } = aLife();
    const facts = [first, act(1), act(2), tap(2)];
    const whole = aStoreOf(facts, 1);
    ghost.check({ ...whole, facts: 3, sessions: { ...whole.sessions, [other]: { ...noFigures, own: 13 } } });
    expect(ghost.lost).toEqual(['facts in the store: 3, not 4']);
    expect(ghost.doubled).toEqual([`heads of this device in the view of ${other}: 13, not 12`]);
  });

  test('sees bytes that have changed', () => {
    const { ghost, first, act, tap } = aLife();
    const whole = aStoreOf([first, act(1), act(2), tap(2)], 1);
    const [row, ...rows] = whole.rows;
    if (row === undefined) throw new Error('there are rows');
    ghost.check({ ...whole, rows: [{ ...row, text: row.text.replace('"many"', '"tap"') }, ...rows] });
    expect(ghost.lost).toEqual([`${row.id} does not have its hash any more`]);
  });
});
