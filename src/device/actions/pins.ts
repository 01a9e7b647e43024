// PINs of staff: set, taken away, and asked for. Wrong ones make the next try wait, longer each time, and neither a reload nor a clock
// set back shortens that: a try is counted in the store before it is looked at.

import type { PinHash } from '../../domain/places.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { hashPin, pinFits, readPin } from '../seal/pin.ts';
import type { Store } from '../store/db.ts';
import { editOf } from '../store/draft.ts';
import { armedKiosk, staffPins } from '../store/kiosk.ts';
import type { PinTriesRow } from '../store/meta.ts';
import { read } from '../store/read.ts';
import { write } from '../store/write.ts';
import { type ActionContext, capture } from './capture.ts';

/** Wrong tries that cost nothing: a thumb slips. */
const free = 3;
const firstWait = 30_000;
const longestWait = 15 * 60_000;

export function pinActions(context: ActionContext) {
  const { store } = context;
  return {
    /** 4 to 6 digits; null takes the PIN away. Problem besides storage's: input-invalid (`field` pin). */
    setPin: async (staff: string, typed: string | null): Promise<Result<null>> => {
      const pin = typed === null ? ok(null) : readPin(typed);
      if (!pin.ok) return pin;
      const hash = pin.value === null ? null : await hashPin(pin.value, store.ports.random);
      const subject = { type: 'staff', id: staff } as const;
      const saved = await capture(context, {
        subjects: [subject],
        plan: (seen) => ok(editOf(seen.record('staff', staff), subject, { pin: hash })),
      });
      return saved.ok ? ok(null) : saved;
    },

    /**
     * That of `staff`; null asks for any that lets staff back in: one of the staff's, and that chosen as the kiosk was armed, also when
     * somebody has been given one since. Problems: pin-wrong, pin-wait (`retryAfter` seconds).
     */
    checkPin: async (typed: string, staff: string | null = null): Promise<Result<{ readonly staff: string | null }>> => {
      const fitting = await read(store, () => fittingPins(store, staff));
      if (!fitting.ok) return fitting;
      const counted = await countTry(store);
      if (!counted.ok) return counted;
      const pin = readPin(typed);
      const fits = pin.ok ? await Promise.all(fitting.value.map((one) => pinFits(pin.value, one.pin))) : [];
      const right = fitting.value[fits.indexOf(true)];
      if (right === undefined) {
        const wait = waitAfter(counted.value);
        return { ok: false, problem: { code: 'pin-wrong', ...(wait > 0 ? after(wait) : {}) } };
      }
      const forgotten = await forgetTries(store);
      return forgotten.ok ? ok({ staff: right.staff }) : forgotten;
    },
  };
}

async function fittingPins(
  store: Store,
  staff: string | null,
): Promise<readonly { readonly staff: string | null; readonly pin: PinHash }[]> {
  const pins = await staffPins(store);
  if (staff !== null) return pins.filter((one) => one.staff === staff);
  const armed = await armedKiosk(store);
  if (armed === null || (pins.length > 0 && armed.chosen !== true)) return pins;
  return [...pins, ...armed.pins.map((pin) => ({ staff: null, pin }))];
}

/** Answers how many wrong tries there are with this one. Problem: pin-wait; then this one is not looked at, and not counted. */
async function countTry(store: Store): Promise<Result<number>> {
  const counted = await write(store, {
    tables: ['meta'],
    read: (store) => triesRow(store),
    run: async (_self, tries, store) => {
      const now = store.ports.now();
      const wait = waitLeft(tries, now);
      // A clock that was set back: the whole wait begins again.
      if (wait > 0 && now < tries.at) await store.meta.put({ ...tries, at: now });
      if (wait > 0) return ok({ wait, wrong: tries.wrong });
      await store.meta.put({ key: 'pin-tries', wrong: tries.wrong + 1, at: now });
      return ok({ wait, wrong: tries.wrong + 1 });
    },
  });
  if (!counted.ok) return counted;
  return counted.value.wait > 0 ? { ok: false, problem: { code: 'pin-wait', ...after(counted.value.wait) } } : ok(counted.value.wrong);
}

function forgetTries(store: Store): Promise<Result<null>> {
  return write(store, {
    tables: ['meta'],
    read: async () => null,
    run: async (_self, _seen, store) => {
      await store.meta.delete('pin-tries');
      return ok(null);
    },
  });
}

async function triesRow(store: Store): Promise<PinTriesRow> {
  const row = await store.meta.get('pin-tries');
  return row?.key === 'pin-tries' ? row : { key: 'pin-tries', wrong: 0, at: 0 };
}

/** Milliseconds from the last try on. */
function waitAfter(wrong: number): number {
  return wrong < free ? 0 : Math.min(firstWait * 2 ** (wrong - free), longestWait);
}

function waitLeft({ wrong, at }: PinTriesRow, now: number): number {
  return now < at ? waitAfter(wrong) : Math.max(0, waitAfter(wrong) - (now - at));
}

function after(ms: number): { readonly retryAfter: number } {
  return { retryAfter: Math.ceil(ms / 1_000) };
}
