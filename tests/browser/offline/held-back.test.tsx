// No new version is loaded under an open session, on whichever of its screens one is.

import { render } from 'preact';
import { expect, onTestFinished, test } from 'vitest';
import { App } from '../../../src/app/App.tsx';
import { routes } from '../../../src/app/routes.ts';
import { aContext, anEnrolledDevice, done } from '../a-screen.tsx';
import { anOpenSession } from '../app/a-field-day.tsx';
import { drawn } from '../looks.ts';
import { aPage } from '../page.ts';

test('every screen of an open session holds a new version back, and gives way when one leaves it', async () => {
  const { device } = await anEnrolledDevice('staff');
  const session = await anOpenSession(device);
  const { id } = await done(device.act.changeResource(null, { title: 'A picture book', type: 'book', barcode: null, archived: false }));
  const before = location.href;
  onTestFinished(() => history.replaceState(null, '', before));
  const { root } = aPage(null);
  const places = [
    routes.session(session),
    routes.session(session, 'notes'),
    routes.finishSession(session),
    routes.shareSession(session),
    routes.handOver(session),
    routes.showInSession(session, id),
  ];
  for (const place of [...places, routes.sessions]) {
    history.replaceState(null, '', place);
    const context = aContext(device);
    render(<App context={context} />, root);
    await drawn(root);
    await expect.poll(() => context.offline.updatesHeld.value, { message: place }).toBe(places.includes(place));
    render(null, root);
    await expect.poll(() => context.offline.updatesHeld.value).toBe(false);
  }
});
