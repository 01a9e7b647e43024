// A part of the second stage, as this device holds it: read whole, because an entry that is cut short is listed all the same.

/** Bytes of it; 0: it is not here, or this browser keeps none. */
export async function keptSize(isWanted: (url: string) => boolean): Promise<number> {
  if (!('caches' in globalThis)) return 0;
  const cache = await caches.open('wayside-optional');
  const found = (await cache.keys()).find(({ url }) => isWanted(url));
  const kept = found === undefined ? undefined : await cache.match(found);
  return kept === undefined ? 0 : (await kept.arrayBuffer()).byteLength;
}
