// The kiosk's and the PINs' actions as the page has them: a part of its own, loaded when somebody hands a device over or types a PIN.

import type { ActionContext } from './capture.ts';
import type { kioskActions } from './kiosk.ts';
import type { pinActions } from './pins.ts';

export function lazyKiosk(context: ActionContext): ReturnType<typeof pinActions> & ReturnType<typeof kioskActions> {
  const pins = () => import('./pins.ts').then((part) => part.pinActions(context));
  const kiosk = () => import('./kiosk.ts').then((part) => part.kioskActions(context));
  return {
    setPin: async (staff, typed) => (await pins()).setPin(staff, typed),
    checkPin: async (typed, staff) => (await pins()).checkPin(typed, staff),
    armKiosk: async (plan) => (await kiosk()).armKiosk(plan),
    disarmKiosk: async () => (await kiosk()).disarmKiosk(),
  };
}
