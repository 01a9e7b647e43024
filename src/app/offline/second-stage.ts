// The second stage of the offline shell: large parts that field work can begin without (the scanner's decoder). They are fetched
// in the background once the app itself is complete; the service worker answers for them from this cache.

import * as v from 'valibot';
import { optionalUrls } from './optional-urls.ts';

const cacheName = 'wayside-optional';

/** Chunks that the build calls `optional-…` and rarer letters: only the finished build knows their addresses, and leaves them in this list. */
const chunkList = v.array(v.pipe(v.string(), v.regex(/^\/assets\/[\w.-]+$/)));

/** null: no network, or none that leads to the server. */
export async function namedParts(): Promise<readonly string[] | null> {
  try {
    const answer = await fetch('/optional-parts.json', { cache: 'no-store' });
    return [...optionalUrls, ...v.parse(chunkList, await answer.json())];
  } catch {
    return null; // the next start asks again
  }
}

/** Fetches what is missing and drops what no release needs any more. Begun anew at each start, so an interrupted one heals itself. */
export async function keepOptionalParts(caches: CacheStorage, urls: readonly string[]): Promise<'ready' | 'failed'> {
  try {
    const cache = await caches.open(cacheName);
    for (const url of urls) {
      if ((await cache.match(url)) === undefined) await cache.add(url);
    }
    const needed = new Set(urls.map((url) => new URL(url, window.location.origin).href));
    for (const kept of await cache.keys()) {
      if (!needed.has(kept.url)) await cache.delete(kept);
    }
    return 'ready';
  } catch {
    return 'failed'; // no network yet, or no space: the line in Ready to leave says so, the next start tries again
  }
}
