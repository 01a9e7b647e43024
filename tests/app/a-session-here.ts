// An enrolled device with one open session, on a store in memory: what the pure parts of screens are tried on.

import { onTestFinished } from 'vitest';
import { createDevice, type Device } from '../../src/device/device.ts';
import { becomeDevice } from '../../src/device/store/become.ts';
import type { SessionFields } from '../../src/domain/session.ts';
import { anIdentity, okOf, portsFor } from '../device/a-device.ts';

export interface SessionHere {
  readonly device: Device;
  readonly session: string;
}

export async function aSessionHere(seed: number, fields: Partial<SessionFields> = {}): Promise<SessionHere> {
  const device = createDevice(portsFor(seed));
  onTestFinished(() => {
    device.sync.stop();
    device.store.dexie.close();
  });
  okOf(await becomeDevice(device.store, anIdentity(seed)));
  const { id } = okOf(await device.act.startNewSession({ date: '2026-11-02', place: 'Maple Court', targetAge: '6-11', ...fields }));
  return { device, session: id };
}
