// Leaving a screen by a link while something typed on it is not saved: the form's side (use-unsaved.ts) stops the tap and puts its question
// here, the frame asks it. The question comes from the form's own part of the app, so that Today need not carry it.

import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';

export interface LeavingProps {
  /** Where the tap would lead. */
  readonly to: string;
  readonly onAnswer: () => void;
}

export interface Leaving extends Pick<LeavingProps, 'to'> {
  readonly Question: ComponentType<LeavingProps>;
}

export const leaving = signal<Leaving | null>(null);
