// Reads a code from a picture: the browser's own detector where it knows every format that is wanted, else the bundled reader. A
// detector that is there in name only (a tablet without the service behind it) is left for the reader at its first look.

import { readerScriptUrl } from '../../offline/script-url.ts';
import type { CodeFormat, FoundCode } from './code-formats.ts';
import type { ReadAnswer, ReadRequest } from './optional-reader-worker.ts';

/** What can be looked at: the camera's picture, or a drawn one. */
export type Picture = HTMLVideoElement | HTMLCanvasElement;

export interface Decoder {
  /** null: no code in the picture. Rejects when the reader cannot be loaded. */
  readonly read: (picture: Picture) => Promise<FoundCode | null>;
  readonly close: () => void;
}

interface NativeFound {
  readonly rawValue: string;
  readonly format: string;
}

interface NativeDetector {
  new (options: { formats: CodeFormat[] }): { readonly detect: (picture: Picture) => Promise<readonly NativeFound[]> };
  getSupportedFormats(): Promise<readonly string[]>;
}

declare global {
  var BarcodeDetector: NativeDetector | undefined;
}

/** Rejects when no decoder can be loaded: the bundled reader is an optional part, and may not be on this device yet. */
export async function createDecoder(formats: readonly CodeFormat[]): Promise<Decoder> {
  const native = await nativeDecoder(formats);
  if (native === null) return createReader(formats);
  const state: { decoder: Decoder; tried: boolean } = { decoder: native, tried: false };
  return {
    read: async (picture) => {
      try {
        const found = await state.decoder.read(picture);
        state.tried = true;
        return found;
      } catch (error) {
        if (state.tried) throw error;
        state.tried = true;
        state.decoder = await createReader(formats);
        return state.decoder.read(picture);
      }
    },
    close: () => state.decoder.close(),
  };
}

async function nativeDecoder(formats: readonly CodeFormat[]): Promise<Decoder | null> {
  const Native = globalThis.BarcodeDetector;
  if (Native === undefined) return null;
  try {
    const supported = await Native.getSupportedFormats();
    if (!formats.every((format) => supported.includes(format))) return null;
    const detector = new Native({ formats: [...formats] });
    return {
      read: async (picture) => {
        const [found] = await detector.detect(picture);
        const format = formats.find((one) => one === found?.format);
        return found === undefined || format === undefined ? null : { text: found.rawValue, format };
      },
      close: () => {},
    };
  } catch {
    return null; // some browsers have the name and no service behind it
  }
}

/** The bundled reader, in a worker of its own. Resolves once it can read. */
export async function createReader(formats: readonly CodeFormat[]): Promise<Decoder> {
  const worker = new Worker(readerScriptUrl(), { type: 'module' });
  const waiting = new Map<number, { readonly resolve: (answer: ReadAnswer) => void; readonly reject: (reason: Error) => void }>();
  const state = { turn: 0, broken: false };
  const canvas = document.createElement('canvas');
  worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => {
    waiting.get(data.turn)?.resolve(data);
    waiting.delete(data.turn);
  });
  worker.addEventListener('error', () => {
    state.broken = true;
    for (const { reject } of waiting.values()) reject(new Error('the reader could not be loaded'));
    waiting.clear();
  });

  async function read({ width, height, data }: ImageData): Promise<FoundCode | null> {
    if (state.broken) throw new Error('the reader could not be loaded');
    state.turn += 1;
    const { turn } = state;
    const answer = await new Promise<ReadAnswer>((resolve, reject) => {
      waiting.set(turn, { resolve, reject });
      const request: ReadRequest = { turn, width, height, pixels: data.buffer, formats };
      worker.postMessage(request, [data.buffer]);
    });
    if ('failed' in answer) throw new Error('the wasm could not be loaded');
    return answer.code;
  }

  const decoder: Decoder = { read: (picture) => read(pixelsOf(picture, canvas)), close: () => worker.terminate() };
  try {
    await read(new ImageData(1, 1)); // loads the wasm: a part that is missing is told before anybody holds a code up
    return decoder;
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

/** The square in the middle, which is what the frame on the screen shows; larger pictures are no better, only slower. */
const most = 960;

function pixelsOf(picture: Picture, canvas: HTMLCanvasElement): ImageData {
  const [width, height] = picture instanceof HTMLVideoElement ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height];
  const side = Math.max(1, Math.min(width, height));
  const size = Math.min(most, side);
  if (canvas.width !== size) [canvas.width, canvas.height] = [size, size];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas in this browser');
  context.drawImage(picture, (width - side) / 2, (height - side) / 2, side, side, 0, 0, size, size);
  return context.getImageData(0, 0, size, size);
}
