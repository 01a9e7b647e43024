// What a session is called wherever it is shown: its own title, else where it is, else what is done there.

import type { SiteFields } from '../../domain/places.ts';
import { isUnknown } from '../../device/store/sessions.ts';
import { type Session, type SessionFields, unknownSession } from '../../domain/session.ts';
import type { Text } from '../text/text.ts';

/** '' when nobody has said where yet. */
export function placeOf(values: SessionFields, siteById: ReadonlyMap<string, SiteFields>): string {
  const site = values.site === null ? undefined : siteById.get(values.site);
  return site?.name ?? values.place;
}

export function sessionTitle(values: SessionFields, siteById: ReadonlyMap<string, SiteFields>, text: Text): string {
  const nothingSaid = values.date === unknownSession.date;
  return values.title || placeOf(values, siteById) || (nothingSaid ? text.sessions.joined : text.words.activityType[values.activityType]);
}

/** The quiet line beside the title: the place unless it is the title, the activity, for whom. */
export function sessionDetail(values: SessionFields, siteById: ReadonlyMap<string, SiteFields>, text: Text): string {
  const place = placeOf(values, siteById);
  const what = values.topic === 'other' ? text.words.activityType[values.activityType] : text.words.topic[values.topic];
  return [values.title === '' ? '' : place, what, text.words.targetAge[values.targetAge]].filter((part) => part !== '').join(' · ');
}

/** An open session is recorded in; so is one joined by code whose details have not arrived: somebody is counting in it right now. */
export function isRecording(session: Session): boolean {
  return session.values.status === 'open' || isUnknown(session);
}
