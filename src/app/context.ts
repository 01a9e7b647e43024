// What every screen is given: the device it runs on, the text it speaks, and the calendar day of the library.
// Created once in main.tsx; screens never create a device, a clock or a catalogue of their own.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Device } from '../device/device.ts';
import type { AppLanguage } from './language.ts';
import type { AppOffline } from './offline/app-offline.ts';
import type { LazyScreens } from './screens.ts';
import type { Text } from './text/text.ts';

export interface AppContext {
  readonly device: Device;
  /** In the language spoken now; another one when that is chosen. */
  readonly text: Text;
  readonly language: AppLanguage;
  readonly screens: LazyScreens;
  readonly offline: AppOffline;
  /** Milliseconds since 1970, as this device believes. */
  readonly now: () => number;
  /** The first screen has drawn what the person came for (first-drawing.ts). */
  readonly drawn: () => void;
}

const Context = createContext<AppContext | null>(null);
export const AppProvider = Context.Provider;

export function useApp(): AppContext {
  const app = useContext(Context);
  if (app === null) throw new Error('a screen is drawn inside AppProvider');
  return app;
}
