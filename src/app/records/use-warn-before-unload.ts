// Asks the browser to ask before the page itself goes away with something typed and not saved. By itself for screens that keep a draft in
// memory while one moves within the app; others use use-unsaved.ts.

import { useEffect } from 'preact/hooks';

export function useWarnBeforeUnload(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);
}
