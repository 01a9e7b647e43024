// Stock aboard: the same on every device and on the server, whatever the order, however often a fact comes, whatever is taken back.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/domain/fact.ts';
import type { LoanFields } from '../../src/domain/loan.ts';
import { loansIn } from '../../src/domain/loans.ts';
import { applyChange, emptyRecord, type EditableRecord, looseChangeBody } from '../../src/domain/record.ts';
import { foldSession } from '../../src/domain/session.ts';
import { countedAs, type Movements, stockOf } from '../../src/domain/stock.ts';
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

const aboard = (held: Movements) => stockOf(kit, stock, held, today);

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
    const counted = countedAs(kit, 12, held, today);
    expect(counted).toEqual({ copies: 19, day: today });
    expect(stockOf(kit, counted, held, today)).toMatchObject({ aboard: 12, out: 2, moved: -5 });
    const back = loanFact(maker, 'LOAN00000001', { returnedAt: `${today}T20:00:00.000Z` }).fact;
    expect(stockOf(kit, counted, heldBy([...facts, { fact: back, seq: 9 }]), today)?.aboard).toBe(14);
    expect(stockOf(kit, counted, held, '2026-12-17')).toMatchObject({ aboard: 12, old: false });
    // The hand-outs of the day of the count are no longer among what a device holds: the number does not rise by them.
    expect(stockOf(kit, counted, { ...held, sessions: [] }, '2026-12-18')).toMatchObject({ aboard: null, counted: 19, old: true });
    expect(stockOf(kit, null, held, today)).toBeNull();
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
