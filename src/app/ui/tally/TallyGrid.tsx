// Lays out tally buttons: the lead one over the whole width, the others two by two, in the order given.
import type { ComponentChildren } from 'preact';
import css from './tally-grid.module.css';

export interface TallyGridProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

export function TallyGrid({ label, children }: TallyGridProps) {
  return (
    <section class={css.frame} aria-label={label}>
      <div class={css.grid}>{children}</div>
    </section>
  );
}
