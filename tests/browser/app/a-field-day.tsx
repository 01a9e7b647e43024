// A day in the field for screens: a device of a small library, its clock at 9:00 AM in New York on November 2, and screens in the
// app's own frame.

import { Dexie } from 'dexie';
import type { ComponentChild } from 'preact';
import { onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { Frame } from '../../../src/app/Frame.tsx';
import type { Text } from '../../../src/app/text/text.ts';
import { changeRecord } from '../../../src/device/actions/places.ts';
import type { Device } from '../../../src/device/device.ts';
import type { Ports } from '../../../src/device/ports.ts';
import { makeSealingKeyPair } from '../../../src/device/seal/key.ts';
import { everyTable } from '../../../src/device/store/every-table.ts';
import type { Level } from '../../../src/domain/may.ts';
import type { SessionFields } from '../../../src/domain/session.ts';
import { type Answers, anEnrolledDevice, aScreen, done, type ShownScreen } from '../a-screen.tsx';

export const today = '2026-11-02';
export const passphrase = 'river lantern orchard pencil';

/** At the coordinator's desktop unless said otherwise: it may do everything offline, and has the library's name and zone. */
export async function aDevice(level: Level = 'coordinator', answers: Answers = {}, given: Partial<Ports> = {}): Promise<Device> {
  const { device } = await anEnrolledDevice(level, answers, given);
  return device;
}

export async function aSite(device: Device, name: string): Promise<string> {
  const fields = { name, type: 'housing', address: '', notes: '', latitude: null, longitude: null, source: null, archived: false } as const;
  return (await done(device.act.changeSite(null, fields))).id;
}

export async function anOpenSession(device: Device, fields: Partial<SessionFields> = {}): Promise<string> {
  const session = { date: today, place: 'Maple Court', activityType: 'outreach_event', targetAge: '6-11', ...fields } as const;
  return (await done(device.act.startNewSession(session))).id;
}

export async function aPlannedSession(device: Device, fields: Partial<SessionFields> = {}): Promise<string> {
  const session = { date: today, place: 'Hurston Elementary', startsAt: '10:00', endsAt: '11:00', targetAge: '0-5', ...fields } as const;
  return (await done(device.act.planSession(session))).id;
}

export async function aSealingKey(device: Device): Promise<void> {
  const made = await done(device.act.makeSealingKey(passphrase, 'Alice Moreau'));
  await done(made.rehearse({ passphrase, recoveryKey: made.recoveryKey }));
  await done(made.confirm());
}

/** Without a passphrase, which takes a while: what is sealed to it, nobody opens. */
export async function aKeyToSealTo({ store }: Device): Promise<void> {
  const { id, publicKey } = await makeSealingKeyPair();
  await done(changeRecord({ store, saved: () => {} }, 'sealing-key', id, { publicKey, retired: false }));
}

/** The screen in the frame it has in the app. */
export function shown(device: Device, screen: ComponentChild, at = '/', text?: Text): ShownScreen {
  return aScreen(device, <Frame>{screen}</Frame>, at, text);
}

/** From now on this device's storage answers nothing: what a screen shows then is how it loads. */
export async function hold(device: Device): Promise<void> {
  const { store } = device;
  await store.dexie.open();
  const held = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const transaction = store.dexie.transaction('rw', [...everyTable], async () => {
    begun.resolve();
    await Dexie.waitFor(held.promise);
  });
  onTestFinished(async () => {
    held.resolve();
    await transaction;
  });
  await begun.promise;
}

/** From now on the browser's storage gives nothing and takes nothing, as a worn-out tablet's does. */
export function breakStorage(): void {
  const { objectStore } = IDBTransaction.prototype;
  IDBTransaction.prototype.objectStore = () => {
    throw new DOMException('refused by the test', 'UnknownError');
  };
  onTestFinished(() => {
    IDBTransaction.prototype.objectStore = objectStore;
  });
}

/** From now on the browser's storage takes nothing that has this text in it, until it is mended. */
export function refuseToKeep(some: string): () => void {
  const { prototype } = IDBObjectStore;
  const { add, put } = prototype;
  const refusing = (keep: typeof add): typeof add =>
    function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      if (JSON.stringify(value).includes(some)) throw new DOMException('refused by the test', 'UnknownError');
      return keep.call(this, value, key);
    };
  Object.assign(prototype, { add: refusing(add), put: refusing(put) });
  const mend = () => void Object.assign(prototype, { add, put });
  onTestFinished(mend);
  return mend;
}

/** As wide as a phone, and so tall that nothing lies half under its bars: the check would call what is covered too small to tap. */
export async function onPhone(): Promise<void> {
  await page.viewport(360, 2_400);
}

export async function onLandscapeTablet(): Promise<void> {
  await page.viewport(1180, 1_600);
}
