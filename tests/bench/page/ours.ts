// The real device in the page, driven without a screen. Names of stores are names of IndexedDB databases.
// Outboxes are filled with saveOurs, many facts to a transaction: the rows are those that as many taps would have left.

import type { FactKind } from '../../../src/domain/fact.ts';
import { ok, type Result } from '../../../src/domain/problem.ts';
import { createDevice, type Device } from '../../../src/device/device.ts';
import { delivery } from '../../../src/device/store/delivery.ts';
import { sessionLog } from '../../../src/device/store/log.ts';
import { saveOurs } from '../../../src/device/store/save-ours.ts';
import { sessionsBetween } from '../../../src/device/store/sessions.ts';

const devices = new Map<string, Device>();

export function device(name: string): Device {
  const known = devices.get(name);
  if (known !== undefined) return known;
  const made = createDevice({
    databaseName: name,
    now: Date.now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    timer: (ms, run) => {
      const waiting = setTimeout(run, ms);
      return () => clearTimeout(waiting);
    },
    http: (path, init) => fetch(path, init),
    appVersion: 'bench',
    locks: navigator.locks,
    storage: navigator.storage,
  });
  devices.set(name, made);
  return made;
}

export function good<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export async function enroll(name: string, code: string): Promise<void> {
  good(await device(name).access.enroll(code, name));
}

/** One round of the device's: it ends when nothing waits and nothing is missing. */
export async function deliver(name: string): Promise<void> {
  good(await device(name).sync.deliverNow());
}

/** Fails when the round left something undone; nothing of the bench is to be held aside. Not part of what is timed. */
export async function checkDelivered(name: string): Promise<void> {
  const { waiting, attention, filling } = await delivery(device(name).store);
  if (waiting > 0 || attention > 0 || filling !== null) throw new Error(JSON.stringify({ waiting, attention, filling }));
}

export async function count(name: string, session: string): Promise<void> {
  good(await device(name).act.count(session, '6-11', 1, 'tap'));
}

/** Facts into the outbox: mostly taps, one in twenty a sealed sign-up, one in ten a hand-out, over these sessions. */
export async function fillOutbox(name: string, sessions: readonly string[], facts: number): Promise<void> {
  const { store } = device(name);
  for (let made = 0; made < facts; made += 500) {
    const drafts = Array.from({ length: Math.min(500, facts - made) }, (_, at) => draftOf(made + at, sessions));
    const subjects = sessions.map((id) => ({ type: 'session', id }) as const);
    good(await saveOurs(store, { subjects, plan: () => ok(drafts) }));
  }
}

const envelope = { key: 'BENCHKEY0001', enc: 'k'.repeat(87), box: 's'.repeat(704) };

function draftOf(at: number, sessions: readonly string[]) {
  const subject = { type: 'session', id: sessions[at % sessions.length] ?? '' } as const;
  const draft = (kind: FactKind, body: Readonly<Record<string, unknown>>) => ({ kind, subject, body });
  if (at % 20 === 0) {
    const consent = { given: true, wording: 'en-US/2026-11', by: 'caregiver' };
    return draft('sign-up.taken', { for: 'card', program: null, language: 'es-US', ageBand: '6-11', consent, sealed: envelope });
  }
  if (at % 10 === 1) return draft('hand-out.given', { resource: null, title: 'Bookmarks', count: 2, barcode: null });
  return draft('attendance.counted', { band: '6-11', heads: 1, way: 'tap' });
}

/** The newest own facts as they lie in the store: the bytes that floors move. */
export async function newestRows(name: string, most: number): Promise<Readonly<Record<string, unknown>>[]> {
  const rows = await device(name).store.facts.orderBy('order').reverse().limit(most).toArray();
  return rows.map((row) => ({ ...row }));
}

export function list(name: string, from: string, to: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return sessionsBetween(device(name).store, from, to).then((rows) => rows.map((row) => ({ ...row })));
}

export function log(name: string, session: string): Promise<readonly unknown[]> {
  return sessionLog(device(name).store, session, 50);
}
