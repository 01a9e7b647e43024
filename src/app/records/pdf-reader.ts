// PDF.js behind three functions: open, read a page, and draw one. It comes as it was published, by addresses of our own, in the second stage of the
// offline shell (offline/optional-urls.ts); it evaluates nothing, fetches nothing from elsewhere, and works in a worker beside the page.

import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm?url';
import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm?url';
import reader from 'pdfjs-dist/legacy/build/pdf.min.mjs?url';
import { pdfWorkerScriptUrl } from '../offline/script-url.ts';

type Pdfjs = typeof import('pdfjs-dist');

export interface OpenPdf {
  readonly pages: number;
  /** Reads a page to its end and draws nothing; throws where it is broken. */
  readonly parse: (page: number) => Promise<void>;
  readonly draw: (wanted: Drawing) => { readonly done: Promise<{ readonly hasText: boolean } | null>; readonly stop: () => void };
  readonly close: () => void;
}

export interface Drawing {
  /** From 1. */
  readonly page: number;
  /** 1: the whole page fits the room. */
  readonly zoom: number;
  readonly room: { readonly width: number; readonly height: number };
  readonly picture: HTMLCanvasElement;
  readonly text: HTMLElement;
}

const parts: Readonly<Record<string, string>> = { 'jbig2.wasm': jbig2, 'openjpeg.wasm': openjpeg };

/** As many points as a tablet's memory takes: a poster is drawn coarser, not refused. */
const mostPoints = 16_000_000;

/** 'missing': the reader is not on this device and there is no network. 'broken': this is no PDF that can be read, or it wants a password. */
export async function openPdf(blob: Blob): Promise<OpenPdf | 'missing' | 'broken'> {
  const pdfjs = await load();
  if (pdfjs === null) return 'missing';
  const worker = new Worker(pdfWorkerScriptUrl(), { type: 'module' });
  const port = pdfjs.PDFWorker.create({ port: worker });
  const close = () => {
    port.destroy();
    worker.terminate();
  };
  const failed = new Promise<null>((resolve) => worker.addEventListener('error', () => resolve(null)));
  try {
    const task = pdfjs.getDocument({
      data: new Uint8Array(await blob.arrayBuffer()),
      worker: port,
      isEvalSupported: false,
      enableXfa: false,
      wasmUrl: '/',
      BinaryDataFactory: partFactory,
    });
    const document = await Promise.race([task.promise, failed]);
    if (document === null) {
      close();
      return 'missing';
    }
    return { pages: document.numPages, parse: (page) => parse(document, page), draw: (wanted) => draw(pdfjs, document, wanted), close };
  } catch {
    close();
    return 'broken';
  }
}

async function load(): Promise<Pdfjs | null> {
  try {
    // Its own types say what it is; the address is known only to the build.
    return (await import(/* @vite-ignore */ reader)) as Pdfjs;
  } catch {
    return null; // not on this device yet, and no network: the screen says so
  }
}

type Document = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;

async function parse(document: Document, page: number): Promise<void> {
  const sheet = await document.getPage(page);
  await sheet.getOperatorList();
}

function draw(pdfjs: Pdfjs, document: Document, { page, zoom, room, picture, text }: Drawing): ReturnType<OpenPdf['draw']> {
  const state = { stopped: false, stop: () => {} };
  const done = (async () => {
    const sheet = await document.getPage(page);
    if (state.stopped) return null;
    const natural = sheet.getViewport({ scale: 1 });
    const scale = Math.min(room.width / natural.width, room.height / natural.height) * zoom;
    const viewport = sheet.getViewport({ scale });
    const points = Math.min(window.devicePixelRatio, Math.sqrt(mostPoints / (viewport.width * viewport.height)));
    picture.width = Math.floor(viewport.width * points);
    picture.height = Math.floor(viewport.height * points);
    picture.style.width = `${Math.floor(viewport.width)}px`;
    picture.style.height = `${Math.floor(viewport.height)}px`;
    const rendering = sheet.render({ canvas: picture, viewport, transform: [points, 0, 0, points, 0, 0] });
    text.replaceChildren();
    text.style.setProperty('--total-scale-factor', String(scale));
    const words = new pdfjs.TextLayer({ textContentSource: sheet.streamTextContent(), container: text, viewport });
    state.stop = () => {
      rendering.cancel();
      words.cancel();
    };
    try {
      await Promise.all([rendering.promise, words.render()]);
    } catch (error) {
      if (state.stopped) return null; // another page or size was asked for meanwhile
      throw error;
    }
    return { hasText: words.textContentItemsStr.some((part) => part.trim() !== '') };
  })();
  return {
    done,
    stop: () => {
      state.stopped = true;
      state.stop();
    },
  };
}

/** PDF.js makes one with `new`, and asks it for decoders of pictures by file name. */
function partFactory() {
  return {
    fetch: async ({ filename }: { readonly filename: string }): Promise<Uint8Array> => {
      const address = parts[filename];
      if (address === undefined) throw new Error(`there is no ${filename} here`);
      const answer = await fetch(address);
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}
