// The composition root of the page: the only place that touches the browser's globals for clock, chance, network and storage.

import { render } from 'preact';
import { createDevice } from '../device/device.ts';
import type { Ports, Signal } from '../device/ports.ts';
import { knownClock } from '../device/store/clock.ts';
import { delivery } from '../device/store/delivery.ts';
import { identity } from '../device/store/identity.ts';
import { armedKiosk } from '../device/store/kiosk.ts';
import { App, type AppParts } from './App.tsx';
import { afterFirstDrawing } from './first-drawing.ts';
import { createAppLanguage } from './language.ts';
import { begin } from './live.ts';
import { watchForMissingChunks } from './offline/missing-chunk.ts';
import { nearSessions } from './features/today/near-sessions.ts';
import { createAppOffline } from './offline/register.ts';
import { placesOf } from './records/places.ts';
import { createScreens } from './screens.ts';
import { loadMoreIcons } from './ui/Icon.tsx';
import { applyRememberedTheme } from './ui/theme.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';

/** Who waits longer than that sees that something is being read. */
const longestBlank = 1_000;

/** The schedule's upkeep lets the first delivery go before it: what others have planned need not be planned again. */
const planningWaits = 20_000;

const ports: Ports = {
  databaseName: 'wayside',
  now: () => Date.now(),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  timer: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  http: (path, init) => fetch(path, init),
  appVersion: __APP_VERSION__,
  signingPair: () => import('../device/seal/parcel.ts').then((part) => part.makeSigningPair()),
  locks: 'locks' in navigator ? navigator.locks : undefined,
  storage: 'storage' in navigator ? navigator.storage : undefined,
  signals: pageSignals,
};

const device = createDevice(ports);
// Asked for first, so that the disk is read while the rest gets ready; then Today is drawn once and whole.
const woken = wokenDatabase();
const first = begin(device.store, [identity, armedKiosk, placesOf, delivery, knownClock, nearSessions(ports.now())], woken);
const offline = createAppOffline();
watchForMissingChunks({
  appVersion: __APP_VERSION__,
  mayReload: () => !offline.updatesHeld.value,
  reload: () => location.reload(),
  now: ports.now,
});
applyRememberedTheme();
const language = createAppLanguage(navigator.languages);
// Delivery and the worker's registration want the processor too; who opens the app wants to see today first.
const drawn = afterFirstDrawing(ports.timer, [
  ...first.follow,
  () => void woken.then((database) => database?.close()),
  () => device.sync.start(),
  () => offline.begin(),
  () => ports.timer(planningWaits, () => void import('./records/keep-planned.ts').then((part) => part.keepSchedule(device, ports.now))),
]);
const complete = async () => {
  await Promise.all([language.whole(), loadMoreIcons()]);
  drawn();
};
const context: AppParts = { device, language, screens: createScreens(complete), offline, now: ports.now, drawn };
const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
const late = waited(longestBlank).then(() => {
  for (const follow of first.follow) follow();
});
void Promise.race([Promise.all([language.begun, first.read]), late]).then(() => {
  root.replaceChildren(); // public/wake.js shows the name meanwhile, when it takes long
  render(<App context={context} />, root);
});

/** What public/wake.js opened before the app was read; null where there is no database yet. */
function wokenDatabase(): Promise<IDBDatabase | null> {
  return self.__waysideWoken ?? Promise.resolve(null);
}

function waited(ms: number): Promise<void> {
  return new Promise((resolve) => ports.timer(ms, resolve));
}

function pageSignals(onSignal: (signal: Signal) => void): () => void {
  const onVisibility = () => onSignal(document.visibilityState === 'visible' ? 'visible' : 'hidden');
  const onShow = () => onSignal('visible');
  const onOnline = () => onSignal('online');
  const onOffline = () => onSignal('offline');
  document.addEventListener('visibilitychange', onVisibility);
  addEventListener('pageshow', onShow);
  addEventListener('online', onOnline);
  addEventListener('offline', onOffline);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    removeEventListener('pageshow', onShow);
    removeEventListener('online', onOnline);
    removeEventListener('offline', onOffline);
  };
}
