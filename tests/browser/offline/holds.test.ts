// Who holds updates back: within a tab by counting, between tabs by a lock. Two of them here are two tabs; the lock is the browser's.
import { expect, test } from 'vitest';
import { createHolds } from '../../../src/app/offline/holds.ts';

const apply = () => {
  const state = { applied: 0 };
  const work = async () => {
    state.applied += 1;
  };
  return { state, work };
};

/** Locks are granted a moment later: held means that the browser says so. */
async function untilLockIs(held: boolean): Promise<void> {
  await expect.poll(async () => (await navigator.locks.query()).held?.some((lock) => lock.name === 'wayside-updates-held')).toBe(held);
}

test('nothing is applied while a screen holds, and holding twice is let go twice', async () => {
  const holds = createHolds(navigator.locks);
  const { state, work } = apply();
  const [first, second] = [holds.hold(), holds.hold()];
  expect(holds.held.value).toBe(true);
  expect(await holds.unlessHeld(work)).toBe('held');
  first();
  first();
  expect(holds.held.value).toBe(true);
  second();
  expect(holds.held.value).toBe(false);
  await untilLockIs(false);
  expect(await holds.unlessHeld(work)).toBe('applied');
  expect(state.applied).toBe(1);
});

test('another tab that holds keeps this one from applying, until it lets go', async () => {
  const [here, there] = [createHolds(navigator.locks), createHolds(navigator.locks)];
  const { state, work } = apply();
  const release = there.hold();
  await untilLockIs(true);
  expect(here.held.value).toBe(false);
  expect(await here.unlessHeld(work)).toBe('held');
  release();
  await untilLockIs(false);
  expect(await here.unlessHeld(work)).toBe('applied');
  expect(state.applied).toBe(1);
});

test('letting go before the lock was granted leaves nothing behind', async () => {
  const holds = createHolds(navigator.locks);
  holds.hold()();
  await untilLockIs(false);
  expect(await holds.unlessHeld(async () => undefined)).toBe('applied');
});

test('without locks a tab speaks for itself alone', async () => {
  const holds = createHolds(undefined);
  const release = holds.hold();
  expect(await holds.unlessHeld(async () => undefined)).toBe('held');
  release();
  expect(await holds.unlessHeld(async () => undefined)).toBe('applied');
});
