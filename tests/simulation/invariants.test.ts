// The observer's own checks, each seen to fail: what no planted mistake of the list reaches.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { Fact } from '../../src/domain/fact.ts';
import { ok, failed } from '../../src/domain/problem.ts';
import { differenceIn } from './arithmetic.ts';
import { createGhost, type ServerRow } from './ghost.ts';
import { clearIn, textOfBackup } from './invariants/at-end.ts';
import { isIn } from './invariants/following.ts';
import { differenceInLoans } from './invariants/loans.ts';
import { differentTable } from './invariants/newer-store.ts';
import { halfIn, hasEnded, savingOn, type SavingByPage, wasMade } from './invariants/saving.ts';

const page = 't1/1';

function aFact(given: Pick<Fact, 'id' | 'kind' | 'body'> & Partial<Fact>): Fact {
  return {
    ...{ library: 'LIBRARY00001', device: 'DEVICE000001', incarnation: 'INCARNATION1', number: 1, version: 1 },
    ...{ subject: { type: 'session', id: 'SESSION00001' }, at: '2026-11-02T14:00:00.000Z', clockOffset: null, staff: null, app: 'test' },
    ...given,
  };
}

function aRow(fact: Fact, seq: number): ServerRow {
  const { id, device, incarnation, kind, subject, number } = fact;
  const maker = `${incarnation}/${number}`;
  const rest = { hash: '', carrier: device, receivedAt: fact.at, subject: `${subject.type}/${subject.id}` };
  return { ...{ seq, id, kind, device, incarnation, maker, text: JSON.stringify(fact) }, ...rest };
}

const count = aFact({ id: 'count', kind: 'attendance.counted', body: { band: '0-5', heads: 2, way: 'tap' } });

test('[I7] a refused count that is on the disk is seen, whatever else is saved meanwhile', () => {
  const ghost = createGhost();
  const pages: SavingByPage = new Map();
  savingOn(pages, page).open = 2;
  wasMade(ghost, pages, page, count);
  hasEnded(ghost, pages, page, ok({ fact: aFact({ id: 'another', kind: 'attendance.counted', body: {} }) }));
  expect(ghost.state.violation).toBeNull();
  hasEnded(ghost, pages, page, failed('storage-full'));
  expect(ghost.state.violation?.invariant).toBe('I7');
});

test('[I7] a fact that is saved when its action has been refused already is seen; after a time-out nobody can know', () => {
  for (const [code, invariant] of [
    ['storage-full', 'I7'],
    ['storage-timeout', undefined],
  ] as const) {
    const ghost = createGhost();
    const pages: SavingByPage = new Map();
    savingOn(pages, page).open = 1;
    hasEnded(ghost, pages, page, failed(code));
    wasMade(ghost, pages, page, count);
    expect(ghost.state.violation?.invariant).toBe(invariant);
  }
});

test('[I7] a hand-out without its loan, or a loan without its hand-out, is half', () => {
  const handOut = aFact({ id: 'out', kind: 'hand-out.lent', body: { count: 1, loan: 'LOAN00000001' } });
  const subject = { type: 'loan', id: 'LOAN00000001' };
  const loan = aFact({ id: 'loan', kind: 'loan.changed', subject, body: { set: { lentAt: '2026-11-02T14:00:00.000Z' }, base: {} } });
  expect(halfIn([handOut])).toBe(handOut);
  expect(halfIn([loan])).toBe(loan);
  expect(halfIn([handOut, loan])).toBeUndefined();
});

test('[I2] [I11] hand-outs count by their way, once, and not when they were taken back', () => {
  const lent = aFact({ id: 'lent', kind: 'hand-out.lent', body: { resource: null, count: 2, barcode: null } });
  const voided = aFact({ id: 'void', kind: 'fact.voided', body: { target: 'lent' } });
  expect(differenceIn({ handOuts: { lent: 2 } }, [lent, lent])).toBeNull();
  expect(differenceIn({ handOuts: { lent: 4 } }, [lent, lent])).toBe('handOuts/lent is 4, by the facts 2');
  expect(differenceIn({ handOuts: { lent: 2 } }, [lent, voided])).toBe('handOuts/lent is 2, by the facts 0');
});

test('[I2] [I11] a loan that is shown as out although it came back is seen', () => {
  const subject = { type: 'loan', id: 'LOAN00000001' };
  const set = { count: 1, barcode: '', lentAt: '2026-11-02T14:00:00.000Z', returnedAt: null };
  const lent = aFact({ id: 'lent', kind: 'loan.changed', subject, body: { set, base: {} } });
  const back = aFact({ id: 'back', kind: 'loan.changed', subject, body: { set: { returnedAt: '2026-11-03T14:00:00.000Z' }, base: {} } });
  const fields = Object.fromEntries(
    Object.entries(set).map(([field, value]) => [field, { current: { value, fact: 'lent', base: null, seq: 1 }, pending: [] }]),
  );
  const shown = [{ id: subject.id, fields, overwritten: [] }];
  const facts = [{ fact: lent, seq: 1 }];
  expect(differenceInLoans(shown, new Map([[subject.id, facts]]))).toBeNull();
  expect(differenceInLoans(shown, new Map([[subject.id, [...facts, { fact: back, seq: 2 }]]]))).toContain('returnedAt');
});

test('[I22] each level has a scope of its own, and a loan leaves it by the day it came back', () => {
  const scope = { from: '2026-10-01', to: '2027-01-01' };
  const loan = (returnedOn: string | null) => [
    aRow(aFact({ id: 'loan', kind: 'loan.changed', subject: { type: 'loan', id: 'L' }, body: { set: { returnedOn }, base: {} } }), 1),
  ];
  expect(isIn({ level: 'staff', subject: 'loan/L', rows: loan(null) }, scope)).toBe(true);
  expect(isIn({ level: 'staff', subject: 'loan/L', rows: loan('2026-09-30') }, scope)).toBe(false);
  for (const subject of ['session/S', 'staff/S', 'loan/L', 'key-wrap/K'])
    expect(isIn({ level: 'kiosk', subject, rows: loan(null) }, scope)).toBe(false);
  expect(isIn({ level: 'kiosk', subject: 'site/S', rows: [] }, scope)).toBe(true);
  expect(isIn({ level: 'partner', subject: 'site/S', rows: [] }, scope)).toBe(false);
});

test('[I24] what is in clear in a backup is found, though it is packed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wayside-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'backup');
  writeFileSync(file, gzipSync('{"table":"held","row":{"sent":"CANARY1Zoë"}}\n'));
  expect(clearIn([['a backup', textOfBackup(file)]], ['CANARY2Zoë', 'CANARY1Zoë'])).toEqual({ place: 'a backup', canary: 'CANARY1Zoë' });
  expect(clearIn([['a backup', textOfBackup(file)]], ['CANARY2Zoë'])).toBeNull();
});

test('[I20] a row that was written anew into any table is seen', () => {
  const row = { key: 'cursor' };
  const before = new Map([['meta', [row]]]);
  expect(differentTable(before, new Map([['meta', [row]]]))).toBeUndefined();
  expect(differentTable(before, new Map([['meta', [{ ...row }]]]))).toBe('meta');
  expect(differentTable(before, new Map([['meta', [row, row]]]))).toBe('meta');
});
