// A part of the app that fails to load, because a newer release has replaced it, is mended by loading the page again: once for
// each release, so that a part that is really gone shows the problem instead of a page that reloads for ever.

const guardKey = 'wayside-reloaded-for-missing-part';

export interface MissingChunkPorts {
  readonly appVersion: string;
  /** False while a form is dirty or a session open: then nothing is reloaded under the person's hands. */
  readonly mayReload: () => boolean;
  readonly reload: () => void;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
}

/** How long after the page was about to be left it may still be going: a navigation waits for its server. Then the person has stayed. */
const longestLeaving = 10_000;

/** Called before anything is loaded lazily. The answer stops watching. */
export function watchForMissingChunks(ports: MissingChunkPorts): () => void {
  const state = { leftAt: Number.NEGATIVE_INFINITY };
  // Firefox fails what a page is still loading as soon as the page is left. Loading it again would break off where the person is going,
  // and use up the one time that a part which is really gone has.
  const onLeaving = () => {
    state.leftAt = ports.now();
  };
  const onMissing = (event: Event) => {
    if (Math.abs(ports.now() - state.leftAt) < longestLeaving) return;
    if (!ports.mayReload() || !takeGuard(ports.appVersion)) return;
    event.preventDefault();
    void reloadIfServed(ports.reload);
  };
  window.addEventListener('beforeunload', onLeaving);
  window.addEventListener('vite:preloadError', onMissing);
  return () => {
    window.removeEventListener('beforeunload', onLeaving);
    window.removeEventListener('vite:preloadError', onMissing);
  };
}

/** True the first time for this release. Where session storage is refused nothing can guard against a loop, so: never. */
function takeGuard(appVersion: string): boolean {
  try {
    if (sessionStorage.getItem(guardKey) === appVersion) return false;
    sessionStorage.setItem(guardKey, appVersion);
    return sessionStorage.getItem(guardKey) === appVersion;
  } catch {
    return false; // private window or policy
  }
}

const tries = 5;
const betweenTries = 1_000;

/**
 * Reloads only when the page would come back, from the worker or the server: never into the browser's own error page. Asked a few times: a
 * server that has just begun a new release may not answer the first.
 */
async function reloadIfServed(reload: () => void, left = tries): Promise<void> {
  const served = await fetch('/', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false, // nobody serves the page now; the screen that could not be loaded says so and offers to try again
  );
  if (served) reload();
  else if (left > 1) setTimeout(() => void reloadIfServed(reload, left - 1), betweenTries);
  else sessionStorage.removeItem(guardKey); // nothing was loaded again: the next part that is missing has its one time
}
