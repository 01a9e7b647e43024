// Reads a code from a picture: the browser's own detector where it knows the formats, else zxing's, whose wasm comes from our own
// origin. Its default would be a server of somebody else, and there is no network in a bookmobile.

import { BarcodeDetector as ZxingDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

export type CodeFormat = 'qr_code' | 'ean_13' | 'ean_8' | 'upc_a' | 'upc_e' | 'code_128' | 'code_39' | 'codabar' | 'itf';

export type Decode = (picture: ImageBitmapSource) => Promise<string | null>;

interface Detector {
  readonly detect: (picture: ImageBitmapSource) => Promise<readonly { readonly rawValue: string }[]>;
}

interface NativeDetector {
  new (options: { formats: CodeFormat[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

declare global {
  var BarcodeDetector: NativeDetector | undefined;
}

/** Rejects when the decoder cannot be loaded. */
export async function createDecoder(formats: readonly CodeFormat[]): Promise<Decode> {
  const detector = (await nativeDetector(formats)) ?? (await zxingDetector(formats));
  return async (picture) => (await detector.detect(picture))[0]?.rawValue ?? null;
}

async function nativeDetector(formats: readonly CodeFormat[]): Promise<Detector | null> {
  const Native = globalThis.BarcodeDetector;
  if (Native === undefined) return null;
  try {
    const supported = await Native.getSupportedFormats();
    return formats.every((format) => supported.includes(format)) ? new Native({ formats: [...formats] }) : null;
  } catch {
    return null; // some browsers have the name and no service behind it
  }
}

async function zxingDetector(formats: readonly CodeFormat[]): Promise<Detector> {
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  return new ZxingDetector({ formats: [...formats] });
}
