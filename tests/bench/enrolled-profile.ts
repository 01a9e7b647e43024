// A browser profile that is a tablet in use: enrolled, filled, the app and its service worker installed. The bench page fills the app's own
// store on the same origin first, so that no screen has to be driven; then the app's build takes the page's place on that port.

import { createLibrary, type Library } from './library.ts';
import { openBenchPage } from './page-driver.ts';
import { freePort } from '../support/free-port.ts';
import type { ServerProcess } from './processes.ts';
import type { Stage } from './stage.ts';

export interface EnrolledProfile {
  readonly profile: string;
  /** Serves the app. */
  readonly server: ServerProcess;
  readonly library: Library;
}

/** The name that src/app/main.tsx gives its store. */
const appStore = 'wayside';

export async function createEnrolledProfile(stage: Stage, facts: number): Promise<EnrolledProfile> {
  const [port, dataDir, profile] = [await freePort(), stage.folder(), stage.folder()];
  const filling = await stage.server({ port, dataDir });
  const library = await createLibrary(stage, facts, filling);
  const before = await stage.browser({ profile });
  const { call } = await openBenchPage(before, filling.url);
  await call('enroll', appStore, await library.invite());
  await call('deliver', appStore);
  await before.close();
  await filling.stop();

  const server = await stage.server({ port, dataDir, app: stage.app });
  const browser = await stage.browser({ profile });
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.locator(todaysSession).first().waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await browser.close();
  return { profile, server, library };
}

/** What makes Today usable: a session that can be tapped. */
export const todaysSession = 'main a[href^="/sessions/BENCH"]';
