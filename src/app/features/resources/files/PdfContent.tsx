// A PDF page by page: drawn to fit the screen, larger and smaller, leafed through with buttons, arrow keys and Page Up and Down. The words
// lie over the picture, unseen, so that a screen reader reads the page. The reader itself (records/pdf-reader.ts) may not be on this device yet.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../../context.ts';
import { IconButton } from '../../../ui/button/IconButton.tsx';
import { LiveRegion } from '../../../ui/feedback/LiveRegion.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { Progress } from '../../../ui/feedback/Progress.tsx';
import { openPdf, type OpenPdf } from '../../../records/pdf-reader.ts';
import css from './viewer.module.css';
import { ZoomBar } from './ZoomBar.tsx';

export interface PdfContentProps {
  readonly blob: Blob;
  readonly onBroken: () => void;
}

export function PdfContent({ blob, onBroken }: PdfContentProps) {
  const words = useApp().text.files;
  const [pdf, setPdf] = useState<OpenPdf | 'opening' | 'missing'>('opening');
  useEffect(() => {
    const state = { mounted: true, close: () => {} };
    void openPdf(blob).then((opened) => {
      if (opened === 'broken') onBroken();
      else if (opened === 'missing') setPdf('missing');
      else if (state.mounted) {
        state.close = opened.close;
        setPdf(opened);
      } else opened.close();
    });
    return () => {
      state.mounted = false;
      state.close();
    };
  }, [blob]);
  if (pdf === 'opening') return <Progress label={words.opening} />;
  if (pdf === 'missing') {
    return (
      <Notice tone="info" title={words.readerMissing} announce>
        <p>{words.readerMissingText}</p>
      </Notice>
    );
  }
  return <Pages pdf={pdf} onBroken={onBroken} />;
}

function Pages({ pdf, onBroken }: { readonly pdf: OpenPdf; readonly onBroken: () => void }) {
  const { files: words } = useApp().text;
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const [width, setWidth] = useState(0);
  const [isEmpty, setIsEmpty] = useState(false);
  const scroll = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = scroll.current;
    if (element === null) return;
    element.focus();
    const sizes = new ResizeObserver(() => setWidth(element.clientWidth));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);

  useEffect(() => {
    const [around, picture, text] = [scroll.current, canvas.current, layer.current];
    if (around === null || picture === null || text === null || width === 0) return;
    const drawing = pdf.draw({ page, zoom, room: { width: around.clientWidth - 24, height: around.clientHeight - 24 }, picture, text });
    drawing.done.then(
      (drawn) => drawn !== null && setIsEmpty(!drawn.hasText),
      () => onBroken(),
    );
    return drawing.stop;
  }, [pdf, page, zoom, width]);

  function turn(by: number): void {
    setPage(Math.min(pdf.pages, Math.max(1, page + by)));
    scroll.current?.scrollTo(0, 0);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (by !== undefined && zoom <= 1) {
      event.preventDefault();
      turn(by);
    } else if (event.key === '+' || event.key === '=') setZoom(Math.min(5, zoom * 1.25));
    else if (event.key === '-') setZoom(Math.max(0.5, zoom / 1.25));
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: pages are leafed through and scrolled with the keyboard */}
      <div ref={scroll} class={css.scroll} role="document" aria-label={words.page(page, pdf.pages)} tabIndex={0} onKeyDown={onKeyDown}>
        <div class={css.sheet}>
          <canvas ref={canvas} />
          <div ref={layer} class={css.words} />
        </div>
      </div>
      <LiveRegion text={isEmpty ? words.emptyPage : words.page(page, pdf.pages)} />
      <ZoomBar zoom={zoom} onZoom={setZoom}>
        <span class={css.group}>
          <IconButton icon="back" label={words.previousPage} disabled={page === 1} onClick={() => turn(-1)} />
          <span>{words.page(page, pdf.pages)}</span>
          <IconButton icon="forward" label={words.nextPage} disabled={page === pdf.pages} onClick={() => turn(1)} />
        </span>
      </ZoomBar>
    </>
  );
}
