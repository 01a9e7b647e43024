// A session's view: totals that no order and no repetition can change, edits in the server's order, voids that come before their target.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bands, totalHeads } from '../../src/domain/attendance.ts';
import type { Fact } from '../../src/domain/fact.ts';
import {
  applyToSession,
  emptySession,
  foldSession,
  namedBy,
  type Session,
  type SessionFields,
  unknownSession,
} from '../../src/domain/session.ts';
import { aMaker, type Maker, type MadeFact } from '../support/facts.ts';
import { randomBytesFrom } from '../support/random.ts';

const id = 'SESSION00001';

function makers(): readonly [Maker, Maker] {
  const random = randomBytesFrom(1);
  return [aMaker({ device: 'TABLET00001', random }), aMaker({ device: 'TABLET00002', random })];
}

interface Placed {
  readonly fact: Fact;
  readonly seq: number | null;
}

const placed = (made: readonly MadeFact[]): Placed[] => made.map(({ fact }, at) => ({ fact, seq: at + 1 }));

/** What a device does as facts come in: each once, target looked up, a whole fold when an edit is out of order. */
function asTheyCome(facts: readonly Placed[]): Session {
  const known = new Map<string, Placed>();
  let session = emptySession(id);
  for (const one of facts) {
    if (known.has(one.fact.id)) continue;
    const target = known.get(namedBy(one.fact) ?? '')?.fact;
    known.set(one.fact.id, one);
    const next = applyToSession(session, one.fact, one.seq, target);
    session = next === 'out-of-order' ? foldSession(id, [...known.values()]) : next;
  }
  return session;
}

describe('totals', () => {
  test('are sums over what was not voided, by band, device, kind and way', () => {
    const [one, two] = makers();
    const wrong = two.count(id, '6-11', 30);
    const made = [
      one.count(id, '6-11', 3),
      two.count(id, '0-5', 2),
      one.count(id, '6-11', -1),
      wrong,
      one.signUp(id, 'card'),
      two.signUp(id, 'card'),
      two.signUp(id, 'newsletter'),
      one.handOut(id, 'given', 5),
      two.handOut(id, 'lent', 1),
      two.voidOf(id, wrong),
    ];
    expect(foldSession(id, placed(made)).totals).toEqual({
      heads: { '6-11': 2, '0-5': 2 },
      byDevice: { TABLET00001: 2, TABLET00002: 2 },
      signUps: { card: 2, newsletter: 1 },
      handOuts: { given: 5, lent: 1 },
    });
  });

  test('do not care for order, repetition, or whether a void came first', () => {
    const kinds = fc.constantFrom('count', 'signUp', 'handOut', 'void', 'voidAgain', 'edit', 'unmerge');
    const story = fc.array(fc.tuple(kinds, fc.boolean(), fc.integer({ min: -3, max: 9 }), fc.nat({ max: 4 })), {
      minLength: 1,
      maxLength: 25,
    });
    fc.assert(
      fc.property(story, fc.infiniteStream(fc.nat()), (steps, shuffle) => {
        const [one, two] = makers();
        const made: MadeFact[] = [];
        for (const [kind, byOne, amount, pick] of steps) {
          const maker = byOne ? one : two;
          const target = made.filter(({ fact }) => namedBy(fact) === undefined)[pick];
          const voids = made.filter(({ fact }) => fact.kind === 'fact.voided');
          if (kind === 'count' && amount !== 0) made.push(maker.count(id, bands[pick] ?? 'general', amount));
          if (kind === 'signUp') made.push(maker.signUp(id, pick > 2 ? 'card' : 'program'));
          if (kind === 'handOut') made.push(maker.handOut(id, pick > 2 ? 'given' : 'shown', Math.abs(amount) + 1));
          if (kind === 'edit') made.push(maker.changeSession(id, { notes: `note ${amount}` }));
          if ((kind === 'void' || kind === 'voidAgain') && target !== undefined) made.push(maker.voidOf(id, target));
          const voided = voids[pick % Math.max(voids.length, 1)];
          // Also one that names a void of another fact: whoever means harm may write it.
          if (kind === 'unmerge' && target !== undefined && voided !== undefined) made.push(maker.unmerge(id, target, voided));
          const aim = made.find(({ fact }) => fact.id === voided?.fact.body['target']);
          if (kind === 'unmerge' && aim !== undefined && voided !== undefined && amount > 3) made.push(maker.unmerge(id, aim, voided));
        }
        const inOrder = placed(made);
        const random = () => Number(shuffle.next().value) / 2 ** 31;
        const mixed = [...inOrder, ...inOrder.filter(() => random() < 0.5)]
          .map((fact) => ({ fact, by: random() }))
          .toSorted((a, b) => a.by - b.by)
          .map(({ fact }) => fact);
        const expected = foldSession(id, inOrder);
        expect(foldSession(id, mixed)).toEqual(expected);
        expect(asTheyCome(mixed)).toEqual(expected);
        expect(totalHeads(expected.totals.heads)).toBe(Object.values(expected.totals.byDevice).reduce((sum, heads) => sum + heads, 0));
      }),
    );
  });

  test('are the same before and after a receipt', () => {
    const [one] = makers();
    const made = [one.count(id, '6-11', 3), one.changeSession(id, { status: 'open' })];
    const before = asTheyCome(made.map(({ fact }) => ({ fact, seq: null })));
    expect(before.totals).toEqual(foldSession(id, placed(made)).totals);
    expect(before.values).toEqual(foldSession(id, placed(made)).values);
  });
});

