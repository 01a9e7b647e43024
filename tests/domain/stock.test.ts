// Stock aboard: the same on every device and on the server, whatever the order, however often a fact comes, whatever is taken back.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/domain/fact.ts';
import type { LoanFields } from '../../src/domain/loan.ts';
import { loansIn } from '../../src/domain/loans.ts';
import { applyChange, emptyRecord, type EditableRecord, looseChangeBody, plainValues } from '../../src/domain/record.ts';
import { foldSession } from '../../src/domain/session.ts';
import { countChange, countedAs, type Movements, outletsCounted, pickedUpIn, stockNear, stockOf } from '../../src/domain/stock.ts';
import * as v from 'valibot';
import { aMaker, type MadeFact, type Maker } from '../support/facts.ts';
import { randomBytesFrom } from '../support/random.ts';

const today = '2026-11-02';
const kit = 'RESOURCE0001';
const stock = { copies: 40, day: today };

function loanFact(maker: Maker, id: string, set: Partial<LoanFields>): MadeFact {
  return maker.make('loan.changed', id, { set, base: Object.fromEntries(Object.keys(set).map((field) => [field, null])) });
}

const lent = (count: number): Partial<LoanFields> => ({
  resource: kit,
  title: 'Kit',
  barcode: '30234000517861',
  count,
  to: 'card',
  lentAt: `${today}T15:00:00.000Z`,
  returnedAt: null,
  canceled: false,
});

/** What a device or the server holds once these have come in this order: repeated ones once, its own as numbered by the server. */
function heldBy(facts: readonly { readonly fact: Fact; readonly seq: number }[]): Movements {
  const once = [...new Map(facts.map((one) => [one.fact.id, one])).values()];
  const of = (type: string) =>
    Map.groupBy(
      once.filter(({ fact }) => fact.subject.type === type),
      ({ fact }) => fact.subject.id,
    );
  const sessions = [...of('session')].map(([id, placed]) => foldSession(id, placed));
  const records = [...of('loan')].map(([id, placed]) =>
    placed.toSorted((a, b) => a.seq - b.seq).reduce<EditableRecord>(folded, emptyRecord(id)),
  );
  return { sessions, loans: loansIn(records) };
}

function folded(record: EditableRecord, { fact, seq }: { readonly fact: Fact; readonly seq: number }): EditableRecord {
  const next = applyChange(record, { id: fact.id, body: v.parse(looseChangeBody, fact.body) }, seq);
  if (next === 'out-of-order') throw new Error('sorted by seq');
  return next;
}

const counted = (values: Readonly<Record<string, unknown>>) => ({ id: kit, values });
const aboard = (held: Movements) => stockOf(counted({ stock }), null, held, today);

