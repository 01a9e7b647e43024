// The day that is in every fixture of a released store: a library set up at a desktop, a tablet that has delivered, fetched, been refused,
// and holds unsent work of every sort. When a release changes what is stored, its fixture is made from this day once more.

import { pruneDaily } from '../../src/device/sync/housekeeping.ts';
import { self } from '../../src/device/store/self.ts';
import type { ContactDetails } from '../../src/domain/sign-up.ts';
import type { TestServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, type Tablet } from './a-tablet.ts';

export const passphrase = 'seven lanterns over the quiet harbor';

export const contact: ContactDetails = {
  name: 'Èzili Núñez',
  phone: '305 555 0143',
  email: 'ezili@example.org',
  address: '12 Harbor Lane',
  birthDate: '2017-03-04',
  guardian: { name: 'Marie Núñez', relation: 'mother' },
  cardNumber: '',
  note: '“first card” – 🦕',
};

export const asked = {
  for: 'card',
  program: null,
  language: 'ht',
  ageBand: '6-11',
  consent: { given: true, wording: 'ht/2026-11', by: 'caregiver' },
} as const;

export interface ReleasedDay {
  readonly desktop: Tablet;
  /** The one to be dumped; its network is off. */
  readonly tablet: Tablet;
  /** The session it works in. */
  readonly session: string;
}

export async function aReleasedDay(server: TestServer): Promise<ReleasedDay> {
  const desktop = await aDesktop(server);
  const planned = await aPlannedSession(desktop);
  const tablet = await anEnrolledTablet(server, desktop, 1);
  const other = await anEnrolledTablet(server, desktop, 2);
  const { act, sync, store } = tablet.device;

  okOf(await act.startSession(planned));
  okOf(await act.count(planned, '6-11', 3, 'many'));
  const mistaken = okOf(await act.count(planned, 'general', 40, 'many'));
  okOf(await act.voidFact(planned, mistaken.fact?.id ?? ''));
  const signUp = okOf(await act.takeSignUp(planned, { ...asked, contact }));
  okOf(await act.handOut(planned, 'given', { resource: null, title: 'Dinosaur bookmarks', count: 12, barcode: null }));
  okOf(await sync.deliverNow());
  okOf(await other.device.sync.deliverNow());
  okOf(await other.device.act.count(planned, '0-5', 5, 'many'));
  okOf(await other.device.act.changeSession(planned, { notes: 'from the other tablet' }));
  okOf(await other.device.sync.deliverNow());
  okOf(await sync.deliverNow());

  await haveThreeHeld(tablet);
  okOf(await act.readStorage());
  await pruneDaily(store);

  for (const one of [tablet, other]) one.network.off = true;
  okOf(await other.device.act.count(planned, '12-18', 7, 'many'));
  okOf(await other.device.act.handOut(planned, 'shown', { resource: null, title: 'Telescope', count: 1, barcode: null }));
  okOf(await act.importRescue(okOf(await other.device.act.exportRescue()).text));
  await workOffline(tablet, planned, signUp.fact?.id ?? '');
  problemOf(await sync.deliverNow());
  return { desktop, tablet, session: planned };
}

const monthly = { rule: 'FREQ=MONTHLY;BYDAY=2WE', start: '2026-11-02', until: '2026-12-31', except: [] };

/** A library with one of every record, and a session for the day. */
async function aPlannedSession(desktop: Tablet): Promise<string> {
  const { act, sync } = desktop.device;
  okOf(await act.changeLibrary({ name: 'North Miami Public Library', timeZone: 'America/New_York', languages: ['en-US', 'ht'] }));
  const { id: outlet } = okOf(await act.changeOutlet(null, { name: 'Bookmobile 1', kind: 'bookmobile' }));
  const { id: site } = okOf(
    await act.changeSite(null, { name: 'Maple Court', type: 'housing', address: 'Elm St 5', latitude: 25.9, longitude: -80.2 }),
  );
  const { id: partner } = okOf(await act.changePartner(null, { name: 'Hurston Elementary', contactName: 'Dana' }));
  okOf(await act.changeResource(null, { title: 'The Snowy Day', type: 'book', barcode: '9780140501827' }));
  okOf(await act.changeStaff(null, { name: 'Bob', active: true }));
  const key = okOf(await act.makeSealingKey(passphrase, 'Alice'));
  okOf(await key.rehearse({ passphrase, recoveryKey: key.recoveryKey }));
  okOf(await key.confirm());
  okOf(
    await (await desktop.device.plan()).changeSeries(
      null,
      { site, title: 'Book club', startsAt: '16:00', endsAt: '17:00', ...monthly },
      '2026-11-02',
    ),
  );
  const { id } = okOf(await act.planSession({ date: '2026-11-02', title: 'Storytime', outlet, site, partners: [partner] }));
  okOf(await sync.deliverNow());
  return id;
}

/** What this device may not write, let through by a screen that forgot to ask: one to look at, one put away, one to be sent again. */
async function haveThreeHeld({ device: { act, sync, store } }: Tablet): Promise<void> {
  const before = await self(store);
  if (before.identity === null) throw new Error('enrolled');
  await store.self.put({ ...before, identity: { ...before.identity, level: 'coordinator' } });
  for (const name of ['First', 'Second', 'Third']) okOf(await act.changeOutlet(null, { name, kind: 'other' }));
  const after = await self(store);
  await store.self.put({ ...after, identity: before.identity });
  okOf(await sync.deliverNow());
  const [, parked, again] = await store.attention.toArray();
  okOf(await act.parkHeld(parked?.id ?? ''));
  okOf(await act.resendHeld(again?.id ?? ''));
}

async function workOffline({ device: { act } }: Tablet, session: string, signUp: string): Promise<void> {
  okOf(await act.count(session, '0-5', 2, 'tap'));
  const mistaken = okOf(await act.count(session, '0-5', 30, 'many'));
  okOf(await act.voidFact(session, mistaken.fact?.id ?? ''));
  okOf(await act.takeSignUp(session, { ...asked, for: 'newsletter', contact }));
  okOf(await act.correctSignUp(session, signUp, { ...contact, phone: '305 555 0999' }));
  for (const way of ['lent', 'returned', 'shown'] as const) {
    okOf(await act.handOut(session, way, { resource: null, title: 'The Snowy Day', count: 1, barcode: '9780140501827' }));
  }
  okOf(await act.changeSession(session, { notes: 'edited offline', topic: 'storytime' }));
  okOf(await act.finishSession(session));
  const { id } = okOf(await act.startNewSession({ date: '2026-11-02', place: 'Corner of 5th' }));
  okOf(await act.count(id, 'general', 4, 'many'));
  okOf(await act.joinSession('7K4QXW2M9P3R'));
}
