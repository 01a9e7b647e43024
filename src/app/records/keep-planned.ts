// What a device does for its schedule by itself: goes on planning series, fetches last year's numbers of the sites it will go to soon while
// there is a network, and puts right what a lying clock wrote once the server has told the time. None is urgent; what fails is tried again the
// next time.

import type { Device } from '../../device/device.ts';
import { clockTolerance, correctedNow, knownClock } from '../../device/store/clock.ts';
import { identity } from '../../device/store/identity.ts';
import { staleHistories } from '../../device/store/histories.ts';
import { read } from '../../device/store/read.ts';
import { sessionsBetween } from '../../device/store/sessions.ts';
import { addDays } from '../../domain/shapes.ts';
import { dayIn } from './library-day.ts';
import { placesOf } from './places.ts';

const daysAhead = 21;
const askAgainAfter = 20 * 3_600_000;
/** One answer of the server; the rest has its turn the next time. */
const mostPlaces = 100;

/** For as long as the app is open; begins at once. */
export function keepSchedule(device: Device, now: () => number): void {
  void keepPlanned(device, now());
  device.sync.subscribe(({ state }) => {
    if (state === 'idle') void setTimesRight(device);
  });
}

async function setTimesRight({ store, times }: Device): Promise<void> {
  const known = await read(store, () => Promise.all([identity(store), placesOf(store), knownClock(store)]));
  if (!known.ok) return;
  const [who, { zone }, { offset }] = known.value;
  if (who === null || offset === null || Math.abs(offset) <= clockTolerance) return;
  await (await times()).setTimesRight((at) => dayIn(zone, at));
}

export async function keepPlanned({ store, plan }: Device, now: number): Promise<void> {
  const found = await read(store, () => Promise.all([identity(store), placesOf(store), knownClock(store)]));
  if (!found.ok) return;
  const [who, { zone }, clock] = found.value;
  if (who === null || (who.level !== 'coordinator' && who.level !== 'staff')) return;
  const today = dayIn(zone, correctedNow(now, clock));
  const act = await plan();
  await act.keepSchedule(today);
  const stale = await read(store, async () => {
    const coming = await sessionsBetween(store, today, addDays(today, daysAhead));
    const sites = [...new Set(coming.flatMap(({ values }) => values.site ?? []))].map((id) => ({ type: 'site' as const, id }));
    return staleHistories(store, sites, now - askAgainAfter);
  });
  if (stale.ok && stale.value.length > 0) await act.askHistory(stale.value.slice(0, mostPlaces));
}
