// Whether another tab, perhaps a frozen one, keeps this one from opening its store. Without a word the screen would stay empty.

import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../device/store/db.ts';

export function useBlocked({ dexie, opening }: Store): boolean {
  const [blocked, setBlocked] = useState(opening.blocked);
  useEffect(() => {
    const onBlocked = () => setBlocked(true);
    if (opening.blocked) onBlocked();
    dexie.on('blocked', onBlocked);
    return () => dexie.on('blocked').unsubscribe(onBlocked);
  }, [dexie, opening]);
  return blocked;
}
