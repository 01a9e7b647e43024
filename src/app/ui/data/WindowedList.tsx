// A list of thousands, of which only the rows in sight are in the page. Screen readers still hear "row 7 of
// 10,000"; Tab goes from row to row, arrows, Home and End jump; the row that has the focus is kept even when
// it is scrolled away, because taking it out would drop the focus. Scrolls with the page, or `inside` where
// there is no page to scroll, as in a dialog.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { classes } from '../classes.ts';
import css from './list.module.css';
import { useOverflow } from './overflow.ts';
import { useRowWindow } from './row-window.ts';

export interface WindowedListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  /** Usually a ListRow. */
  readonly row: (item: Item, index: number) => ComponentChildren;
  /** Height of a usual row in px; real heights are measured. */
  readonly estimatedHeight?: number;
  readonly scroll?: 'page' | 'inside';
}

export function WindowedList<Item>(props: WindowedListProps<Item>) {
  const { items, itemKey, scroll = 'page', estimatedHeight = 73 } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef<number | undefined>(undefined);
  const rows = useRowWindow({
    count: items.length,
    keyOf: (index) => keyAt(items, itemKey, index),
    estimatedHeight,
    scroller: scroll === 'inside' ? scroller : undefined,
    list,
    focused,
  });
  const overflows = useOverflow(scroller);

  return (
    <div
      class={classes(css.list, scroll === 'inside' && css.scroller)}
      ref={scroller}
      // What scrolls must be reachable by keyboard.
      tabIndex={scroll === 'inside' && overflows ? 0 : undefined}
    >
      <ul
        class={css.window}
        data-marks="none"
        aria-label={props.label}
        ref={list}
        style={{ blockSize: `${rows.totalHeight}px` }}
        onKeyDown={(event) => {
          const target = targetOfKey(event.key, focused.current, items.length);
          if (target === undefined) return;
          event.preventDefault();
          rows.focusRow(target);
        }}
        onFocusCapture={(event) => {
          focused.current = indexOf(event.target);
        }}
        onBlurCapture={() => {
          focused.current = undefined;
        }}
      >
        {rows.visible.map(({ index, key, offset }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={key}
              class={css.windowItem}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              ref={rows.measure}
              style={{ transform: `translateY(${offset}px)` }}
            >
              {props.row(item, index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function keyAt<Item>(items: readonly Item[], itemKey: (item: Item) => string, index: number): string {
  const item = items[index];
  return item === undefined ? String(index) : itemKey(item);
}

function indexOf(target: EventTarget | null): number | undefined {
  if (!(target instanceof Element)) return undefined;
  const index = target.closest('[data-index]')?.getAttribute('data-index');
  return index == null ? undefined : Number(index);
}

function targetOfKey(key: string, from: number | undefined, count: number): number | undefined {
  if (from === undefined) return undefined;
  if (key === 'ArrowDown') return Math.min(from + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(from - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}
