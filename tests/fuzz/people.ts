// Who sends hostile requests: a stranger, devices of each level, a revoked one, and people of another library on the same server. What each
// library holds has marks in it, by which an answer that crosses is known.

import { addDays } from '../../src/domain/shapes.ts';
import { paths } from '../../src/protocol/paths.ts';
import type { Cursor } from '../../src/protocol/pull.ts';
import type { Server } from '../../src/server/create-server.ts';
import type { Maker } from '../support/facts.ts';
import { aDevice, aLibrary, anotherLibrary, aPartnersBrowser, pullAll, type TestDevice } from '../support/server.ts';

export type LibraryName = 'ours' | 'theirs';

export interface Person {
  readonly name: string;
  /** Null: nobody's. */
  readonly library: LibraryName | null;
  readonly level: 'coordinator' | 'staff' | 'kiosk' | 'partner' | 'revoked' | 'stranger';
  readonly cookie: string;
  readonly identity: TestDevice['identity'];
  readonly maker: Maker;
  readonly cursor: Cursor | null;
}

export interface Ground {
  readonly people: readonly Person[];
  /** Devices that may be revoked without loss. */
  readonly victims: readonly string[];
  /** Cookies' values, and the password: never in an answer's body. */
  readonly secrets: readonly string[];
}

/** Marks: who may see them is checked on every answer. */
export const markOf = { ours: 'MARKofOURS', theirs: 'MARKofTHEIRS' } as const satisfies Record<LibraryName, string>;
/** Persons and sealed envelopes: not for kiosks and partners. */
export const personalMark = 'PERSONAL';

export async function prepareGround(server: Server): Promise<Ground> {
  const ours = await aLibrary(server);
  const theirs = await anotherLibrary(server);
  const people: Person[] = [];
  const victims: string[] = [];
  for (const [library, coordinator] of [
    ['ours', ours],
    ['theirs', theirs],
  ] as const) {
    const staff = await aDevice(server, coordinator);
    const kiosk = await aDevice(server, coordinator, 'kiosk');
    const revoked = await aDevice(server, coordinator);
    const victim = await aDevice(server, coordinator);
    victims.push(victim.identity.device);
    await fill(staff, coordinator, markOf[library]);
    await coordinator.browser.post(paths.revoke, { device: revoked.identity.device });
    const cursor = (await pullAll(staff)).cursor;
    const partner = await aPartnersBrowser(server, coordinator, 'PARTNER00001');
    const levels = { coordinator, staff, kiosk, partner, revoked } as const;
    for (const level of ['coordinator', 'staff', 'kiosk', 'partner', 'revoked'] as const) {
      const { browser, identity, maker } = levels[level];
      people.push({ name: `${library} ${level}`, library, level, cookie: cookieOf(browser.cookies), identity, maker, cursor });
    }
  }
  const { identity, maker } = ours;
  people.push({ name: 'stranger', library: null, level: 'stranger', cookie: '', identity, maker, cursor: null });
  const secrets = people.flatMap(({ cookie }) => cookie.split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1))).filter(Boolean);
  return { people, victims, secrets: [...secrets, 'a bookmobile in the rain'] };
}

async function fill({ push, maker, identity }: TestDevice, coordinator: TestDevice, mark: string): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  const inAWeek = addDays(date, 7);
  const consent = { given: true, wording: 'en-US/2026-11', by: 'caregiver' } as const;
  const sealed = { key: 'KEY000000001', enc: 'ZW5j', box: `${personalMark}${mark}` };
  await coordinator.push([
    coordinator.maker.make('library.changed', coordinator.identity.library, {
      set: { name: `Library ${mark}`, timeZone: 'America/New_York', languages: ['en-US'] },
      base: {},
    }),
    coordinator.maker.make('sealing-key.changed', 'KEY000000001', { set: { publicKey: 'B'.repeat(87), retired: false }, base: {} }),
  ]);
  await push([
    maker.changeSession('SESSION00001', { date, title: `Storytime ${mark}`, notes: `${personalMark} ${mark}` }),
    maker.make('sign-up.taken', 'SESSION00001', { for: 'card', program: null, language: 'es-US', ageBand: '6-11', consent, sealed }),
    maker.make('partner.changed', 'PARTNER00001', {
      set: { name: `School ${mark}`, contactName: `${personalMark} ${mark}`, contactRole: '', contact: '', notes: '' },
      base: {},
    }),
    maker.make('site.changed', 'SITE00000001', { set: { name: `Site ${mark}` }, base: {} }),
    maker.make('device.changed', identity.device, { set: { name: `Tablet ${mark}` }, base: {} }),
    // Its class may be prepared by the partner (S57).
    maker.changeSession('SESSION00003', {
      date: inAWeek,
      topic: 'class_visit',
      partners: ['PARTNER00001'],
      notes: `${personalMark} ${mark}`,
    }),
    maker.count('SESSION00001', '6-11', 4),
  ]);
}

function cookieOf(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
