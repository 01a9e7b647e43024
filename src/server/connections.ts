// Open connections of the listening server, so that it can end at once: Node's own close leaves those open that never asked anything,
// and browsers open some ahead of need.

import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ServerType } from '@hono/node-server';

/** Milliseconds an answer under way may still take. */
const patience = 10_000;

/** Call before it listens. The answer ends it: requests under way are answered, who dawdles is cut off. */
export function watchConnections(listener: ServerType): () => Promise<void> {
  const underWay = new Map<Socket, number>();
  const state = { ending: false };
  const endIdle = (socket: Socket) => {
    if (state.ending && underWay.get(socket) === 0) socket.destroySoon();
  };
  listener.on('connection', (socket: Socket) => {
    underWay.set(socket, 0);
    socket.once('close', () => underWay.delete(socket));
    endIdle(socket);
  });
  listener.on('request', ({ socket }: { readonly socket: Socket }, response: ServerResponse) => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = underWay.get(socket);
      if (left !== undefined) underWay.set(socket, left - 1);
      endIdle(socket);
    });
  });
  return async () => {
    state.ending = true;
    const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
    for (const socket of underWay.keys()) endIdle(socket);
    const cutOff = setTimeout(() => {
      for (const socket of underWay.keys()) socket.destroy();
    }, patience);
    await closed;
    clearTimeout(cutOff);
  };
}
