// The one place where an address becomes code: the page's policy requires Trusted Types, and the policy named 'wayside' lets
// only the service worker's own address through. Browsers without Trusted Types take the plain address.

import type { Workbox } from 'workbox-window';

type ScriptUrl = ConstructorParameters<typeof Workbox>[0];

const workerAddress = '/service-worker.js';

/** Trusted Types as far as used here; TypeScript's DOM library does not know them yet. */
interface TrustedTypesFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => ScriptUrl };
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypesFactory;
  }
}

/** Call once a page: a policy's name can be taken only once. */
export function workerScriptUrl(): ScriptUrl {
  if (window.trustedTypes === undefined) return workerAddress;
  const policy = window.trustedTypes.createPolicy('wayside', {
    createScriptURL: (url) => {
      if (url !== workerAddress) throw new TypeError('only the service worker is loaded by address');
      return url;
    },
  });
  return policy.createScriptURL(workerAddress);
}
