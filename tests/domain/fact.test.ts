// Reading a fact's text: what is taken, and what is told about what is not. Nothing that comes in may throw.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  deepestFact,
  factBodies,
  isKnownKind,
  largestFact,
  readFact,
  recordTypes,
  subjectKey,
  subjectTypeOf,
} from '../../src/domain/fact.ts';
import { anyText } from '../support/any-text.ts';
import { aFact, aMaker } from '../support/facts.ts';

const text = (parts: Record<string, unknown> = {}) => JSON.stringify({ ...aFact().fact, ...parts });
const problemOf = (read: ReturnType<typeof readFact>) => (read.ok ? null : read.problem);

describe('a fact', () => {
  test('of every kind is read', () => {
    const maker = aMaker();
    const target = maker.count('S', '6-11', 1);
    const made = [
      maker.changeSession('S', { title: 'Storytime' }),
      target,
      maker.signUp('S', 'card'),
      maker.make('sign-up.corrected', 'S', { target: target.fact.id, sealed: { key: 'K', enc: 'ZW5j', box: 'Ym94' } }),
      ...(['given', 'lent', 'returned', 'shown'] as const).map((way) => maker.handOut('S', way, 2)),
      maker.voidOf('S', target),
      maker.make('library.changed', 'L', { set: { name: 'Palmetto', languages: ['en-US', 'ht'] }, base: {} }),
      maker.make('outlet.changed', 'O', { set: { kind: 'bookmobile' }, base: { kind: null } }),
      maker.make('site.changed', 'P', { set: { latitude: 25.9, longitude: null }, base: {} }),
      maker.make('calendar-feed.changed', 'F', { set: { name: 'Events', address: 'https://events.example/ical' }, base: {} }),
      maker.make('partner.changed', 'P', { set: { contactRole: 'media specialist' }, base: {} }),
      maker.make('resource.changed', 'R', { set: { barcode: null }, base: {} }),
      maker.make('staff.changed', 'B', { set: { active: false }, base: {} }),
      maker.make('device.changed', 'D', { set: { role: 'kiosk' }, base: {} }),
      maker.make('sealing-key.changed', 'K', { set: { retired: true }, base: {} }),
      maker.make('key-wrap.changed', 'W', { set: { holder: 'Alice' }, base: {} }),
      maker.make('loan.changed', 'N', { set: { title: 'Atlas', count: 2 }, base: {} }),
      maker.make('card-range.changed', 'C', { set: { next: 3, spoiled: [1] }, base: {} }),
      maker.make('series.changed', 'Y', { set: { rule: 'FREQ=WEEKLY', until: null, staff: ['B'] }, base: {} }),
      maker.make('session.planned', 'S', { set: { title: 'Storytime', goals: ['literacy'], brings: [{ what: 'Tables', by: null }] } }),
      maker.make('sign-up.followed', 'S', { target: target.fact.id, state: 'done' }),
      maker.make('sign-up.merged', 'S', { target: target.fact.id, into: target.fact.id }),
      maker.unmerge('S', target, target),
      maker.make('sign-up.kept-apart', 'S', { target: target.fact.id, other: target.fact.id }),
      maker.make('sign-up.counted', 'S', { for: 'card', language: 'ht', ageBand: null, consentBy: 'person' }),
      maker.make('check-in.marked', 'S', { target: target.fact.id }),
      maker.make('template.changed', 'storytime', {
        set: { asksSurvey: true, checklist: [{ id: 'count', phase: 'during', text: '' }] },
        base: {},
      }),
      maker.make('checklist.ticked', 'S', { item: 'count' }),
      maker.make('survey.answered', 'S', { wording: 'w/1', agreement: { knowledge: 4 }, way: 'paper', sealed: null }),
    ];
    for (const { fact, sent } of made) expect(readFact(sent.text)).toEqual({ ok: true, value: fact });
    expect(new Set(made.map(({ fact }) => fact.kind))).toEqual(new Set(Object.keys(factBodies)));
  });

  test('keeps fields that this version does not know', () => {
    const read = readFact(text({ mood: 'sunny', body: { band: '6-11', heads: 1, way: 'tap', weather: 'rain' } }));
    expect(read).toMatchObject({ ok: true, value: { mood: 'sunny', body: { weather: 'rain' } } });
  });

  test('names its subject', () => {
    expect(subjectKey(aFact({ subject: { type: 'session', id: '4K7Q' } }).fact.subject)).toBe('session/4K7Q');
  });
});

