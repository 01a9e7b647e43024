// Editable records field by field: the server's order wins, own edits lie on top, and a value lost unseen stays for review.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange, basesOf, type EditableRecord, emptyRecord, fieldValue, plainValues } from '../../src/domain/record.ts';

interface Edit {
  readonly id: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly base?: Readonly<Record<string, string | null>>;
}

const edit = (id: string, set: Edit['set'], base: Edit['base'] = {}): Edit => ({ id: id.padEnd(22, '0'), set, base: padded(base) });
const padded = (base: NonNullable<Edit['base']>) =>
  Object.fromEntries(Object.entries(base).map(([field, fact]) => [field, fact?.padEnd(22, '0') ?? null]));

function apply(record: EditableRecord, { id, set, base = {} }: Edit, seq: number | null) {
  return applyChange(record, { id, body: { set: { ...set }, base: { ...base } } }, seq);
}

/** Folds edits that are known to be in order. */
function folded(...edits: readonly (readonly [Edit, number | null])[]): EditableRecord {
  return edits.reduce((record, [one, seq]) => {
    const next = apply(record, one, seq);
    if (next === 'out-of-order') throw new Error(`out of order: ${one.id}`);
    return next;
  }, emptyRecord('R'));
}

const first = edit('first', { name: 'Maple Court' }, { name: null });
const second = edit('second', { name: 'Maple Court Library Stop' }, { name: 'first' });
const third = edit('third', { name: 'Maple Ct' }, { name: 'first' });

describe('the order of the server', () => {
  test('decides, field by field', () => {
    const notes = edit('notes', { notes: 'ramp at the back' });
    expect(plainValues(folded([first, 1], [notes, 2], [second, 3]))).toEqual({
      name: 'Maple Court Library Stop',
      notes: 'ramp at the back',
    });
  });

  test('keeps the value that lost without being seen', () => {
    const record = folded([first, 1], [second, 2], [third, 3]);
    expect(fieldValue(record.fields['name'])).toBe('Maple Ct');
    expect(record.overwritten).toEqual([
      { field: 'name', lost: { value: 'Maple Court Library Stop', fact: second.id, base: first.id, seq: 2 }, by: third.id },
    ]);
  });

  test('has nothing to review when an edit saw what it replaced, or says the same', () => {
    expect(folded([first, 1], [second, 2]).overwritten).toEqual([]);
    const same = edit('same', { name: 'Maple Court Library Stop' }, { name: 'first' });
    expect(folded([first, 1], [second, 2], [same, 3]).overwritten).toEqual([]);
  });

  test('asks for a fold from the beginning when something belongs beneath', () => {
    expect(apply(folded([second, 5]), first, 3)).toBe('out-of-order');
  });
});

describe('own edits', () => {
  test('are shown at once, on top of what others deliver meanwhile', () => {
    const record = folded([first, 1], [second, null], [third, 2]);
    expect(fieldValue(record.fields['name'])).toBe('Maple Court Library Stop');
    expect(record.fields['name']?.current?.value).toBe('Maple Ct');
  });

  test('win when they arrive later, and then the other value is kept for review', () => {
    const record = folded([first, 1], [second, null], [third, 2], [second, 3]);
    expect(fieldValue(record.fields['name'])).toBe('Maple Court Library Stop');
    expect(record.fields['name']?.pending).toEqual([]);
    expect(record.overwritten.map(({ lost }) => lost.value)).toEqual(['Maple Ct']);
  });

  test('built on each other leave nothing to review', () => {
    const next = edit('next', { name: 'Maple Court, north gate' }, { name: 'second' });
    expect(folded([first, 1], [second, null], [next, null], [second, 2], [next, 3]).overwritten).toEqual([]);
  });

  test('confirmed in another order than they were made ask for a fold from the beginning', () => {
    const next = edit('next', { name: 'Maple Court, north gate' }, { name: 'second' });
    expect(apply(folded([first, 1], [second, null], [next, null]), next, 2)).toBe('out-of-order');
  });

  test('name as their base what is shown', () => {
    const record = folded([first, 1], [second, null]);
    expect(basesOf(record, ['name', 'notes', 'constructor'])).toEqual({ name: second.id, notes: null, constructor: null });
    expect(basesOf(undefined, ['name'])).toEqual({ name: null });
  });
});

describe('folding', () => {
  test('the same edit twice changes nothing, confirmed or not', () => {
    const waiting = folded([first, null]);
    expect(apply(waiting, first, null)).toEqual(waiting);
    const confirmed = folded([first, null], [first, 1]);
    expect(apply(confirmed, first, 1)).toEqual(confirmed);
    expect(confirmed).toEqual(folded([first, 1]));
  });

  test('takes fields with the names that every object has', () => {
    const odd = edit('odd', { constructor: 1, toString: 'x', hasOwnProperty: null }, {});
    const record = folded([odd, 1], [edit('odder', { toString: 'y' }, { toString: 'odd' }), 2]);
    expect(fieldValue(record.fields['toString'])).toBe('y');
    expect(record.overwritten).toEqual([]);
  });

  test('leaves what it was given as it was', () => {
    const before = folded([first, 1]);
    const copy = structuredClone(before);
    apply(before, second, 2);
    expect(before).toEqual(copy);
  });

  test('in whatever order the edits come, ends where a fold of the server’s order ends, and lists what was lost alike', () => {
    const fields = fc.constantFrom('name', 'notes', 'address');
    const edits = fc.array(fc.record({ field: fields, value: fc.integer({ min: 0, max: 3 }), at: fc.nat() }), { maxLength: 8 });
    fc.assert(
      fc.property(edits, (list) => {
        const all = list.map(({ field, value, at }, index) => ({ edit: edit(`e${index}`, { [field]: value }, {}), seq: index + 1, at }));
        const inOrder = (some: typeof all) =>
          folded(...some.toSorted((a, b) => a.seq - b.seq).map(({ edit: one, seq }) => [one, seq] as const));
        const { record } = all
          .toSorted((a, b) => a.at - b.at)
          .reduce<{ record: EditableRecord; had: typeof all }>(
            ({ record: before, had }, next) => {
              const after = apply(before, next.edit, next.seq);
              return { record: after === 'out-of-order' ? inOrder([...had, next]) : after, had: [...had, next] };
            },
            { record: emptyRecord('R'), had: [] },
          );
        expect(record).toEqual(inOrder(all));
      }),
    );
  });

  test('own edits confirmed one by one ends where a fold of the server’s order ends', () => {
    const fields = fc.constantFrom('name', 'notes', 'address');
    const edits = fc.array(fc.record({ field: fields, value: fc.integer({ min: 0, max: 3 }), mine: fc.boolean() }), { maxLength: 12 });
    fc.assert(
      fc.property(edits, (list) => {
        const made = list.map(({ field, value, mine }, at) => ({ edit: edit(`e${at}`, { [field]: value }, {}), mine, seq: at + 1 }));
        const all = made.map(({ edit: one, seq }) => [one, seq] as const);
        const own = made.filter(({ mine }) => mine).map(({ edit: one }) => [one, null] as const);
        expect(folded(...own, ...all)).toEqual(folded(...all));
      }),
    );
  });
});