describe('stock aboard', () => {
  test('falls and rises exactly once, in any order, with repetition, taking back, and two devices that tell the same return', () => {
    const step = fc.record({
      byOne: fc.boolean(),
      what: fc.constantFrom('give', 'lendLoose', 'backLoose', 'lend', 'back', 'show', 'void'),
      count: fc.integer({ min: 1, max: 6 }),
      pick: fc.nat({ max: 9 }),
    });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 30 }),
        fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
        (steps, shuffle) => {
          const random = randomBytesFrom(7);
          const [one, two] = [aMaker({ device: 'TABLET00001', random }), aMaker({ device: 'TABLET00002', random })];
          const made: MadeFact[] = [];
          const voidable: { readonly fact: MadeFact; readonly effect: number; voided: boolean }[] = [];
          const loans: { readonly id: string; readonly count: number; back: boolean }[] = [];
          const hand = (maker: Maker, way: 'given' | 'lent' | 'returned' | 'shown', count: number, loan: string | null) =>
            maker.make(`hand-out.${way}`, `SESSION0000${count % 3}`, {
              resource: kit,
              title: 'Kit',
              count,
              barcode: loan === null ? null : '30234000517861',
              loan,
            });
          for (const id of [0, 1, 2]) made.push(one.changeSession(`SESSION0000${id}`, { date: today }));
          for (const { byOne, what, count, pick } of steps) {
            const [maker, other] = byOne ? [one, two] : [two, one];
            const loose = { give: 'given', lendLoose: 'lent', backLoose: 'returned', show: 'shown' } as const;
            if (what === 'lend') {
              const id = `LOAN${String(loans.length).padStart(8, '0')}`;
              loans.push({ id, count, back: false });
              made.push(hand(maker, 'lent', count, id), loanFact(maker, id, lent(count)));
            } else if (what === 'back') {
              const loan = loans[pick % Math.max(loans.length, 1)];
              if (loan === undefined) continue;
              loan.back = true;
              // Both tablets take it in, neither having heard of the other.
              for (const each of pick % 2 === 0 ? [maker] : [maker, other])
                made.push(
                  hand(each, 'returned', loan.count, loan.id),
                  loanFact(each, loan.id, { returnedAt: `${today}T16:00:00.000Z`, returnedOn: today }),
                );
            } else if (what === 'void') {
              const target = voidable[pick % Math.max(voidable.length, 1)];
              if (target === undefined) continue;
              target.voided = true;
              made.push(maker.voidOf(target.fact.fact.subject.id, target.fact), other.voidOf(target.fact.fact.subject.id, target.fact));
            } else {
              const fact = hand(maker, loose[what], count, null);
              made.push(fact);
              voidable.push({ fact, effect: what === 'backLoose' ? count : what === 'show' ? 0 : -count, voided: false });
            }
          }
          const inSequence = made.map(({ fact }, at) => ({ fact, seq: at + 1 }));
          const otherOrder = [...inSequence, ...inSequence.slice(0, 5)]
            .map((placed, at) => ({ placed, by: shuffle[at % shuffle.length] ?? 0 }))
            .sort((a, b) => a.by - b.by)
            .map(({ placed }) => placed);
          const expected =
            stock.copies +
            voidable.reduce((sum, { effect, voided }) => sum + (voided ? 0 : effect), 0) -
            loans.reduce((sum, { count, back }) => sum + (back ? 0 : count), 0);
          expect(aboard(heldBy(inSequence))?.aboard).toBe(expected);
          expect(aboard(heldBy(otherOrder))).toEqual(aboard(heldBy(inSequence)));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('of a kit keeps what was prepared and picked up before, however often it is counted', () => {
    const maker = aMaker({ random: randomBytesFrom(12) });
    const days = ['2026-11-02', '2026-11-05', '2026-11-09'];
    const facts = days.flatMap((date, at) => [
      maker.changeSession(`S${at}`, { date }),
      maker.make('hand-out.given', `S${at}`, { resource: kit, title: 'Kit', count: 10, barcode: null }),
    ]);
    const held = (sessions: number) => heldBy(facts.slice(0, 2 * sessions).map(({ fact }, at) => ({ fact, seq: at + 1 })));
    const values: Record<string, unknown> = { type: 'kit', stock: { copies: 60, day: '2026-11-02' } };
    const count = (aboard: number, sessions: number, day: string) => {
      values['stock'] = countedAs({ id: kit, values }, null, aboard, held(sessions), day);
      return stockOf({ id: kit, values }, null, held(sessions), day);
    };
    const kits = (prepared: number, pickedUp: number) => ({ kits: { prepared, pickedUp, since: '2026-11-02' } });
    expect(stockOf({ id: kit, values }, null, held(1), '2026-11-02')).toMatchObject({ aboard: 50, ...kits(60, 10) });
    // As it should be; with 30 more; mistyped and set right; three are lost.
    expect(count(50, 1, '2026-11-03')).toMatchObject({ aboard: 50, ...kits(60, 10) });
    expect(count(80, 1, '2026-11-04')).toMatchObject({ aboard: 80, ...kits(90, 10) });
    expect(count(700, 2, '2026-11-05')).toMatchObject({ aboard: 700, ...kits(720, 20) });
    expect(count(70, 2, '2026-11-05')).toMatchObject({ aboard: 70, ...kits(90, 20) });
    expect(count(67, 2, '2026-11-06')).toMatchObject({ aboard: 67, ...kits(90, 20) });
    expect(stockOf({ id: kit, values }, null, held(3), '2026-11-09')).toMatchObject({ aboard: 57, ...kits(90, 30) });
    // Too long ago to know what went since: as for the first time.
    expect(count(40, 3, '2027-02-01')).toMatchObject({ kits: { prepared: 40, pickedUp: 0, since: '2027-02-01' } });
  });

  test('begins anew with a count, in which what is lent and what has moved today is put back', () => {
    const maker = aMaker({ random: randomBytesFrom(8) });
    const facts = [
      maker.changeSession('BEFORE', { date: '2026-11-01' }),
      maker.make('hand-out.given', 'BEFORE', { resource: kit, title: 'Kit', count: 30, barcode: null }),
      maker.changeSession('TODAY', { date: today }),
      maker.make('hand-out.given', 'TODAY', { resource: kit, title: 'Kit', count: 5, barcode: null }),
      loanFact(maker, 'LOAN00000001', lent(2)),
    ].map(({ fact }, at) => ({ fact, seq: at + 1 }));
    const held = heldBy(facts);
    const count = countedAs(counted({}), null, 12, held, today);
    expect(count).toEqual({ copies: 19, day: today });
    const item = counted({ stock: count });
    expect(stockOf(item, null, held, today)).toMatchObject({ aboard: 12, out: 2, moved: -5 });
    const back = loanFact(maker, 'LOAN00000001', { returnedAt: `${today}T20:00:00.000Z` }).fact;
    expect(stockOf(item, null, heldBy([...facts, { fact: back, seq: 9 }]), today)?.aboard).toBe(14);
    expect(stockOf(item, null, held, '2026-12-17')).toMatchObject({ aboard: 12, old: false });
    // The hand-outs of the day of the count are no longer among what a device holds: the number does not rise by them.
    expect(stockOf(item, null, { ...held, sessions: [] }, '2026-12-18')).toMatchObject({ aboard: null, counted: 19, old: true });
    expect(stockOf(counted({ stock: null }), null, held, today)).toBeNull();
  });
});

describe('a return told by a tablet that has not heard of the lending', () => {
  const returned = (id: string, at: string) =>
    loanFact(aMaker(), id, { barcode: '30234000517861', title: 'Atlas', returnedAt: at, returnedOn: today });

  test('ends the loan that arrives later, and not one that began after it', () => {
    const maker = aMaker();
    const lending = loanFact(maker, 'LOAN00000001', lent(1));
    const next = loanFact(maker, 'LOAN00000002', { ...lent(1), lentAt: `${today}T17:00:00.000Z` });
    const facts = [returned('LOAN00000009', `${today}T16:00:00.000Z`), lending, next].map(({ fact }, at) => ({ fact, seq: at + 1 }));
    for (const order of [facts, facts.toReversed()]) {
      const open = heldBy(order).loans.filter((loan) => loan.open);
      expect(open.map(({ id }) => id)).toEqual(['LOAN00000002']);
    }
  });
});

describe('of two vehicles', () => {
  const day = today;
  const onBoth = { ...countChange('NORTH', { copies: 20, day }), ...countChange('SOUTH', { copies: 20, day }) };
  const returnedAt = `${today}T16:00:00.000Z`;
  const placed = (made: readonly MadeFact[]) => made.map(({ fact }, at) => ({ fact, seq: at + 1 }));
  const sessions = (maker: Maker) => [
    maker.changeSession('ON-NORTH', { date: today, outlet: 'NORTH' }),
    maker.changeSession('ON-SOUTH', { date: today, outlet: 'SOUTH' }),
    maker.changeSession('NOT-SAID', { date: today }),
  ];
  const given = (maker: Maker, session: string, count: number) =>
    maker.make('hand-out.given', session, { resource: kit, title: 'Kit', count, barcode: null });
  const figures = (values: Readonly<Record<string, unknown>>, held: Movements) =>
    ['NORTH', 'SOUTH', null].map((outlet) => stockOf(counted(values), outlet, held, today)?.aboard ?? null);

  test('each count follows the sessions of its own; the one that names none follows all, as in earlier apps', () => {
    const maker = aMaker();
    const held = heldBy(
      placed([...sessions(maker), given(maker, 'ON-NORTH', 3), given(maker, 'ON-SOUTH', 4), given(maker, 'NOT-SAID', 5)]),
    );
    expect(figures({ ...onBoth, stock }, held)).toEqual([17, 16, 28]);
    const north = counted({ ...countChange('NORTH', { copies: 20, day }), stock });
    expect(stockNear(north, 'NORTH', held, today)).toMatchObject({ of: 'NORTH', stock: { aboard: 17 } });
    expect(stockNear(north, 'SOUTH', held, today)).toMatchObject({ of: null, stock: { aboard: 28 } });
    expect(stockNear(counted({}), 'SOUTH', held, today)).toBeNull();
    expect(outletsCounted({ title: 'Kit', stock, ...onBoth, 'stock:EAST': null, 'stock:WEST': 'many' })).toEqual([null, 'NORTH', 'SOUTH']);
  });

  test('two devices that count them at once both stand, whichever arrives first, beside what an earlier app counts', () => {
    const set = [countChange('NORTH', { copies: 7, day }), countChange('SOUTH', { copies: 9, day }), { stock: { copies: 40, day } }];
    const facts = set.map((one, at) =>
      aMaker({ device: `TABLET0000${at}` }).make('resource.changed', kit, { set: one, base: nothingSeen(one) }),
    );
    for (const order of [facts, facts.toReversed()]) {
      const record = placed(order).reduce<EditableRecord>(folded, emptyRecord(kit));
      expect(record.overwritten).toEqual([]);
      expect(figures(plainValues(record), { sessions: [], loans: [] })).toEqual([7, 9, 40]);
    }
  });

  test('a loan that ends on the other vehicle is aboard there, whole or in parts, by its label too, and until that is taken back', () => {
    const maker = aMaker();
    const lend = (id: string, set: Partial<LoanFields>) => loanFact(maker, id, { ...lent(1), session: 'ON-NORTH', barcode: '', ...set });
    const lentNow = [
      ...sessions(maker),
      lend('LOAN00000001', {}),
      lend('LOAN00000002', { count: 4 }),
      lend('LOAN00000003', { barcode: '39' }),
    ];
    expect(figures(onBoth, heldBy(placed(lentNow)))).toEqual([14, 20, null]);
    const whole = loanFact(maker, 'LOAN00000001', { returnedAt, returnedOn: today, returnedIn: 'ON-SOUTH' });
    const part = loanFact(maker, 'LOAN00000008', {
      ...{ resource: kit, title: 'Kit', count: 3, partOf: 'LOAN00000002', lentAt: null },
      ...{ returnedAt, returnedOn: null, returnedIn: 'ON-SOUTH' },
    });
    const alone = { resource: null, title: 'Kit', barcode: '39', lentAt: null, returnedAt, returnedOn: today, returnedIn: 'ON-SOUTH' };
    const labelled = loanFact(maker, 'LOAN00000009', alone);
    const facts = [...lentNow, whole, part, labelled];
    for (const all of [placed(facts), placed(facts).toReversed()]) expect(figures(onBoth, heldBy(all))).toEqual([14, 25, null]);
    const desk = loanFact(maker, 'LOAN00000002', { returnedAt, returnedOn: today, returnedIn: null });
    expect(figures(onBoth, heldBy(placed([...facts, desk])))).toEqual([15, 25, null]);
    const undone = loanFact(maker, 'LOAN00000001', { returnedAt: null, returnedOn: null, returnedIn: null });
    expect(figures(onBoth, heldBy(placed([...facts, undone])))).toEqual([14, 24, null]);
    expect(figures({ stock }, heldBy(placed(facts)))).toEqual([null, null, 39]);
  });

  test('a loan stays away from its vehicle when no device has its session any more', () => {
    const maker = aMaker();
    const loan = (set: Partial<LoanFields>) => heldBy(placed([loanFact(maker, 'LOAN00000001', { ...lent(2), session: 'GONE', ...set })]));
    expect(figures(onBoth, loan({ outlet: 'NORTH' }))).toEqual([18, 20, null]);
    expect(figures({ ...onBoth, stock }, loan({}))).toEqual([20, 20, 38]);
  });

  test('shows what is really there, whatever is given, lent, taken in on either and counted again', () => {
    const step = fc.record({
      on: fc.constantFrom('NORTH', 'SOUTH'),
      what: fc.constantFrom('give', 'back', 'lend', 'part', 'whole', 'count'),
      count: fc.integer({ min: 1, max: 4 }),
      pick: fc.nat({ max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const maker = aMaker({ random: randomBytesFrom(9) });
        const made = sessions(maker);
        const there = new Map([
          ['NORTH', 20],
          ['SOUTH', 20],
        ]);
        const values: Record<string, unknown> = { ...onBoth };
        const loans: { readonly id: string; out: number }[] = [];
        for (const { on, what, count, pick } of steps) {
          const out = loans.filter((one) => one.out > 0);
          const loan = out[pick % Math.max(out.length, 1)];
          const session = `ON-${on}`;
          const add = (some: number) => there.set(on, (there.get(on) ?? 0) + some);
          const back = { returnedAt, returnedOn: today, returnedIn: session };
          if (what === 'give' || what === 'back') {
            add(what === 'give' ? -count : count);
            const way = what === 'give' ? 'given' : 'returned';
            made.push(maker.make(`hand-out.${way}`, session, { resource: kit, title: 'Kit', count, barcode: null }));
          } else if (what === 'lend') {
            add(-count);
            const id = `LOAN${String(made.length).padStart(8, '0')}`;
            loans.push({ id, out: count });
            made.push(loanFact(maker, id, { ...lent(count), barcode: '', session, outlet: on }));
          } else if (what === 'count') {
            Object.assign(values, countChange(on, countedAs(counted({}), on, there.get(on) ?? 0, heldBy(placed(made)), today)));
          } else if (loan !== undefined) {
            const some = what === 'whole' ? loan.out : Math.min(count, loan.out - 1);
            if (some === 0) continue;
            add(some);
            loan.out -= some;
            const part = { resource: kit, title: 'Kit', count: some, partOf: loan.id, lentAt: null, ...back, returnedOn: null };
            made.push(
              what === 'whole' ? loanFact(maker, loan.id, back) : loanFact(maker, `PART${String(made.length).padStart(8, '0')}`, part),
            );
          }
        }
        const held = heldBy(placed(made));
        expect(figures(values, held).slice(0, 2)).toEqual([...there.values()]);
        expect(figures(values, heldBy(placed(made).toReversed())).slice(0, 2)).toEqual([...there.values()]);
      }),
      { numRuns: 300 },
    );
  });
});

test('picked up in a session is what went of its kits without a loan', () => {
  const maker = aMaker();
  const of = (resource: string, way: 'given' | 'lent' | 'returned', count: number, loan: string | null = null) =>
    maker.make(`hand-out.${way}`, 'S', { resource, title: 'Thing', count, barcode: null, loan });
  const facts = [
    of('KIT', 'given', 6),
    of('KIT', 'returned', 1),
    of('KIT', 'lent', 2, 'LOAN00000001'),
    of('BOOK', 'given', 3),
    of('BACK', 'returned', 2),
  ];
  const session = foldSession(
    'S',
    facts.map(({ fact }, at) => ({ fact, seq: at + 1 })),
  );
  expect([...pickedUpIn(session, (resource) => resource !== 'BOOK')]).toEqual([['KIT', 5]]);
});

function nothingSeen(set: object): Record<string, null> {
  return Object.fromEntries(Object.keys(set).map((field) => [field, null]));
}