describe('a text that is no fact', () => {
  test.each(['', '{', 'null x', '\u0000', '{"a":1,}'])('is unreadable when it is no JSON: %j', (bad) => {
    expect(problemOf(readFact(bad))).toEqual({ code: 'fact-unreadable' });
  });

  test.each(['null', '1', '"text"', '[]', '{}'])('is invalid when it is other JSON: %s', (other) => {
    expect(problemOf(readFact(other))?.code).toBe('fact-invalid');
  });

  test('is too large beyond the limit, and never parsed', () => {
    const filler = (length: number) => text({ body: { band: '6-11', heads: 1, way: 'tap', filler: 'x'.repeat(length) } });
    const most = largestFact - filler(0).length;
    expect(readFact(filler(most)).ok).toBe(true);
    expect(problemOf(readFact(filler(most + 1)))).toEqual({ code: 'fact-too-large', detail: { most: largestFact } });
  });

  test('is unreadable when it is nested so deeply that storing it would fail', () => {
    const nested = (levels: number) =>
      text({ body: { band: '6-11', heads: 1, way: 'tap' }, deep: JSON.parse('['.repeat(levels) + ']'.repeat(levels)) });
    expect(readFact(nested(deepestFact - 1)).ok).toBe(true);
    expect(problemOf(readFact(nested(deepestFact)))?.code).toBe('fact-unreadable');
    expect(problemOf(readFact(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))?.code).toBe('fact-unreadable');
    expect(problemOf(readFact(`${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`))?.code).toBe('fact-unreadable');
  });

  test.each([
    ['id', { id: 'short' }],
    ['library', { library: '' }],
    ['device', { device: 'a/b' }],
    ['number', { number: 0 }],
    ['number', { number: 1.5 }],
    ['kind', { kind: 'Attendance' }],
    ['version', { version: 0 }],
    ['subject.type', { subject: { type: 'site', id: 'S' } }],
    ['subject.id', { subject: { type: 'session', id: '../S' } }],
    ['body', { body: 'text' }],
    ['body.band', { body: [] }],
    ['at', { at: 'yesterday' }],
    ['clockOffset', { clockOffset: 0.5 }],
    ['body.heads', { body: { band: '6-11', heads: 0, way: 'tap' } }],
    ['body.heads', { body: { band: '6-11', heads: 10_000, way: 'many' } }],
    ['body.band', { body: { band: '6-12', heads: 1, way: 'tap' } }],
    ['body.way', { body: { band: '6-11', heads: 1 } }],
  ])('names the first bad field: %s', (field, parts) => {
    expect(problemOf(readFact(text(parts)))).toEqual({ code: 'fact-invalid', detail: { field } });
  });

  test('names the field of an edit, and refuses an edit of nothing', () => {
    const edit = (set: unknown) => text({ kind: 'session.changed', body: { set, base: {} } });
    expect(problemOf(readFact(edit({ date: '2026-02-30' })))).toEqual({ code: 'fact-invalid', detail: { field: 'body.set.date' } });
    expect(problemOf(readFact(edit({})))?.code).toBe('fact-invalid');
  });

  test('never leaks the value that was wrong', () => {
    expect(JSON.stringify(readFact(text({ staff: 'Jean Baptiste, 305-555-0100' })))).not.toContain('Jean');
  });

  test('of a kind or version still to come is told apart: it is kept, not invalid', () => {
    expect(problemOf(readFact(text({ kind: 'check-in.made' })))).toEqual({
      code: 'fact-kind-unknown',
      detail: { kind: 'check-in.made', version: 1 },
    });
    expect(problemOf(readFact(text({ version: 2 })))).toEqual({
      code: 'fact-kind-unknown',
      detail: { kind: 'attendance.counted', version: 2 },
    });
    expect(problemOf(readFact(text({ kind: 'to-string.changed' })))?.code).toBe('fact-kind-unknown');
  });

  test('may be anything at all', () => {
    fc.assert(fc.property(anyText(60), (any) => void readFact(any)));
    fc.assert(fc.property(fc.json(), (any) => void readFact(any)));
    fc.assert(
      fc.property(
        fc.record({ body: fc.jsonValue(), subject: fc.jsonValue(), kind: fc.constantFrom(...Object.keys(factBodies), 'constructor') }),
        (parts) => {
          readFact(text(parts));
        },
      ),
    );
  });

  test('cannot reach the prototype of anything', () => {
    const read = readFact(
      `{"__proto__":{"polluted":1},${text({ kind: 'session.changed' })
        .slice(1, -1)
        .replace(/"body":\{.*?\}/, '"body":{"set":{"__proto__":{"polluted":1},"title":"T"},"base":{"__proto__":null}}')}}`,
    );
    expect(read.ok).toBe(true);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(read.ok && 'polluted' in read.value).toBe(false);
  });
});

test('every kind is about a record type, and what can be voided happened in a session', () => {
  for (const kind of Object.keys(factBodies)) {
    if (!isKnownKind(kind)) throw new Error(kind);
    expect(recordTypes).toContain(subjectTypeOf(kind));
  }
  expect(isKnownKind('constructor')).toBe(false);
});
