// Leaving a screen while something typed on it is not saved: the form's side (use-unsaved.ts) stops a tap on a link or on the browser's back
// and puts its question here, the frame asks it. The question comes from the form's own part of the app, so that Today need not carry it.

import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';

export interface LeavingProps {
  /** Goes where the tap would have led. */
  readonly leave: () => void;
  readonly onAnswer: () => void;
}

export interface Leaving extends Pick<LeavingProps, 'leave'> {
  readonly Question: ComponentType<LeavingProps>;
}

export const leaving = signal<Leaving | null>(null);

/** The forms that have something unsaved. The last of them asks before the router hears that the browser has gone back or forward. */
export const unsavedForms = new Set<(event: PopStateEvent) => void>();

// Of the window's own events the browser calls who listened first, capturing or not: this is loaded before there is a router.
addEventListener('popstate', (event) => [...unsavedForms].at(-1)?.(event));
