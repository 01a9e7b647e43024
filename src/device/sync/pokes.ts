// [S18] The server's pokes: a stream of events that says no more than "there is news". Read with fetch, so that one port carries all talk.
// A stream that ends is opened again after a drawn while; until then the timer polls.

import { paths } from '../../protocol/paths.ts';
import type { Ports } from '../ports.ts';
import { plainInit } from './http.ts';

export interface Pokes {
  /** Does nothing while a stream is open or being opened. */
  readonly open: () => void;
  readonly close: () => void;
}

const reopenAfter = 15_000;

export function createPokes(ports: Ports, poked: () => void): Pokes {
  const state = { stop: null as AbortController | null, cancelTimer: () => {} };

  function open(): void {
    if (state.stop !== null) return;
    const stop = new AbortController();
    state.stop = stop;
    state.cancelTimer();
    void listen(ports, stop.signal, poked).finally(() => {
      if (state.stop !== stop) return;
      state.stop = null;
      const [drawn = 0] = ports.random(1);
      state.cancelTimer = ports.timer(reopenAfter * (1 + drawn / 256), open);
    });
  }

  function close(): void {
    state.cancelTimer();
    state.stop?.abort();
    state.stop = null;
  }

  return { open, close };
}

/** Until the stream ends, is closed, or was none. Why does not matter: who asks for news asks the server, not the stream. */
async function listen(ports: Ports, signal: AbortSignal, poked: () => void): Promise<void> {
  try {
    const response = await ports.http(paths.pokes, { ...plainInit, method: 'GET', headers: { Accept: 'text/event-stream' }, signal });
    if (!response.ok || response.body === null || !response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
      await response.body?.cancel();
      return;
    }
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const line = { rest: '' };
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (line.rest + value).split('\n');
      line.rest = lines.pop() ?? '';
      if (lines.some((one) => one.startsWith('data:'))) poked();
    }
  } catch {
    // closed by us, or cut: see above
  }
}
