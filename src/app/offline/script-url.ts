// The one place where an address becomes code: the page's policy requires Trusted Types, and the policy named 'wayside' lets
// only the addresses of our own workers through. Browsers without Trusted Types take the plain address.

import pdfWorkerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import readerAddress from '../ui/scanner/optional-reader-worker.ts?worker&url';

const workerAddress = '/service-worker.js';

/** Trusted Types as far as used here. What is made is a TrustedScriptURL, which TypeScript's `Worker` does not take yet: it passes as text. */
interface TrustedTypesFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypesFactory;
  }
}

/** A policy's name can be taken only once a page. */
const policy = window.trustedTypes?.createPolicy('wayside', {
  createScriptURL: (url) => {
    if (url !== workerAddress && url !== readerAddress && url !== pdfWorkerAddress)
      throw new TypeError('only our own workers are loaded by address');
    return url;
  },
});

export function workerScriptUrl(): string {
  return policy?.createScriptURL(workerAddress) ?? workerAddress;
}

/** The reader of PDFs (records/pdf-reader.ts). */
export function pdfWorkerScriptUrl(): string {
  return policy?.createScriptURL(pdfWorkerAddress) ?? pdfWorkerAddress;
}

/** The reader of codes (ui/scanner/optional-reader-worker.ts). */
export function readerScriptUrl(): string {
  return policy?.createScriptURL(readerAddress) ?? readerAddress;
}
