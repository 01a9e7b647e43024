// Asks the browser to ask before the page itself goes away with something typed and not saved. Moving within the app does not need
// it: drafts are kept in memory.

import { useEffect } from 'preact/hooks';

export function useWarnBeforeUnload(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);
}
