// Every line of Ready to leave, from top to bottom: first what the whole day stands on, last what a person can see for themselves; and which
// of them a device is asked by what it is for.

import type { Level } from '../../../domain/may.ts';
import type { ReadyLineName } from '../../../domain/ready.ts';
import type { Line } from './line.ts';
import { lookAtApp } from './lines/app.ts';
import { lookAtBattery } from './lines/battery.ts';
import { lookAtCamera } from './lines/camera.ts';
import { lookAtCards } from './lines/cards.ts';
import { lookAtClock } from './lines/clock.ts';
import { lookAtDelivery } from './lines/delivery.ts';
import { lookAtFiles } from './lines/files.ts';
import { lookAtLanguages } from './lines/languages.ts';
import { lookAtParcels } from './lines/parcels.ts';
import { lookAtPin } from './lines/pin.ts';
import { lookAtSaving } from './lines/saving.ts';
import { lookAtScanner } from './lines/scanner.ts';
import { lookAtSealing } from './lines/sealing.ts';
import { lookAtSessionFiles } from './lines/session-files.ts';
import { lookAtSessions } from './lines/sessions.ts';
import { lookAtStorage } from './lines/storage.ts';
import { lookAtUnsent } from './lines/unsent.ts';

/** `delivery` delivers, so it comes before what depends on it; the page shows them in this order as well. */
export const lines = {
  app: lookAtApp,
  delivery: lookAtDelivery,
  unsent: lookAtUnsent,
  sessions: lookAtSessions,
  sessionFiles: lookAtSessionFiles,
  files: lookAtFiles,
  sealing: lookAtSealing,
  saving: lookAtSaving,
  storage: lookAtStorage,
  clock: lookAtClock,
  languages: lookAtLanguages,
  scanner: lookAtScanner,
  camera: lookAtCamera,
  parcels: lookAtParcels,
  cards: lookAtCards,
  pin: lookAtPin,
  battery: lookAtBattery,
} as const satisfies Partial<Record<ReadyLineName, Line>>;

export type LineName = keyof typeof lines;
export const lineNames = Object.keys(lines) as readonly LineName[]; // the keys of the record above

/** A kiosk takes sign-ups and answers; it is sent no sessions and no catalogue, lends nothing and is carried by whoever hands it over. */
const ofKiosk: ReadonlySet<LineName> = new Set([
  'app',
  'delivery',
  'unsent',
  'sealing',
  'saving',
  'storage',
  'clock',
  'languages',
  'pin',
  'battery',
]);

export function linesFor(level: Level): readonly LineName[] {
  return lineNames.filter((name) => (level === 'kiosk' ? ofKiosk.has(name) : name !== 'pin'));
}
