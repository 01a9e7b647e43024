// Holds the main action of a screen at the bottom, within reach of the thumb, above a phone's bar. On wider
// screens it stands where it is written.
import type { ComponentChildren } from 'preact';
import css from './action-bar.module.css';

export function ActionBar({ children }: { readonly children: ComponentChildren }) {
  return <div class={css.bar}>{children}</div>;
}
