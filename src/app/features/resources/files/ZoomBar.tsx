// Larger, smaller, fit; and what else the kind of file brings, such as its pages.

import type { ComponentChildren } from 'preact';
import { useApp } from '../../../context.ts';
import { IconButton } from '../../../ui/button/IconButton.tsx';
import css from './viewer.module.css';

export interface ZoomBarProps {
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly children?: ComponentChildren;
}

const step = 1.25;
export const mostZoom = 5;

export function ZoomBar({ zoom, onZoom, children }: ZoomBarProps) {
  const words = useApp().text.files;
  return (
    <div class={css.tools}>
      {children}
      <span class={css.group}>
        <IconButton icon="minus" label={words.smaller} disabled={zoom <= 0.5} onClick={() => onZoom(Math.max(0.5, zoom / step))} />
        <IconButton icon="refresh" label={words.fit} disabled={zoom === 1} onClick={() => onZoom(1)} />
        <IconButton icon="add" label={words.larger} disabled={zoom >= mostZoom} onClick={() => onZoom(Math.min(mostZoom, zoom * step))} />
      </span>
    </div>
  );
}
