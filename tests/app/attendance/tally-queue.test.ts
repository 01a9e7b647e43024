// Fast thumbs on slow tablets: what shows is what gets saved, in order, once, and a save that fails says so.

import { expect, test } from 'vitest';
import { countActs } from '../../../src/app/features/attendance/acts.ts';
import { tallyOfSession, tallyPorts } from '../../../src/app/features/attendance/tally-of-session.ts';
import { createTallyQueue, shownHeads, type TallyPorts, type TallyQueue } from '../../../src/app/features/attendance/tally-queue.ts';
import { wholeLog } from '../../../src/device/store/log.ts';
import { session as readSession } from '../../../src/device/store/sessions.ts';
import { failed, ok } from '../../../src/domain/problem.ts';
import { okOf } from '../../device/a-device.ts';
import { aSessionHere, type SessionHere } from '../a-session-here.ts';

/** Until everything that shows is saved, or has failed. */
function settled(queue: TallyQueue): Promise<void> {
  return new Promise((resolve) => {
    const stop = queue.state.subscribe(({ jobs }) => {
      if (jobs.length > 0) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}

async function savedHeads({ device, session }: SessionHere) {
  return (await readSession(device.store, session))?.totals.heads;
}

async function savedActs({ device, session }: SessionHere) {
  return countActs(await wholeLog(device.store, session)).map(({ counted, voided }) => ({ ...counted, voided }));
}

test('a hundred taps at once show at once and are all saved', async () => {
  const here = await aSessionHere(1);
  const queue = tallyOfSession(here.device, here.session);
  await queue.refresh();
  for (let tap = 1; tap <= 100; tap += 1) {
    queue.add('6-11', 1, 'tap');
    expect(shownHeads(queue.state.value)).toEqual({ '6-11': tap });
  }
  await settled(queue);
  expect(await savedHeads(here)).toEqual({ '6-11': 100 });
  expect((await savedActs(here)).length).toBeLessThan(10);
});

test('the number never goes back while taps are being saved', async () => {
  const here = await aSessionHere(2);
  const queue = tallyOfSession(here.device, here.session);
  const shown: number[] = [];
  queue.state.subscribe((state) => shown.push(shownHeads(state)['6-11'] ?? 0));
  for (let round = 0; round < 20; round += 1) {
    queue.add('6-11', 1, 'tap');
    await queue.refresh();
  }
  await settled(queue);
  expect(shown).toEqual([...shown].sort((a, b) => a - b));
  expect(shown.at(-1)).toBe(20);
});

test('taps on different bands and taps back are saved in their order', async () => {
  const here = await aSessionHere(3);
  const queue = tallyOfSession(here.device, here.session);
  queue.add('0-5', 1, 'tap');
  queue.add('6-11', 1, 'tap');
  queue.add('6-11', 1, 'tap');
  queue.add('6-11', -1, 'tap');
  queue.add('6-11', 24, 'many');
  await settled(queue);
  expect(await savedActs(here)).toMatchObject([
    { band: '0-5', heads: 1 },
    { band: '6-11', heads: 2 },
    { band: '6-11', heads: -1 },
    { band: '6-11', heads: 24, way: 'many' },
  ]);
});

test('a queue asked for again is the same one, with what is on its way', async () => {
  const here = await aSessionHere(4);
  tallyOfSession(here.device, here.session).add('19+', 1, 'tap');
  const again = tallyOfSession(here.device, here.session);
  expect(shownHeads(again.state.value)).toEqual({ '19+': 1 });
  await settled(again);
  expect(await savedHeads(here)).toEqual({ '19+': 1 });
});

test('undo takes back the act it names, then the one before', async () => {
  const here = await aSessionHere(5);
  const queue = tallyOfSession(here.device, here.session);
  queue.add('6-11', 1, 'tap');
  await settled(queue);
  queue.add('19+', 3, 'many');
  await settled(queue);
  for (const left of [{ '6-11': 1 }, {}]) {
    const last = countActs(await wholeLog(here.device.store, here.session)).findLast((act) => !act.voided);
    if (last === undefined) throw new Error('an act is left');
    queue.undo({ fact: last.fact.id, band: last.counted.band, heads: last.counted.heads });
    expect(shownHeads(queue.state.value)).toEqual(left);
    await settled(queue);
    expect(await savedHeads(here)).toEqual(left);
  }
});

test('undo of a tap that is still on its way takes back that tap and no other', async () => {
  const here = await aSessionHere(6);
  const queue = tallyOfSession(here.device, here.session);
  queue.add('0-5', 1, 'tap');
  await settled(queue);
  queue.add('6-11', 1, 'tap'); // under way
  queue.undo(null);
  expect(shownHeads(queue.state.value)).toEqual({ '0-5': 1 });
  await settled(queue);
  expect(await savedHeads(here)).toEqual({ '0-5': 1 });
  expect(await savedActs(here)).toMatchObject([
    { band: '0-5', voided: false },
    { band: '6-11', voided: true },
  ]);
});

test('undo of a tap that waits behind another simply does not save it', async () => {
  const here = await aSessionHere(7);
  const queue = tallyOfSession(here.device, here.session);
  queue.add('0-5', 1, 'tap');
  queue.add('6-11', 1, 'tap');
  queue.undo(null);
  await settled(queue);
  expect(await savedActs(here)).toMatchObject([{ band: '0-5', voided: false }]);
});

test('an exact number is set over what shows, and setting what shows already saves nothing', async () => {
  const here = await aSessionHere(8);
  const queue = tallyOfSession(here.device, here.session);
  queue.add('6-11', 5, 'many');
  await settled(queue);
  queue.setExact('6-11', 30);
  expect(shownHeads(queue.state.value)).toEqual({ '6-11': 30 });
  await settled(queue);
  queue.setExact('6-11', 30);
  expect(queue.state.value.jobs).toEqual([]);
  expect(await savedActs(here)).toMatchObject([{ heads: 5 }, { heads: 25, way: 'exact' }]);
});

test('a save that fails takes the number back, keeps what failed, and can be done again', async () => {
  const here = await aSessionHere(9);
  const real = tallyPorts(here.device, here.session);
  const disk = { full: true };
  const ports: TallyPorts = { ...real, count: (job) => (disk.full ? Promise.resolve(failed('storage-full')) : real.count(job)) };
  const queue = createTallyQueue(ports);
  queue.add('6-11', 1, 'tap');
  queue.add('19+', 4, 'many');
  expect(shownHeads(queue.state.value)).toEqual({ '6-11': 1, '19+': 4 });
  await settled(queue);
  expect(shownHeads(queue.state.value)).toEqual({});
  expect(queue.state.value.failed).toMatchObject({ problem: { code: 'storage-full' }, jobs: [{ heads: 1 }, { heads: 4 }] });
  expect(await savedHeads(here)).toEqual({});

  disk.full = false;
  queue.saveAgain();
  await settled(queue);
  expect(queue.state.value.failed).toBeNull();
  expect(await savedHeads(here)).toEqual({ '6-11': 1, '19+': 4 });
});

test('what failed can be left, and counting goes on', async () => {
  const here = await aSessionHere(10);
  const real = tallyPorts(here.device, here.session);
  const once = { failed: false };
  const queue = createTallyQueue({
    ...real,
    async count(job) {
      if (once.failed) return real.count(job);
      once.failed = true;
      return failed('storage-timeout');
    },
  });
  queue.add('6-11', 1, 'tap');
  await settled(queue);
  queue.leaveFailed();
  queue.add('6-11', 1, 'tap');
  await settled(queue);
  expect(queue.state.value.failed).toBeNull();
  expect(await savedHeads(here)).toEqual({ '6-11': 1 });
});

test('what another device counted shows as soon as it is here', async () => {
  const here = await aSessionHere(11);
  const queue = tallyOfSession(here.device, here.session);
  await queue.refresh();
  okOf(await here.device.act.count(here.session, '12-18', 2, 'many')); // as a pull would change the view row
  await queue.refresh();
  expect(shownHeads(queue.state.value)).toEqual({ '12-18': 2 });
});

test('a store that cannot be read leaves the number as it was', async () => {
  const here = await aSessionHere(12);
  const real = tallyPorts(here.device, here.session);
  const queue = createTallyQueue({ ...real, count: async () => ok(null), read: () => Promise.reject(new Error('closed')) });
  queue.add('6-11', 1, 'tap');
  await settled(queue);
  expect(shownHeads(queue.state.value)).toEqual({});
});
