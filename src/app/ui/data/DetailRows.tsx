// What is known of one thing: a label and a value a row. Rows without a value are left out, and so is a list of none.
import type { ComponentChildren } from 'preact';
import css from './detail-rows.module.css';

export interface DetailRow {
  readonly label: string;
  readonly value: ComponentChildren;
  /** A name, an address: no browser translates it. */
  readonly verbatim?: boolean;
}

export function DetailRows({ rows }: { readonly rows: readonly DetailRow[] }) {
  const known = rows.filter(({ value }) => value !== '' && value !== null);
  if (known.length === 0) return null;
  return (
    <dl class={css.rows}>
      {known.map(({ label, value, verbatim }) => (
        <div class={css.row} key={label}>
          <dt>{label}</dt>
          <dd translate={verbatim ? false : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