describe('a merge that is taken back', () => {
  function merged() {
    const [one, two] = makers();
    const [kept, gone] = [one.signUp(id, 'card'), one.signUp(id, 'card')];
    const voided = one.voidOf(id, gone);
    const merge = one.make('sign-up.merged', id, { target: gone.fact.id, into: kept.fact.id, voided: voided.fact.id });
    return { one, two, made: [kept, gone, voided, merge], gone, voided, merge, unmerge: two.unmerge(id, gone, voided) };
  }

  test('[S53] counts both again, whatever came first', () => {
    const { made, gone, voided, merge, unmerge } = merged();
    const expected = foldSession(id, placed([...made, unmerge]));
    expect([expected.totals.signUps, expected.voids[gone.fact.id]]).toEqual([{ card: 2 }, undefined]);
    expect(asTheyCome(placed([unmerge, voided, merge, ...made]))).toEqual(expected);
    expect(asTheyCome(placed([gone, unmerge, ...made]))).toEqual(expected);
  });

  test('[S53] leaves another void of the same sign-up in force', () => {
    const { made, gone, two, unmerge } = merged();
    const wrong = two.voidOf(id, gone);
    const session = asTheyCome(placed([...made, wrong, unmerge]));
    expect([session.totals.signUps, session.voids[gone.fact.id]]).toEqual([{ card: 1 }, wrong.fact.id]);
    expect(asTheyCome(placed([unmerge, wrong, ...made.toReversed()]))).toEqual(session);
  });

  test('[S53] can be merged again', () => {
    const { made, gone, one, unmerge } = merged();
    const again = one.voidOf(id, gone);
    expect(asTheyCome(placed([...made, unmerge, again])).totals.signUps).toEqual({ card: 1 });
  });
});

describe('a void', () => {
  test('that arrives before its target holds when the target comes', () => {
    const [one, two] = makers();
    const wrong = one.count(id, '12-18', 4);
    const session = asTheyCome([
      { fact: two.voidOf(id, wrong).fact, seq: 1 },
      { fact: wrong.fact, seq: 2 },
    ]);
    expect(session.totals.heads).toEqual({});
  });

  test('given twice takes back once, and all devices name the same one', () => {
    const [one, two] = makers();
    const [right, wrong] = [one.count(id, '12-18', 1), one.count(id, '12-18', 4)];
    const [a, b] = [one.voidOf(id, wrong), two.voidOf(id, wrong)];
    const session = foldSession(id, placed([right, wrong, a, b]));
    expect(session.totals.heads).toEqual({ '12-18': 1 });
    expect(foldSession(id, placed([right, b, a, wrong]))).toEqual(session);
  });

  test('of a fact of another session takes nothing from this one', () => {
    const [one] = makers();
    const elsewhere = one.count('SESSION00002', '6-11', 5);
    const session = applyToSession(emptySession(id), one.voidOf(id, elsewhere).fact, 1, elsewhere.fact);
    expect(session).not.toBe('out-of-order');
    expect(session === 'out-of-order' ? null : session.totals).toEqual(emptySession(id).totals);
  });

  test('of an edit has no effect: edits are edited again', () => {
    const [one] = makers();
    const edit = one.changeSession(id, { notes: 'kept' });
    expect(foldSession(id, placed([edit, one.voidOf(id, edit)])).values.notes).toBe('kept');
  });
});

