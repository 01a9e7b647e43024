// [S18] Who listens for news of which library, in this process. A poke says that something new was committed, no more.

export interface Pokes {
  /** Calls back on news, but not on what the device itself pushed; null when it listens too often already. */
  readonly listen: (library: string, device: string, heard: () => void) => (() => void) | null;
  readonly tell: (library: string, device: string) => void;
  /** Whatever it is, and whoever made it. */
  readonly tellAll: () => void;
  readonly listeners: () => number;
}

/** A tablet with several tabs, not a leak. */
const mostPerDevice = 8;

export function createPokes(): Pokes {
  const byLibrary = new Map<string, Set<{ readonly device: string; readonly heard: () => void }>>();
  return {
    listen: (library, device, heard) => {
      const listeners = byLibrary.get(library) ?? new Set();
      if ([...listeners].filter((one) => one.device === device).length >= mostPerDevice) return null;
      const listener = { device, heard };
      byLibrary.set(library, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && byLibrary.get(library) === listeners) byLibrary.delete(library);
      };
    },
    tell: (library, device) => {
      for (const listener of byLibrary.get(library) ?? []) if (listener.device !== device) listener.heard();
    },
    tellAll: () => {
      for (const listeners of byLibrary.values()) for (const { heard } of listeners) heard();
    },
    listeners: () => [...byLibrary.values()].reduce((sum, listeners) => sum + listeners.size, 0),
  };
}
