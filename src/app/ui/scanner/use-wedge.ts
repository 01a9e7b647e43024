// A field that takes what a keyboard-wedge scanner types: when it has the focus, and, where it is the only code a screen asks for,
// wherever the focus is. The Enter at the end neither sends a form nor presses a button.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { createWedge } from './wedge.ts';

export interface WedgeListening {
  readonly field: { readonly current: HTMLInputElement | null };
  readonly wholeScreen: boolean;
  readonly onScan: (code: string) => void;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function useWedge({ field, wholeScreen, onScan }: WedgeListening): void {
  const scanned = useRef(onScan);
  scanned.current = onScan;

  // Not after the next painting: the first letters of a scan would be lost.
  useLayoutEffect(() => {
    const wedge = createWedge();
    let before: { readonly control: Control; readonly value: string } | null = null;

    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const inField = target !== null && target === field.current;
      if (!inField && (!wholeScreen || takesCodes(target) || isBehindDialog(field.current))) return;
      const special = event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing;
      const code = wedge.press({ key: event.key, at: event.timeStamp, special });
      if (wedge.length() === 1) before = isControl(target) ? { control: target, value: target.value } : null;
      if (code === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (!inField && before !== null) putBack(before.control, before.value);
      scanned.current(code);
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [wholeScreen]);
}

/** What the scanner typed into another field on the way goes out of it again: the code belongs here. */
function putBack(control: Control, value: string): void {
  control.value = value;
  control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

function isControl(element: Element | null): element is Control {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

/** Another such field that has the focus: the code is meant for it. */
function takesCodes(target: Element | null): boolean {
  return target instanceof HTMLInputElement && target.dataset['takesCodes'] !== undefined;
}

function isBehindDialog(field: HTMLInputElement | null): boolean {
  const open = [...document.querySelectorAll('dialog:modal')].at(-1);
  return open !== undefined && field !== null && !open.contains(field);
}
