// Whether this device may be handed over for a session, looked at anew when what it depends on changes.

import { useEffect } from 'preact/hooks';
import { identity } from '../../../device/store/identity.ts';
import { staffPins } from '../../../device/store/kiosk.ts';
import { libraryRecord, sealingKey } from '../../../device/store/records.ts';
import { mayBeOpen, session as readSession } from '../../../device/store/sessions.ts';
import { readStorage } from '../../../device/store/storage-answers.ts';
import type { Store } from '../../../device/store/db.ts';
import { useApp } from '../../context.ts';
import { type Live, useLive } from '../../live.ts';
import { hindrancesOf, isInstalled, isIos } from './hindrances.ts';

type Readiness = Awaited<ReturnType<typeof readinessOf>>;

export function useReadiness(session: string): Live<Readiness> {
  const { device } = useApp();
  useEffect(() => {
    // What the browser said last may be long ago; a problem of the store shows in the query below.
    void readStorage(device.store);
  }, [device]);
  return useLive(() => readinessOf(device.store, session), [device, session]);
}

async function readinessOf(store: Store, id: string) {
  const [who, key, library, session, known, pins, storage] = await Promise.all([
    identity(store),
    sealingKey(store),
    libraryRecord(store),
    readSession(store, id),
    store.sessions.get(id),
    staffPins(store),
    store.meta.get('storage'),
  ]);
  const answers = storage?.key === 'storage' ? storage : { persisted: null, quota: null };
  return {
    session: session ?? null,
    languages: library?.values.languages ?? (['en-US'] as const),
    pinNames: pins.map((one) => one.name),
    isKioskDevice: who?.level === 'kiosk',
    hindrances: hindrancesOf({
      persisted: answers.persisted,
      quota: answers.quota,
      ios: isIos(navigator),
      installed: isInstalled(navigator, (query) => matchMedia(query).matches),
      hasKey: key !== null,
      sessionOpen: session !== undefined && mayBeOpen(session, known),
    }),
  };
}
