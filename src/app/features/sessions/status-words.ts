// How a session stands, in words: open since when, finished when, planned for when.

import type { SessionFields } from '../../../domain/session.ts';
import { dayIn } from '../../records/library-day.ts';
import type { Text } from '../../text/text.ts';

export function statusWords(values: SessionFields, zone: string, text: Text): string {
  const words = text.sessions.status;
  switch (values.status) {
    case 'planned': {
      const times = text.formatting.timeRange(values.startsAt, values.endsAt);
      return words.planned([text.formatting.shortDay(values.date), times].filter((part) => part !== '').join(', '));
    }
    case 'open':
      return values.openedAt === null ? words.openUnsaid : words.open(momentIn(values.openedAt, values.date, zone, text));
    case 'closed':
      return values.closedAt === null ? words.closedUnsaid : words.closed(momentIn(values.closedAt, values.date, zone, text));
    case 'canceled':
      if (values.dropped === true) return text.schedule.dropped;
      return values.cancelReason ? text.schedule.canceledFor(values.cancelReason) : words.canceled;
  }
}

/** The time alone on the session's own day, day and time otherwise. */
function momentIn(at: string, day: string, zone: string, text: Text): string {
  return dayIn(zone, at) === day ? text.formatting.clock(at, zone) : text.formatting.moment(at, zone);
}
