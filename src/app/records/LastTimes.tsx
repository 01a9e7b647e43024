// Last year's numbers in sight of whoever plans: who came the last time, and at this time a year ago.

import { historyOfPlace } from '../../device/store/histories.ts';
import { comparedWith } from '../../domain/history.ts';
import type { Day } from '../../domain/shapes.ts';
import { useApp } from '../context.ts';
import { useLive } from '../live.ts';

export function LastTimes({ site, date }: { readonly site: string; readonly date: Day }) {
  const { device, text } = useApp();
  const live = useLive(() => historyOfPlace(device.store, { type: 'site', id: site }), [site]);
  if (live.state !== 'ready' || date === '') return null;
  const words = text.schedule;
  const { last, yearAgo } = comparedWith(live.value.history, date);
  const says = [
    last === null ? '' : words.lastTime(last.attendance, text.formatting.shortDay(last.date)),
    yearAgo === null || yearAgo === last ? '' : words.yearAgo(yearAgo.attendance, text.formatting.dayWithYear(yearAgo.date)),
  ].filter((part) => part !== '');
  return <p>{says.length === 0 ? words.noLastTime : says.join(' · ')}</p>;
}
