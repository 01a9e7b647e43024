// Says that an imported timetable of stops runs out soon, to who may import it again: nothing else plans on from its last week.

import { identity } from '../../../device/store/identity.ts';
import { sessionsBetween } from '../../../device/store/sessions.ts';
import { daysAhead } from '../../../domain/days-known.ts';
import { may } from '../../../domain/may.ts';
import { addDays, type Day } from '../../../domain/shapes.ts';
import { daysBeforeEnd, timetableEnd, timetableOf } from '../../../domain/timetable-end.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';

export function TimetableEnd({ today }: { readonly today: Day }) {
  const { device, text } = useApp();
  const live = useLive(async () => {
    const who = await identity(device.store);
    if (who === null || !may(who.level, 'import.stops')) return null;
    const soon = addDays(today, daysBeforeEnd);
    const near = await sessionsBetween(device.store, addDays(today, -daysBeforeEnd), soon);
    // A library without a timetable is spared the months ahead.
    if (near.every(({ values }) => timetableOf(values.source) === null)) return null;
    const later = await sessionsBetween(device.store, addDays(soon, 1), addDays(today, daysAhead));
    return timetableEnd([...near, ...later], today);
  }, [today]);
  if (live.state !== 'ready' || live.value === null) return null; // a reading that fails is told by the list itself
  return (
    <Notice
      tone="info"
      title={text.schedule.timetableEnd(text.formatting.day(live.value))}
      actions={
        <LinkButton icon="upload" href={routes.importStops}>
          {text.settings.importStops}
        </LinkButton>
      }
    >
      {text.schedule.timetableEndText}
    </Notice>
  );
}
