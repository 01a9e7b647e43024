// What the parts of the screen need to name things: sessions with their place and day, staff, devices.

import { staff } from '../../../device/store/records.ts';
import type { SignUp } from '../../../device/store/sign-ups.ts';
import { sessionsBetween } from '../../../device/store/sessions.ts';
import type { Problem } from '../../../domain/problem.ts';
import { awaitedOn } from '../../../domain/programs.ts';
import type { Day } from '../../../domain/shapes.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useToday } from '../../records/library-day.ts';
import { type Places, useOwnDevice, usePlaces, useZone } from '../../records/places.ts';
import { preparingPartner } from '../../records/sign-up-maker.ts';
import { sessionTitle } from '../../records/session-words.ts';
import type { Where } from './book.ts';

export interface Desk {
  readonly places: Places;
  readonly sessionById: ReadonlyMap<string, Session>;
  readonly whereById: ReadonlyMap<string, Where>;
  readonly sessionName: (id: string) => string;
  /** '' for nobody, and for somebody who is not in the list of names. */
  readonly staffName: (id: string | null) => string;
  readonly deviceName: (id: string) => string;
  /** The device a sign-up was taken on, or the partner that prepared it. */
  readonly makerName: (signUp: Pick<SignUp, 'fact' | 'body'>) => string;
  /** The day of the planned session a sign-up is for, while it is still to come: until then it is not done (`awaitedOn`). */
  readonly awaitedOn: (programSession: string | null | undefined) => Day | null;
}

export function useDesk(): Desk | Problem | null {
  const { device, text } = useApp();
  const places = usePlaces();
  const own = useOwnDevice();
  const today = useToday(useZone());
  const live = useLive(async () => {
    const [sessions, people] = await Promise.all([sessionsBetween(device.store, '0001-01-01', '9999-12-31'), staff(device.store)]);
    return {
      sessionById: new Map(sessions.map((one) => [one.id, one])),
      whereById: new Map(sessions.map(({ id, values }) => [id, { site: values.site, date: values.date }])),
      nameById: new Map(people.map(({ id, values }) => [id, values.name])),
    };
  }, [device]);
  if (places.state === 'problem') return places.problem;
  if (live.state === 'problem') return live.problem;
  if (places.state === 'loading' || live.state === 'loading') return null;
  const { sessionById, whereById, nameById } = live.value;
  const deviceName = (id: string) =>
    id === own ? text.attendance.thisDevice : (places.value.deviceNameById.get(id) ?? text.attendance.unknownDevice);
  return {
    places: places.value,
    sessionById,
    whereById,
    sessionName: (id) => {
      const session = sessionById.get(id);
      return session === undefined ? '' : sessionTitle(session.values, places.value.siteById, text);
    },
    staffName: (id) => (id === null ? '' : (nameById.get(id) ?? '')),
    deviceName,
    makerName: (signUp) => preparingPartner(signUp, places.value, text) || deviceName(signUp.fact.device),
    awaitedOn: (programSession) => awaitedOn(sessionById.get(programSession ?? '')?.values, today),
  };
}
