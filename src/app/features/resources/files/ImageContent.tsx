// A picture, fitted to the screen, larger and smaller by buttons; a larger one is moved about by scrolling.

import { useState } from 'preact/hooks';
import css from './viewer.module.css';
import { ZoomBar } from './ZoomBar.tsx';

export interface ImageContentProps {
  readonly url: string;
  readonly title: string;
  readonly onBroken: () => void;
}

export function ImageContent({ url, title, onBroken }: ImageContentProps) {
  const [zoom, setZoom] = useState(1);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a larger picture is scrolled with the keyboard */}
      <div class={css.scroll} tabIndex={0}>
        <img
          class={zoom === 1 ? css.fitted : css.zoomed}
          style={zoom === 1 ? undefined : { inlineSize: `${zoom * 100}%` }}
          src={url}
          alt={title}
          onError={onBroken}
        />
      </div>
      <ZoomBar zoom={zoom} onZoom={setZoom} />
    </>
  );
}
