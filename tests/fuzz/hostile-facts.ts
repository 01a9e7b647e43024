// Facts nobody should send: texts with parts replaced, of other libraries, too deep, too large, under wrong hashes or taken ids. Each must
// be stored or held aside with a reason, and delay no other.

import { hashOf } from '../../src/protocol/hash.ts';
import type { SentFact } from '../../src/protocol/push.ts';
import { type MadeFact, sentText } from '../support/facts.ts';
import { mutated } from '../support/mutated.ts';
import type { Chance } from './chance.ts';
import type { Person } from './people.ts';

/** `others` are facts of another library. */
export function hostileFact(chance: Chance, { maker }: Person, others: readonly MadeFact[]): SentFact {
  const good = goodFact(chance, maker);
  const text = good.sent.text;
  return chance.pick<() => SentFact>([
    () => good.sent,
    () => sentText(JSON.stringify(mutated(good.fact, chance.next, chance.pick, 0.15))),
    () => sentText(JSON.stringify(mutated(good.fact, chance.next, chance.pick))),
    () => ({ hash: hashOf(`${text} `), text }),
    () => ({ hash: chance.pick(['', 'x', '\0', '=', 'A'.repeat(64)]), text }),
    () => sentText(text.slice(0, chance.below(text.length))),
    () => sentText(` ${text}\n`),
    () => sentText(text.replace('"body":{', `"body":{"__proto__":{"heads":9},"constructor":{"prototype":{"x":1}},`)),
    () => sentText(text.replace('{', '{"__proto__":{"library":"X"},')),
    () => sentText(text.replace('"number":', `"number":${chance.pick(['1e400', '-0', '9007199254740993', '1e-400', '-1', '0'])},"n":`)),
    () =>
      sentText(text.replace('"app":"', `"app":"${chance.pick(['\\ud800', '\\u0000', '\u2028', '\\udfff\\ud800', '\u202e', 'a\\u0000b'])}`)),
    () => ({ hash: hashOf(text), text: `${text}\ud800` }),
    () => sentText(text.replace('"body":{', `"body":{"deep":${'['.repeat(chance.pick([30, 33, 5_000]))}`)),
    () => sentText(text.replace('"body":{', `"body":{"deep":${deep(chance.pick([20, 31, 40, 4_000]))},`)),
    () => sentText(JSON.stringify({ ...good.fact, id: chance.pick(others).fact.id })),
    () => chance.pick(others).sent,
    () => sentText(JSON.stringify({ ...good.fact, device: chance.pick(others).fact.device })),
    () => sentText(JSON.stringify({ ...good.fact, incarnation: chance.pick(others).fact.incarnation })),
    () => maker.make('fact.voided', 'SESSION00001', { target: chance.pick(others).fact.id }).sent,
    () => maker.make('device.changed', chance.pick(others).fact.device, { set: { name: 'Mine now' }, base: {} }).sent,
    () => maker.make('library.changed', chance.pick(others).fact.library, { set: { name: 'Mine now' }, base: {} }).sent,
    () => maker.changeSession('SESSION00001', { date: chance.pick(['0001-01-01', '9999-12-31', '2024-02-29', '0099-01-01']) }).sent,
    () =>
      maker.make('library.changed', maker.library, { set: { timeZone: chance.pick(['Mars/Olympus', 'UTC', 'Etc/GMT+99', '-']) }, base: {} })
        .sent,
    () =>
      sentText(
        JSON.stringify({
          ...good.fact,
          at: chance.pick(['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '2026-02-30T00:00:00.000Z']),
        }),
      ),
    () =>
      sentText(
        JSON.stringify({
          ...good.fact,
          kind: chance.pick(['attendance.counted2', 'to-string.value-of', 'constructor.x', 'session.changed', 'a.b']),
        }),
      ),
  ])();
}

function goodFact(chance: Chance, maker: Person['maker']): MadeFact {
  return chance.pick<() => MadeFact>([
    () => maker.count('SESSION00001', '6-11', 1 + chance.below(3)),
    () => maker.changeSession('SESSION00002', { title: 'Book club', notes: 'x'.repeat(chance.below(50)) }),
    () => maker.signUp('SESSION00001', 'card'),
    () => maker.handOut('SESSION00002', 'given', 1),
    () => maker.make('site.changed', 'SITE00000002', { set: { name: 'Maple Court' }, base: {} }),
  ])();
}

function deep(levels: number): string {
  return `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
}
