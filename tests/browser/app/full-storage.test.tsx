// [I6] [I7] Storage that refuses at any write of a save: the act says so, and nothing of it is in the store. Each act is tried with the first
// write refused, then the second, until it goes through; on the browser's own IndexedDB.

import { expect, onTestFinished, test } from 'vitest';
import type { Device } from '../../../src/device/device.ts';
import { everyTable } from '../../../src/device/store/every-table.ts';
import type { Result } from '../../../src/domain/problem.ts';
import { done } from '../a-screen.tsx';
import { aDevice, anOpenSession, aSealingKey, today } from './a-field-day.tsx';

interface Act {
  readonly what: string;
  /** It is sealed, which needs a key; making one takes a while. */
  readonly sealed?: boolean;
  readonly run: (device: Device, session: string) => Promise<Result<unknown>>;
}

const contact = { name: 'A made-up child', phone: '305 555 0147', email: '', address: '', birthDate: null, guardian: null };
const signUp = {
  for: 'newsletter',
  program: null,
  language: 'es-US',
  ageBand: null,
  consent: { given: true, wording: 'en-US/2026-11', by: 'person' },
  contact: { ...contact, cardNumber: '', note: '' },
} as const;

const acts: readonly Act[] = [
  { what: 'a tap', run: ({ act }, id) => act.count(id, '6-11', 1, 'tap') },
  { what: 'an exact number', run: ({ act }, id) => act.countExact(id, '6-11', 40) },
  { what: 'a hand-out', run: ({ act }, id) => act.handOut(id, 'given', { resource: null, title: 'Bookmarks', count: 1, barcode: null }) },
  { what: 'a sign-up', sealed: true, run: ({ act }, id) => act.takeSignUp(id, signUp) },
  { what: 'notes', run: ({ act }, id) => act.changeSession(id, { notes: 'Bring more dinosaur books.' }) },
  { what: 'a new session', run: ({ act }) => act.startNewSession({ date: today, place: 'Night Market' }) },
  { what: 'the end of a session', run: ({ act }, id) => act.finishSession(id) },
  { what: 'a session joined by its code', run: ({ act }) => act.joinSession('4K7Q9XTM2BHC') },
];

test.each(acts)('$what is whole or not there, whichever write is refused', async ({ run, sealed = false }) => {
  const device = await aDevice();
  if (sealed) await aSealingKey(device);
  const session = await anOpenSession(device);
  await done(device.act.count(session, '6-11', 5, 'many'));
  const before = await stored(device);
  const refusals: string[] = [];
  for (let allowed = 0; ; allowed++) {
    const mend = refuseWritesAfter(allowed);
    const result = await run(device, session);
    mend();
    if (result.ok) break;
    refusals.push(result.problem.code);
    expect(await stored(device)).toEqual(before);
  }
  // At least the fact or row itself and what counts it; each refusal is the one that tells a person what to do.
  expect(refusals.length).toBeGreaterThan(0);
  expect(new Set(refusals)).toEqual(new Set(['storage-full']));
  expect(await stored(device)).not.toEqual(before);
});

/** From the write after so many on, the disk is full. */
function refuseWritesAfter(allowed: number): () => void {
  const { put, add } = IDBObjectStore.prototype;
  const state = { left: allowed };
  const guarded = (write: typeof put) =>
    function (this: IDBObjectStore, ...given: Parameters<typeof put>): ReturnType<typeof put> {
      state.left -= 1;
      if (state.left < 0) throw new DOMException('refused by the test', 'QuotaExceededError');
      return write.apply(this, given);
    };
  IDBObjectStore.prototype.put = guarded(put);
  IDBObjectStore.prototype.add = guarded(add);
  const mend = () => {
    IDBObjectStore.prototype.put = put;
    IDBObjectStore.prototype.add = add;
  };
  onTestFinished(mend);
  return mend;
}

async function stored({ store }: Device): Promise<unknown> {
  return Object.fromEntries(await Promise.all(everyTable.map(async (table) => [table, await store[table].toArray()])));
}
