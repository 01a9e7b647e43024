// The composition root of the page: the only place that touches the browser's globals for clock, chance, network and storage.

import { render } from 'preact';
import { createDevice } from '../device/device.ts';
import type { Ports, Signal } from '../device/ports.ts';
import { App } from './App.tsx';
import type { AppContext } from './context.ts';
import { watchForMissingChunks } from './offline/missing-chunk.ts';
import { createAppOffline } from './offline/register.ts';
import { createScreens } from './screens.ts';
import { textFor } from './text/text.ts';
import { loadMoreIcons } from './ui/Icon.tsx';
import { applyRememberedTheme } from './ui/theme.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';

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
  locks: 'locks' in navigator ? navigator.locks : undefined,
  storage: 'storage' in navigator ? navigator.storage : undefined,
  signals: pageSignals,
};

const offline = createAppOffline();
watchForMissingChunks({ appVersion: __APP_VERSION__, mayReload: () => !offline.updatesHeld.value, reload: () => location.reload() });
applyRememberedTheme();
const device = createDevice(ports);
const { text, whole } = textFor('en-US');
const complete = async () => void (await Promise.all([whole(), loadMoreIcons()]));
const context: AppContext = { device, text, screens: createScreens(complete), offline, now: ports.now };
const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
render(<App context={context} />, root);
device.sync.start();

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
