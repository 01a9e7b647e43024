// A network between a tablet and its server that a story can spoil: requests really go and answers really do not come, also for the service
// worker, which the browser's own switches for testing leave alone. The tablet's address is this network's.

import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Network {
  readonly url: string;
  /**
   * 'lose answers': a push reaches the server and is committed there, its answer never comes back. 'captive portal': every request is
   * answered 200 with the sign-in page of a café, which the server never hears of.
   */
  readonly behave: (how: 'carry' | 'lose answers' | 'captive portal') => void;
  /** Pushes from now on wait until there are so many, then they all go on at once. Answers how many there were at most under way together. */
  readonly holdPushesUntil: (many: number) => void;
  readonly pushes: () => { readonly together: number; readonly lost: number; readonly portal: number };
  readonly close: () => Promise<void>;
}

const signInPage = '<!doctype html><title>Welcome to Cafe Wi-Fi</title><h1>Please accept our terms</h1>';

export async function aNetwork(target: string): Promise<Network> {
  const state = { how: 'carry' as Parameters<Network['behave']>[0], many: 1, underWay: 0 };
  const counts = { together: 0, lost: 0, portal: 0 };
  const held: (() => void)[] = [];

  function release(): void {
    for (const go of held.splice(0)) go();
  }

  function onRequest(asked: IncomingMessage, answer: ServerResponse): void {
    const push = asked.url?.endsWith('/api/sync/push') === true;
    if (state.how === 'captive portal') {
      if (push) counts.portal += 1;
      asked.resume();
      answer.writeHead(200, { 'content-type': 'text/html' }).end(signInPage);
    } else if (push && state.many > 1) {
      held.push(() => carry(asked, answer, push));
      if (held.length < state.many) return;
      state.many = 1;
      release();
    } else carry(asked, answer, push);
  }

  function carry(asked: IncomingMessage, answer: ServerResponse, push: boolean): void {
    state.underWay += push ? 1 : 0;
    if (push) counts.together = Math.max(counts.together, state.underWay);
    const onward = request(target + asked.url, { method: asked.method, headers: asked.headers, agent: false }, (response) => {
      if (push && state.how === 'lose answers') {
        response.resume().on('end', () => {
          counts.lost += 1;
          answer.destroy();
        });
      } else {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      }
    });
    const over = () => {
      state.underWay -= push ? 1 : 0;
    };
    onward.on('close', over).on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  }

  const server = createServer(onRequest);
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  return {
    url: `http://localhost:${portOf(server.address())}`,
    behave: (how) => {
      state.how = how;
    },
    holdPushesUntil: (many) => {
      state.many = many;
    },
    pushes: () => counts,
    close: () => {
      release();
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