describe('fields', () => {
  test('are unknown until somebody says them: a tablet that joined by code counts at once', () => {
    const [one] = makers();
    const session = foldSession(id, placed([one.count(id, 'general', 1)]));
    expect(session.values).toEqual(unknownSession);
  });

  test('go by the server’s order, whatever order they came in', () => {
    const [one, two] = makers();
    const made = [
      one.changeSession(id, { title: 'Storytime', startsAt: '10:00' }),
      two.changeSession(id, { title: 'Storytime outdoors' }),
      one.changeSession(id, { startsAt: '10:30' }),
    ];
    const session = foldSession(id, placed(made));
    expect(session.values).toMatchObject({ title: 'Storytime outdoors', startsAt: '10:30' });
    expect(asTheyCome(placed(made).toReversed())).toEqual(session);
  });

  test('unsent are last: by their place in the outbox where it is known, else by number', () => {
    const [one] = makers();
    const [older, newer] = [one.changeSession(id, { notes: 'older' }).fact, one.changeSession(id, { notes: 'newer' }).fact];
    const facts = [
      { fact: newer, seq: null },
      { fact: older, seq: null },
    ];
    expect(foldSession(id, facts).values.notes).toBe('newer');
    const again = { ...newer, incarnation: 'INCARNATION2', number: 1 };
    expect(
      foldSession(id, [
        { fact: again, seq: null, order: 9 },
        { fact: { ...older, number: 50 }, seq: null, order: 8 },
      ]).values.notes,
    ).toBe('newer');
  });

  test('of a newer app survive; a value this app cannot read leaves the field as it was before anybody said it', () => {
    const [one] = makers();
    const made = one.make('session.changed', id, { set: { weather: { rain: true }, title: 'Storytime' }, base: {} });
    const strange = { ...one.changeSession(id, {}).fact, body: { set: { topic: 'astronomy_night', toString: 7 }, base: {} } };
    const session = foldSession(id, [
      { fact: made.fact, seq: 1 },
      { fact: strange, seq: 2 },
    ]);
    expect(session.values).toMatchObject({ weather: { rain: true }, title: 'Storytime', topic: 'other' });
    expect(session.fields['topic']?.current?.value).toBe('astronomy_night');
  });
});

test('a device with an odd name is counted like any other', () => {
  const odd = aMaker({ device: 'constructor', random: randomBytesFrom(2) });
  expect(foldSession(id, placed([odd.count(id, '6-11', 2), odd.count(id, '6-11', 1)])).totals.byDevice).toEqual({ constructor: 3 });
});

describe('[S47] two tablets start a session, and one finishes it', () => {
  const [one, two] = makers();
  const change = (maker: Maker, status: SessionFields['status'], base: string | null) =>
    maker.make('session.changed', id, { set: { status }, base: { status: base } });
  const planned = change(one, 'planned', null);
  const started = change(one, 'open', planned.fact.id);
  const startedToo = change(two, 'open', planned.fact.id);
  const finished = change(one, 'closed', started.fact.id);

  test('who says later that it was started does not open it again, in whatever order it is heard', () => {
    const facts = placed([planned, started, finished, startedToo]);
    const folded = foldSession(id, facts);
    expect(folded.values.status).toBe('closed');
    expect(folded.overwritten).toEqual([]);
    for (const order of [facts, facts.toReversed(), [facts[0], facts[3], facts[1], facts[2]].flatMap((fact) => fact ?? [])])
      expect(asTheyCome(order)).toEqual(folded);
  });

  test('it began when it was started first, and nobody is asked to review that', () => {
    const start = (maker: Maker, at: string) => maker.make('session.changed', id, { set: { openedAt: at }, base: { openedAt: null } });
    const folded = foldSession(id, placed([planned, start(one, '2026-11-02T14:00:00.000Z'), start(two, '2026-11-02T14:03:00.000Z')]));
    expect(folded.values.openedAt).toBe('2026-11-02T14:00:00.000Z');
    expect(folded.overwritten).toEqual([]);
  });

  test('who reopens it has seen that it was finished', () => {
    const reopened = change(two, 'open', finished.fact.id);
    expect(foldSession(id, placed([planned, started, finished, startedToo, reopened])).values.status).toBe('open');
  });

  test('who reopens it after one finish, while another finish has arrived, reopens it all the same', () => {
    const finishedToo = change(two, 'closed', started.fact.id);
    const reopened = one.make('session.changed', id, {
      set: { status: 'open', closedAt: null },
      base: { status: finished.fact.id, closedAt: finished.fact.id },
    });
    expect(foldSession(id, placed([planned, started, finished, finishedToo, reopened])).values.status).toBe('open');
  });
});
