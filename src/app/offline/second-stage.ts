// The second stage of the offline shell: large parts that field work can begin without (the scanner's decoder). They are fetched
// in the background once the app itself is complete; the service worker answers for them from this cache.

import * as v from 'valibot';
import { optionalUrls } from './optional-urls.ts';

const cacheName = 'wayside-optional';

/** Chunks that the build calls `optional-…` and rarer letters: only the finished build knows their addresses, and leaves them in this list. */
const chunkList = v.array(v.pipe(v.string(), v.regex(/^\/assets\/[\w.-]+$/)));

/** Under which the list is kept: that of another release would call ready what lacks a part. The names of the first scripts tell releases apart. */
function keptList(): string {
  const release = Array.from(document.scripts, ({ src }) => src).join(' ');
  return `/optional-parts.json?release=${encodeURIComponent(release)}`;
}

export async function keepNamedParts(caches: CacheStorage): Promise<'ready' | 'failed'> {
  const urls = await namedParts(caches);
  return urls === null ? 'failed' : keepOptionalParts(caches, urls);
}

/** Without a network, as they were named when this release was last asked. null: never, or by nothing that leads to the server. */
export async function namedParts(caches: CacheStorage): Promise<readonly string[] | null> {
  try {
    const cache = await caches.open(cacheName);
    const list = (await fetchedList()) ?? v.parse(chunkList, await (await cache.match(keptList()))?.json());
    await cache.put(keptList(), Response.json(list));
    return [...optionalUrls, ...list];
  } catch {
    return null; // the next start asks again
  }
}

async function fetchedList(): Promise<readonly string[] | undefined> {
  try {
    const answer = await fetch('/optional-parts.json', { cache: 'no-store' });
    return v.parse(chunkList, await answer.json());
  } catch {
    return undefined; // no network, or one that answers with a page of its own
  }
}

/** Fetches what is missing and drops what no release needs any more. Begun anew at each start, so an interrupted one heals itself. */
export async function keepOptionalParts(caches: CacheStorage, urls: readonly string[]): Promise<'ready' | 'failed'> {
  try {
    const cache = await caches.open(cacheName);
    for (const url of urls) {
      if ((await cache.match(url)) === undefined) await cache.add(url);
    }
    const needed = new Set([keptList(), ...urls].map((url) => new URL(url, window.location.origin).href));
    for (const kept of await cache.keys()) {
      if (!needed.has(kept.url)) await cache.delete(kept);
    }
    return 'ready';
  } catch {
    return 'failed'; // no network yet, or no space: the line in Ready to leave says so, the next start tries again
  }
}
