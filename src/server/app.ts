// Every route, top to bottom. What is not listed here does not exist.

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { filePaths } from '../protocol/files.ts';
import { longId } from '../protocol/ids.ts';
import { paths } from '../protocol/paths.ts';
import { largestRequest } from '../protocol/version.ts';
import { keptAssets } from './data-folder.ts';
import { checkOrigin } from './origin.ts';
import { problemResponse } from './problem-response.ts';
import { hello, me, setUp, signIn, signOut } from './routes/access.ts';
import { calendarFeed } from './routes/calendar-feed.ts';
import { devices, quarantine, revoke } from './routes/devices.ts';
import { enroll, enrollHere, invite } from './routes/enroll.ts';
import { erase, erasures } from './routes/erase.ts';
import { parcelKeys, takeParcel } from './routes/parcels.ts';
import { history } from './routes/history.ts';
import { beginFile, finishFile, putPiece, sendFile } from './routes/files.ts';
import { pokes } from './routes/pokes.ts';
import { prepared, shared } from './routes/shared.ts';
import { offer, pull, push } from './routes/sync.ts';
import { securityHeaders } from './security-headers.ts';
import type { Services } from './services.ts';
import { staticFiles } from './static-files.ts';
import { isBusy } from './storage/dialects.ts';
import { isSecure } from './who.ts';

export function createApp(services: Services): Hono {
  const app = new Hono();
  app.use(securityHeaders({ isSecure: isSecure(services.config) }));
  app.use('/api/*', async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  });
  app.use('/api/*', checkOrigin(services.config));
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: largestRequest,
      onError: (c) => problemResponse(c, { code: 'request-too-large', detail: { most: largestRequest } }),
    }),
  );

  app.get(paths.hello, hello(services));
  app.post(paths.setup, setUp(services));
  app.post(paths.signIn, signIn(services));
  app.post(paths.signOut, signOut(services));
  app.get(paths.me, me(services));
  app.post(paths.enroll, enroll(services));
  app.post(paths.enrollHere, enrollHere(services));
  app.post(paths.invites, invite(services));
  app.get(paths.devices, devices(services));
  app.post(paths.revoke, revoke(services));
  app.get(paths.quarantine, quarantine(services));
  app.post(paths.calendarFeed, calendarFeed(services));
  app.post(paths.erase, erase(services));
  app.get(paths.erase, erasures(services));
  app.post(paths.history, history(services));
  app.post(paths.shared, shared(services));
  app.post(paths.prepared, prepared(services));
  app.post(paths.push, push(services));
  app.post(paths.pull, pull(services));
  app.post(paths.offer, offer(services));
  app.post(paths.parcelKeys, parcelKeys(services));
  app.post(paths.parcels, takeParcel(services));
  app.get(paths.pokes, pokes(services));
  app.post(filePaths.begin, beginFile(services));
  app.get(filePaths.file, sendFile(services));
  app.post(filePaths.piece, putPiece(services));
  app.post(filePaths.finish, finishFile(services));
  for (const path of [...Object.values(paths), ...Object.values(filePaths)]) {
    const allowed = app.routes.filter((route) => route.path === path && route.method !== 'ALL').map(({ method }) => method);
    app.all(path, (c) => {
      c.header('Allow', allowed.join(', '));
      return problemResponse(c, { code: 'method-not-allowed' });
    });
  }
  app.all('/api/*', (c) => problemResponse(c, { code: 'route-unknown' }));

  app.get('*', staticFiles({ dist: services.config.dist, kept: keptAssets(services.config) }));
  app.notFound((c) => {
    c.header('Allow', 'GET, HEAD');
    return problemResponse(c, { code: 'method-not-allowed' });
  });
  app.onError((error, c) => {
    // Who asked went away in the middle of asking, as tablets do: nobody reads this, and nothing here has failed.
    if (c.req.raw.signal.aborted) return problemResponse(c, { code: 'request-unreadable' });
    // A reference joins the answer to the log's line without telling the one what is in the other.
    const reference = longId(services.random).slice(0, 8);
    services.log(`error ${reference} ${c.req.method} ${c.req.routePath}: ${error.stack ?? error.message}`);
    return isBusy(error)
      ? problemResponse(c, { code: 'server-busy', retryAfter: 5 })
      : problemResponse(c, { code: 'server-failed', detail: { reference } });
  });
  return app;
}
