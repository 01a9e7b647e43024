// What goes over the wire to the API, counted by the browser itself: headers and bodies, both ways.

import type { BrowserContext, Page } from 'playwright';

export interface Traffic {
  readonly requests: number;
  /** Bytes of requests and of answers, headers included, as HTTP/1.1 writes them. */
  readonly sent: number;
  readonly received: number;
  /** Bodies only. */
  readonly sentBody: number;
  readonly receivedBody: number;
}

export interface Wire {
  /** What went over it since the last asking. */
  readonly take: () => Traffic;
}

const nothing: Traffic = { requests: 0, sent: 0, received: 0, sentBody: 0, receivedBody: 0 };

/** Counts what a page says to paths under `/api/sync`, pokes left out: they are one stream for a day. */
export async function watchWire(context: BrowserContext, page: Page): Promise<Wire> {
  const session = await context.newCDPSession(page);
  const watched = new Set<string>();
  const seen = { traffic: nothing };
  const add = (more: Partial<Traffic>) => {
    const { traffic } = seen;
    seen.traffic = {
      requests: traffic.requests + (more.requests ?? 0),
      sent: traffic.sent + (more.sent ?? 0),
      received: traffic.received + (more.received ?? 0),
      sentBody: traffic.sentBody + (more.sentBody ?? 0),
      receivedBody: traffic.receivedBody + (more.receivedBody ?? 0),
    };
  };
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith('/api/sync/') || pathname.endsWith('/pokes')) return;
    watched.add(requestId);
    const body = Buffer.byteLength(request.postData ?? '');
    add({ requests: 1, sentBody: body, sent: body + `${request.method} ${pathname} HTTP/1.1\r\n\r\n`.length });
  });
  session.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers }) => {
    if (watched.has(requestId)) add({ sent: headerBytes(headers) });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (watched.has(requestId)) add({ received: encodedDataLength });
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength, dataLength }) => {
    if (watched.has(requestId)) add({ receivedBody: encodedDataLength > 0 ? encodedDataLength : dataLength });
  });
  await session.send('Network.enable', { maxPostDataSize: 4_194_304 });
  return {
    take: () => {
      const { traffic } = seen;
      seen.traffic = nothing;
      return traffic;
    },
  };
}

function headerBytes(headers: Readonly<Record<string, string>>): number {
  return Object.entries(headers).reduce((sum, [name, value]) => sum + Buffer.byteLength(`${name}: ${value}\r\n`), 0);
}
