// Reads codes from pictures beside the page: a look takes a tablet a tenth of a second or more, and the page must not stand still
// for it. zxing's wasm comes from our own origin; its default would be a server of somebody else, and a bookmobile has no network.

import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { CodeFormat, FoundCode } from './code-formats.ts';

export interface ReadRequest {
  readonly turn: number;
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly pixels: ArrayBuffer;
  readonly formats: readonly CodeFormat[];
}

/** `code` null: none in the picture. `failed`: the wasm could not be loaded. */
export type ReadAnswer = { readonly turn: number; readonly code: FoundCode | null } | { readonly turn: number; readonly failed: true };

const zxingNames = {
  qr_code: 'QRCode',
  ean_13: 'EAN13',
  ean_8: 'EAN8',
  upc_a: 'UPCA',
  upc_e: 'UPCE',
  code_128: 'Code128',
  code_39: 'Code39',
  codabar: 'Codabar',
  itf: 'ITF',
} as const satisfies Record<CodeFormat, NonNullable<ReaderOptions['formats']>[number]>;

const formats = Object.keys(zxingNames) as CodeFormat[]; // the keys of a record over all formats

prepareZXingModule({ overrides: { locateFile: () => wasm } });

self.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  void read(data).then((answer) => self.postMessage(answer));
});

async function read({ turn, width, height, pixels, formats: wanted }: ReadRequest): Promise<ReadAnswer> {
  try {
    const picture = new ImageData(new Uint8ClampedArray(pixels), width, height);
    // Several, not one: with two codes on a book's back, the one that is aimed at is meant.
    const found = await readBarcodes(picture, { formats: wanted.map((format) => zxingNames[format]), maxNumberOfSymbols: 4 });
    const away = ({ position }: (typeof found)[number]) => {
      const { topLeft, bottomRight } = position;
      return Math.hypot(topLeft.x + bottomRight.x - width, topLeft.y + bottomRight.y - height);
    };
    const [nearest] = found.toSorted((a, b) => away(a) - away(b));
    return { turn, code: nearest === undefined ? null : codeOf(nearest.text, nearest.format, wanted) };
  } catch {
    return { turn, failed: true }; // not on this device yet, and no network: the screen says what to do
  }
}

/** An EAN-13 that begins with 0 is a UPC-A of twelve digits, as it is printed and as hand scanners send it. */
function codeOf(text: string, name: string, wanted: readonly CodeFormat[]): FoundCode | null {
  const format = formats.find((one) => zxingNames[one] === name);
  if (format === 'ean_13' && text.startsWith('0') && wanted.includes('upc_a')) return { text: text.slice(1), format: 'upc_a' };
  return format === undefined ? null : { text, format };
}
