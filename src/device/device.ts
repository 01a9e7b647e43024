// A device without its screen: store, actions, access, sync, sealing, put together from the ports it is given.

import { attendanceActions } from './actions/attendance.ts';
import { deliveryActions } from './actions/deliveries.ts';
import { lazyAccess } from './actions/lazy-access.ts';
import { lazyDesk } from './actions/lazy-desk.ts';
import { lazyKiosk } from './actions/lazy-kiosk.ts';
import { sessionActions } from './actions/sessions.ts';
import { thisDeviceActions } from './actions/this-device.ts';
import type { Ports } from './ports.ts';
import { createSealedContacts } from './sealed-contacts.ts';
import { createStore } from './store/db.ts';
import { createLazySync } from './sync/lazy-sync.ts';

/** Opens nothing and asks nobody: the store opens at its first query, sync begins with start(). */
export function createDevice(ports: Ports) {
  const store = createStore(ports);
  const sync = createLazySync(store);
  const context = { store, saved: sync.saved };
  return {
    store,
    act: {
      ...sessionActions(context),
      ...attendanceActions(context),
      ...lazyDesk(context),
      ...lazyKiosk(context),
      ...deliveryActions(context),
      ...thisDeviceActions(context),
    },
    access: lazyAccess(context),
    /** The schedule, and what places have behind them: loaded when somebody plans. */
    plan: async () => (await import('./actions/planning.ts')).planningActions(context),
    times: async () => (await import('./actions/times.ts')).timesActions(context),
    sync,
    seal: createSealedContacts(store),
  };
}

export type Device = ReturnType<typeof createDevice>;
