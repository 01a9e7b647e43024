// One number and what it counts. `total` is the number a screen is about: one a screen, first.
import { classes } from '../classes.ts';
import css from './stat-figure.module.css';

export interface StatFigureProps {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
  readonly size?: 'plain' | 'total';
}

export function StatFigure({ value, label, note, size = 'plain' }: StatFigureProps) {
  return (
    <p class={classes(css.figure, size === 'total' && css.total)}>
      <span class={css.value}>{value}</span> <span class={css.label}>{label}</span>
      {note && <span class={css.note}>{note}</span>}
    </p>
  );
}
