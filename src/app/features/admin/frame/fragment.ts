// What came behind the '#' of the address: a one-time code, bare or as 'code=…'. It is taken out of the address at once, so that it stays in no history,
// no bookmark and no screenshot of the address bar.

import { useState } from 'preact/hooks';

export function useFragment(): string {
  const [fragment] = useState(() => {
    const { hash, pathname, search } = window.location;
    if (hash === '') return '';
    window.history.replaceState(window.history.state, '', `${pathname}${search}`);
    try {
      return decodeURIComponent(hash.slice(1)).replace(/^code=/, '');
    } catch {
      return ''; // not something we wrote
    }
  });
  return fragment;
}
