// Which rows of a long list are in the page, where they lie, and how the focus gets to one that is not there
// yet. The arithmetic is tanstack's; this ties it to Preact, to page or element scrolling, and to the focus.
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

export interface RowWindowOptions {
  readonly count: number;
  readonly keyOf: (index: number) => string;
  readonly estimatedHeight: number;
  /** What scrolls; the page when undefined. Must not change during a list's life. */
  readonly scroller: RefObject<HTMLElement | null> | undefined;
  readonly list: RefObject<HTMLElement | null>;
  /** Index of the row that holds the focus: it stays in the page. */
  readonly focused: RefObject<number | undefined>;
}

export interface RowWindow {
  readonly totalHeight: number;
  readonly visible: readonly { readonly index: number; readonly key: string; readonly offset: number }[];
  readonly measure: (element: HTMLElement | null) => void;
  readonly focusRow: (index: number) => void;
}

export function useRowWindow(options: RowWindowOptions): RowWindow {
  const [, redraw] = useReducer((times: number, _: undefined) => times + 1, 0);
  const wanted = useRef<number | undefined>(undefined);
  const [margin, setMargin] = useState(0);
  const [virtual] = useState(() => (options.scroller ? elementWindow(options.scroller) : pageWindow()));

  virtual.update({
    count: options.count,
    getItemKey: options.keyOf,
    estimateSize: () => options.estimatedHeight,
    scrollMargin: margin,
    overscan: 6,
    // Rows measured in the frame after: else browsers report a loop as an error of the page.
    useAnimationFrameWithResizeObserver: true,
    onChange: () => redraw(undefined),
    rangeExtractor: (range) => {
      const kept = options.focused.current;
      const rows = defaultRangeExtractor(range);
      return kept === undefined || kept >= range.count || rows.includes(kept) ? rows : [...rows, kept].sort((a, b) => a - b);
    },
  });

  useLayoutEffect(() => virtual.mount(), [virtual]);
  useLayoutEffect(() => {
    virtual.afterDraw();
    if (!options.scroller && options.list.current) setMargin(Math.round(options.list.current.getBoundingClientRect().top + window.scrollY));
    const row = options.list.current?.querySelector(`[data-index="${wanted.current}"]`);
    const target = row?.querySelector<HTMLElement>('a[href], button, input, select, textarea, [tabindex="0"]');
    if (!target) return;
    wanted.current = undefined;
    target.focus({ preventScroll: true });
  });

  return {
    totalHeight: virtual.totalHeight(),
    visible: virtual.items().map((item) => ({ index: item.index, key: String(item.key), offset: item.start - margin })),
    measure: virtual.measure,
    focusRow: (index) => {
      wanted.current = index;
      virtual.scrollTo(index);
      redraw(undefined);
    },
  };
}

/** What changes from drawing to drawing. */
type Changing = Pick<
  VirtualizerOptions<Window, HTMLElement>,
  'count' | 'getItemKey' | 'estimateSize' | 'scrollMargin' | 'overscan' | 'rangeExtractor' | 'useAnimationFrameWithResizeObserver'
> & { readonly onChange: () => void };

type Fixed<Scroller extends Element | Window> = Pick<
  VirtualizerOptions<Scroller, HTMLElement>,
  'getScrollElement' | 'scrollToFn' | 'observeElementRect' | 'observeElementOffset'
>;

function pageWindow() {
  return rowsOf<Window>({
    getScrollElement: () => window,
    scrollToFn: windowScroll,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
  });
}

function elementWindow(scroller: RefObject<HTMLElement | null>) {
  return rowsOf<HTMLElement>({
    getScrollElement: () => scroller.current,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
  });
}

/** The few things needed of tanstack's Virtualizer; the two with an underscore are what its own adapters call. */
function rowsOf<Scroller extends Element | Window>(fixed: Fixed<Scroller>) {
  const virtualizer = new Virtualizer<Scroller, HTMLElement>({ ...fixed, count: 0, estimateSize: () => 0 });
  return {
    update: (changing: Changing) => virtualizer.setOptions({ ...fixed, ...changing }),
    mount: () => virtualizer._didMount(),
    afterDraw: () => virtualizer._willUpdate(),
    totalHeight: () => virtualizer.getTotalSize(),
    items: () => virtualizer.getVirtualItems(),
    measure: virtualizer.measureElement,
    scrollTo: (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
