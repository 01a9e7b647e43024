// Keys for moving on, heard only while the focus is in this part of the page and not where somebody types: no key does anything by
// surprise, and none changes a record.

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export function useKeys(part: RefObject<HTMLElement | null>, keys: Readonly<Record<string, () => unknown>>): void {
  const current = useRef(keys);
  current.current = keys;
  // Not after the next painting: a key pressed at once would find nobody who hears it.
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !(target instanceof HTMLElement)) return;
      if (!part.current?.contains(target) || target.closest('input:not([type=checkbox], [type=radio]), select, textarea')) return;
      const act = Object.hasOwn(current.current, event.key) ? current.current[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [part]);
}
