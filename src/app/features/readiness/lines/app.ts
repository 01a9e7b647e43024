// Is every part of the app on this device? The worker names what it has precached; each is opened and read to its end from the cache, not
// from the network. What is missing or broken is fetched again where there is a network, and named where there is none.

import { good, type Line, named, todo, type Verdict } from '../line.ts';

export interface AppSeen {
  /** null: no worker answers, so nothing is kept for offline. */
  readonly parts: number | null;
  readonly broken: readonly string[];
  readonly mended: number;
}

type Word = 'complete' | 'mended' | 'broken' | 'unsupported';

export function appVerdict({ parts, broken, mended }: AppSeen): Verdict<Word> {
  if (parts === null || parts === 0) return todo('unsupported');
  if (broken.length > 0) return todo('broken', { count: broken.length, other: parts, names: named(broken) });
  return mended > 0 ? good('mended', { count: mended, other: parts }) : good('complete', { count: parts });
}

export const lookAtApp: Line<Word> = async () => appVerdict(await seeApp());

interface Part {
  /** As the cache knows it. */
  readonly key: string;
  readonly url: string;
}

async function seeApp(): Promise<AppSeen> {
  const parts = await partsOfTheApp();
  if (parts === null) return { parts: null, broken: [], mended: 0 };
  const whole = await Promise.all(parts.map(isWhole));
  const bad = parts.filter((_, at) => whole[at] !== true);
  const mended = await Promise.all(bad.map(mend));
  const broken = bad.filter((_, at) => mended[at] !== true).map(({ url }) => url.split('/').at(-1) ?? url);
  return { parts: parts.length, broken, mended: bad.length - broken.length };
}

/** Long enough for a worker that has to be started first. */
const longestAnswer = 5_000;

function partsOfTheApp(): Promise<readonly Part[] | null> {
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
  if (worker === null) return Promise.resolve(null);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const late = setTimeout(() => resolve(null), longestAnswer);
    port1.onmessage = ({ data }: MessageEvent<readonly Part[]>) => {
      clearTimeout(late);
      resolve(data);
    };
    worker.postMessage({ type: 'NAME_PARTS' }, [port2]);
  });
}

async function isWhole({ key, url }: Part): Promise<boolean> {
  try {
    const kept = await caches.match(key);
    return kept?.ok === true && isOfItsKind(url, kept) && (await kept.arrayBuffer()).byteLength > 0;
  } catch {
    return false; // a cache that cannot be read has not got it
  }
}

async function mend({ key, url }: Part): Promise<boolean> {
  try {
    const name = (await caches.keys()).find((one) => one.includes('precache'));
    const fresh = await fetch(url, { cache: 'no-store', redirect: 'error' });
    if (name === undefined || !fresh.ok || !isOfItsKind(url, fresh)) return false;
    await (await caches.open(name)).put(key, fresh);
    return await isWhole({ key, url });
  } catch {
    return false; // no network: the line names the part
  }
}

/** A network with a sign-in page answers everything with HTML. */
function isOfItsKind(url: string, response: Response): boolean {
  const isPage = (response.headers.get('content-type') ?? '').includes('html');
  return isPage === /(\.html|\/)$/.test(new URL(url, location.href).pathname);
}
