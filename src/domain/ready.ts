// Whether a device is ready to leave, as it last found out itself: when, until when that counts, and which lines wanted something done.
// It goes to the coordinator with the device's own record, so it names lines and nothing of a person.

import * as v from 'valibot';
import { instant } from './shapes.ts';

/** Lines of the page, by the names under which they are told and stored. A name is never reused. */
export const readyLines = [
  'app',
  'scanner',
  'languages',
  'sessions',
  'sessionFiles',
  'files',
  'sealing',
  'saving',
  'storage',
  'clock',
  'unsent',
  'delivery',
  'parcels',
  'cards',
  'camera',
  'pin',
  'battery',
] as const;
export type ReadyLineName = (typeof readyLines)[number];

export const ready = v.looseObject({
  at: instant,
  /** The end of the library's day. */
  until: instant,
  /** Lines of a newer app are names this one does not know: they count all the same. */
  open: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(40)),
  app: v.pipe(v.string(), v.maxLength(60)),
});
export type Ready = v.InferOutput<typeof ready>;

export type ReadyState = 'ready' | 'not-ready' | 'stale' | 'never';

export function readyState(last: Ready | null | undefined, now: number): ReadyState {
  if (last === null || last === undefined) return 'never';
  // A clock set back may put the finding in the future: then it proves nothing of today either.
  if (now >= Date.parse(last.until) || now < Date.parse(last.at) - 86_400_000) return 'stale';
  return last.open.length === 0 ? 'ready' : 'not-ready';
}
