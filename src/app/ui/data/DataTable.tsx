// A real table. The first column names the row. It scrolls inside itself where it is wider than the screen,
// and can then be scrolled by keyboard. Sorting and paging are the caller's.
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { classes } from '../classes.ts';
import css from './data-table.module.css';
import { useOverflow } from './overflow.ts';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** Figures: right-aligned, tabular. */
  readonly numeric?: boolean;
  readonly cell: (row: Row) => ComponentChildren;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Last row, such as totals: one cell a column. */
  readonly footer?: readonly ComponentChildren[];
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns } = props;
  const captionId = useId();
  const frame = useRef<HTMLElement>(null);
  const overflows = useOverflow(frame);
  return (
    <section
      class={css.frame}
      ref={frame}
      aria-labelledby={captionId}
      // What scrolls must be reachable by keyboard.
      tabIndex={overflows ? 0 : undefined}
    >
      <table class={css.table}>
        <caption class={classes(css.caption, props.captionHidden && css.unseen)} id={captionId}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={column.numeric ? css.numeric : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)}>{columns.map((column, place) => cellOf(column.key, place, column.numeric, column.cell(row)))}</tr>
          ))}
        </tbody>
        {props.footer && (
          <tfoot>
            <tr>{columns.map((column, place) => cellOf(column.key, place, column.numeric, props.footer?.[place]))}</tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

function cellOf(key: string, place: number, numeric: boolean | undefined, content: ComponentChildren) {
  const align = numeric ? css.numeric : undefined;
  if (place === 0)
    return (
      <th key={key} scope="row" class={align}>
        {content}
      </th>
    );
  return (
    <td key={key} class={align}>
      {content}
    </td>
  );
}
