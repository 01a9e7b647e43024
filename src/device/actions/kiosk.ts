// Handing this device to the public, and taking it back. Whether the browser is fit for it (storage that stays, no private window) is
// for the screen to find out; here is what the device itself knows.

import { failed, ok, type Result } from '../../domain/problem.ts';
import type { Language } from '../../domain/shapes.ts';
import type { SignUpKind } from '../../domain/sign-up.ts';
import { hashPin, readPin } from '../seal/pin.ts';
import { armedKiosk, staffPins } from '../store/kiosk.ts';
import { identity } from '../store/identity.ts';
import { read } from '../store/read.ts';
import { sealingKey } from '../store/records.ts';
import { mayBeOpen, session as readSession } from '../store/sessions.ts';
import { write } from '../store/write.ts';
import type { ActionContext } from './capture.ts';

export interface KioskPlan {
  readonly session: string;
  readonly languages: readonly Language[];
  /** Needed where no member of staff has a PIN; not looked at elsewhere. */
  readonly pin: string | null;
  /** Visitors are asked how it was; else what the session says. */
  readonly survey?: boolean;
  /** On a device that does not know what the session offers; else what the session says. */
  readonly offers?: readonly SignUpKind[];
}

export function kioskActions({ store }: ActionContext) {
  return {
    /** Problems: not-enrolled, sealing-key-missing, not-found (no such session, or it is not open), input-invalid (`field` pin or languages). */
    armKiosk: async ({ session, languages, pin, survey, offers }: KioskPlan): Promise<Result<null>> => {
      const found = await read(store, () =>
        Promise.all([identity(store), sealingKey(store), readSession(store, session), staffPins(store), store.sessions.get(session)]),
      );
      if (!found.ok) return found;
      const [who, key, shown, staff, known] = found.value;
      if (who === null) return failed('not-enrolled');
      if (key === null) return failed('sealing-key-missing');
      if (shown === undefined || !mayBeOpen(shown, known)) return failed('not-found', { field: 'session' });
      if (languages.length === 0) return failed('input-invalid', { field: 'languages' });
      const chosen = staff.length > 0 ? null : readPin(pin ?? '');
      if (chosen !== null && !chosen.ok) return chosen;
      const pins = chosen === null ? staff.map((one) => one.pin) : [await hashPin(chosen.value, store.ports.random)];
      return write(store, {
        tables: ['meta'],
        read: async () => null,
        run: async (_self, _seen, store) => {
          await store.meta.put({
            key: 'kiosk',
            session,
            languages: [...languages],
            pins,
            ...(chosen === null ? {} : { chosen: true }),
            ...(survey === undefined ? {} : { survey }),
            ...(offers === undefined ? {} : { offers }),
            at: store.ports.now(),
          });
          return ok(null);
        },
      });
    },

    /** Whoever calls has checked the PIN. Answers the session the kiosk was for; null when it was none. */
    disarmKiosk: async (): Promise<Result<{ readonly session: string | null }>> =>
      write(store, {
        tables: ['meta'],
        read: (store) => armedKiosk(store),
        run: async (_self, row, store) => {
          await store.meta.delete('kiosk');
          return ok({ session: row?.session ?? null });
        },
      }),
  };
}
