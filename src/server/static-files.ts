// Serves the built app: hashed assets for ever, everything else asked about again, any other page address as index.html.
// Assets of earlier releases stay for 90 days: a tab or an offline shell that began with one may still ask for its chunks.

import { copyFile, mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context, Handler } from 'hono';
import { accepts } from './accepts.ts';
import { problemResponse } from './problem-response.ts';

export interface StaticFolders {
  /** The built app. */
  readonly dist: string;
  /** Where assets of earlier releases are kept. */
  readonly kept: string;
}

/** Copies the release's assets aside, and forgets those no release has had for 90 days. A file's date is the last start that had it. */
export async function keepAssets({ dist, kept }: StaticFolders, now: Date): Promise<void> {
  await mkdir(kept, { recursive: true, mode: 0o700 });
  for (const name of await filesIn(join(dist, 'assets'))) {
    if ((await sizeOf(join(kept, name))) !== (await sizeOf(join(dist, 'assets', name))))
      await copyFile(join(dist, 'assets', name), join(kept, name));
    await utimes(join(kept, name), now, now);
  }
  for (const name of await filesIn(kept)) {
    const { mtimeMs } = await stat(join(kept, name));
    if (now.getTime() - mtimeMs > daysKept * 86_400_000) await rm(join(kept, name));
  }
}

const daysKept = 90;

export function staticFiles({ dist, kept }: StaticFolders): Handler {
  const cache = createFileCache();
  return async (c) => {
    const path = safePath(c.req.path);
    if (path === null) return problemResponse(c, { code: 'route-unknown' });
    const asset = /^\/assets\/([^/]+)$/.exec(path);
    if (asset?.[1] !== undefined) {
      const file = (await cache(join(dist, 'assets', asset[1]))) ?? (await cache(join(kept, asset[1])));
      return file === null ? problemResponse(c, { code: 'not-found' }) : send(c, file, 'public, max-age=31536000, immutable');
    }
    const file = path === '/' ? null : await cache(join(dist, path));
    if (file !== null) return send(c, file, 'no-cache');
    if (extname(path) !== '' || path.startsWith('/assets/')) return problemResponse(c, { code: 'route-unknown' });
    const page = await cache(join(dist, 'index.html'));
    if (page === null) return c.text('The app has not been built yet: npm start builds it.', 503);
    return send(c, page, 'no-cache');
  };
}

interface File {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer<ArrayBuffer>;
  readonly br: Buffer<ArrayBuffer> | null;
  readonly gzip: Buffer<ArrayBuffer> | null;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
const worthPressing = ['.html', '.js', '.mjs', '.css', '.json', '.webmanifest', '.svg', '.wasm', '.txt'];

/** A file as it is on disk now, pressed once and kept in memory until it changes; null when there is none to serve. */
function createFileCache(): (path: string) => Promise<File | null> {
  const files = new Map<string, { readonly stamp: string; readonly file: Promise<File> }>();
  return async (path) => {
    const found = await stat(path).catch(() => null); // not there: a 404 or the page, as the caller says
    if (found?.isFile() !== true) return null;
    const stamp = `${found.mtimeMs} ${found.size}`;
    const before = files.get(path);
    if (before?.stamp === stamp) return before.file;
    const file = load(path);
    files.set(path, { stamp, file });
    return file;
  };
}

async function load(path: string): Promise<File> {
  const plain = await readFile(path);
  const extension = extname(path);
  const press = worthPressing.includes(extension) && plain.length > 1_000;
  return {
    type: types[extension] ?? 'application/octet-stream',
    etag: `W/"${hash('sha256', plain, 'base64url').slice(0, 22)}"`,
    plain,
    br: press
      ? await promisify(brotliCompress)(plain, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
        })
      : null,
    gzip: press ? await promisify(gzip)(plain) : null,
  };
}

function send(c: Context, file: File, caching: string): Response {
  c.header('Cache-Control', caching);
  c.header('ETag', file.etag);
  c.header('Vary', 'Accept-Encoding');
  if (c.req.header('if-none-match')?.includes(file.etag) === true) return c.body(null, 304);
  const accepted = c.req.header('accept-encoding');
  c.header('Content-Type', file.type);
  if (file.br !== null && accepts(accepted, 'br')) {
    c.header('Content-Encoding', 'br');
    return c.body(file.br);
  }
  if (file.gzip !== null && accepts(accepted, 'gzip')) {
    c.header('Content-Encoding', 'gzip');
    return c.body(file.gzip);
  }
  return c.body(file.plain);
}

/** Null for a path that leaves the folder or names something hidden. */
function safePath(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return /(^|\/)\.|[\\\0]/.test(decoded) ? null : decoded;
  } catch {
    return null; // not a URI
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []); // no folder, no files
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? -1; // not there
}
