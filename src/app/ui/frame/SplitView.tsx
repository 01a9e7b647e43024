// Two panes side by side on a tablet in landscape and wider, one below the other elsewhere. For a list and
// its detail, `narrow` says which of the two a small screen shows, because there only one fits.
import type { ComponentChildren } from 'preact';
import { classes } from '../classes.ts';
import css from './split-view.module.css';

export interface SplitViewProps {
  readonly firstLabel: string;
  readonly secondLabel: string;
  readonly first: ComponentChildren;
  readonly second: ComponentChildren;
  readonly narrow?: 'both' | 'first' | 'second';
}

export function SplitView({ firstLabel, secondLabel, first, second, narrow = 'both' }: SplitViewProps) {
  return (
    <div class={css.split}>
      <section class={classes(css.pane, narrow === 'second' && css.wideOnly)} aria-label={firstLabel}>
        {first}
      </section>
      <section class={classes(css.pane, css.second, narrow === 'first' && css.wideOnly)} aria-label={secondLabel}>
        {second}
      </section>
    </div>
  );
}
