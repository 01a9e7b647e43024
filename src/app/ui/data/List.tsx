// A list of rows on one card. For more than some hundred rows use WindowedList with the same ListRow.
import type { ComponentChildren } from 'preact';
import css from './list.module.css';

export interface ListProps {
  /** What is listed, for screen readers. */
  readonly label: string;
  /** Each child a ListItem. */
  readonly children: ComponentChildren;
}

export function List({ label, children }: ListProps) {
  return (
    <ul class={css.list} data-marks="none" aria-label={label}>
      {children}
    </ul>
  );
}

export function ListItem({ children }: { readonly children: ComponentChildren }) {
  return <li class={css.item}>{children}</li>;
}
