// Keeps the screen on while a kiosk or codes are shown, and fills it, where the browser can. Neither is ever waited for: each may be missing,
// refused, or taken away again by the system.

/** The answer lets go. The lock is lost whenever the page is hidden, so it is asked for again when it comes back. */
export function keepAwake(page: Document, wakeLock: WakeLock | undefined): () => void {
  const state = { held: null as WakeLockSentinel | null, over: false };
  const ask = () => {
    if (wakeLock === undefined || state.over || page.visibilityState !== 'visible') return;
    wakeLock
      .request('screen')
      .then((sentinel) => {
        if (state.over) return sentinel.release();
        state.held = sentinel;
        return undefined;
      })
      .catch(() => {
        // Low battery or a policy: the screen goes dark as usual.
      });
  };
  ask();
  page.addEventListener('visibilitychange', ask);
  return () => {
    state.over = true;
    page.removeEventListener('visibilitychange', ask);
    state.held?.release().catch(() => {
      // Released already, with the page hidden.
    });
  };
}

/** From a tap only. */
export function fillScreen(page: Document): void {
  if (page.fullscreenElement != null || typeof page.documentElement.requestFullscreen !== 'function') return;
  page.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => {
    // Refused: the kiosk works in a window too.
  });
}

export function leaveFullScreen(page: Document): void {
  if (page.fullscreenElement == null) return;
  page.exitFullscreen().catch(() => {
    // Left already.
  });
}
