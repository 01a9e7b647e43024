// Web Locks of one browser: one holder of a name at a time, in the order asked. A frozen page keeps what it holds; a dead one does not.

import type { Locks } from '../../src/device/ports.ts';
import type { Source } from './loop.ts';

export interface TabletLocks {
  readonly of: (page: Source) => Locks;
  readonly died: (page: Source) => void;
}

interface Ask {
  readonly page: Source;
  readonly name: string;
  readonly begin: () => void;
}

export function createLocks(): TabletLocks {
  const held = new Map<string, Ask>();
  const waiting: Ask[] = [];
  const next = (name: string): void => {
    if (held.has(name)) return;
    const at = waiting.findIndex((ask) => ask.name === name);
    const [ask] = at < 0 ? [] : waiting.splice(at, 1);
    if (ask === undefined) return;
    held.set(name, ask);
    ask.begin();
  };
  const letGo = (ask: Ask): void => {
    if (held.get(ask.name) !== ask) return;
    held.delete(ask.name);
    next(ask.name);
  };
  return {
    of: (page) => ({
      request: (name, { signal }, run) =>
        new Promise((resolve, reject) => {
          const ask: Ask = {
            page,
            name,
            begin: () => {
              run()
                .then(resolve, reject)
                .finally(() => letGo(ask));
            },
          };
          signal.addEventListener('abort', () => {
            const at = waiting.indexOf(ask);
            if (at < 0) return;
            waiting.splice(at, 1);
            reject(new DOMException('given up', 'AbortError'));
          });
          waiting.push(ask);
          next(name);
        }),
    }),
    died: (page) => {
      for (const ask of waiting.filter((one) => one.page === page)) waiting.splice(waiting.indexOf(ask), 1);
      for (const ask of [...held.values()]) if (ask.page === page) letGo(ask);
    },
  };
}
