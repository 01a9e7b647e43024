// A session's field and its value in words, for comparing two values. A field or value of a newer version is shown as it is.

import * as v from 'valibot';
import { type SessionFields, sessionFields } from '../../../domain/session.ts';
import type { Places } from '../../records/places.ts';
import type { Text } from '../../text/text.ts';

export function fieldName(field: string, text: Text): string {
  const { staff, devices, goals, brings, reason: cancelReason } = text.schedule;
  const { notes: sharedNotes } = text.shared;
  const names: Readonly<Record<string, string>> = {
    ...text.sessionSteps.overwritten.field,
    ...{ staff, devices, goals, brings, cancelReason, sharedNotes },
  };
  return names[field] ?? text.sessionSteps.overwritten.otherField;
}

export function valueWords(field: string, value: unknown, places: Places, text: Text): string {
  const read = v.safeParse(v.partial(sessionFields), { [field]: value });
  if (!read.success) return JSON.stringify(value);
  return known(read.output, places, text) || text.sessionSteps.overwritten.empty;
}

/** `one` has a single field. */
function known(one: Partial<SessionFields>, places: Places, text: Text): string {
  const { words, formatting } = text;
  if (one.site) return places.siteById.get(one.site)?.name ?? one.site;
  if (one.outlet) return places.outletById.get(one.outlet)?.name ?? one.outlet;
  if (one.partners) return formatting.list(one.partners.map((id) => places.partnerById.get(id)?.name ?? id));
  if (one.staff) return formatting.number(one.staff.length);
  if (one.devices) return formatting.list(one.devices.map((id) => places.deviceNameById.get(id) ?? id));
  if (one.goals) return formatting.list(one.goals.map((goal) => text.schedule.goal[goal]));
  if (one.brings) return formatting.list(one.brings.map(({ what }) => what));
  if (one.cancelReason) return one.cancelReason;
  if (one.activityType) return words.activityType[one.activityType];
  if (one.topic) return words.topic[one.topic];
  if (one.format) return words.format[one.format];
  if (one.targetAge) return words.targetAge[one.targetAge];
  if (one.status) return words.status[one.status];
  if (one.date) return formatting.dayWithYear(one.date);
  const time = one.startsAt ?? one.endsAt;
  if (time) return formatting.time(time);
  const at = one.openedAt ?? one.closedAt;
  if (at) return formatting.moment(at, places.zone);
  return one.place ?? one.title ?? one.notes ?? one.sharedNotes ?? one.source ?? '';
}
