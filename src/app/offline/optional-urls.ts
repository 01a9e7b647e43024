// The addresses of the large parts that follow once the app is complete: the decoder of the scanner, the reader of PDFs.

import decoderWasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm?url';
import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm?url';
import pdfReader from 'pdfjs-dist/legacy/build/pdf.min.mjs?url';
import pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export const optionalUrls: readonly string[] = [decoderWasm, pdfReader, pdfWorker, jbig2, openjpeg];
