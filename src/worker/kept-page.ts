// A saved web page from the files kept on this device, for the viewer's frame. It comes from outside: its own policy lets it draw what it
// brings with it and nothing else. No script, no form, no request, no origin.

import type { Ports } from '../device/ports.ts';
import { createStore } from '../device/store/db.ts';
import { fileBlob } from '../device/store/pieces.ts';

const policy = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  'media-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** 404 for what is not complete here or no page. */
export async function keptPage(ports: Ports, hash: string): Promise<Response> {
  const store = createStore(ports);
  try {
    const file = await store.files.get(hash);
    const page = file?.mime === 'text/html' ? await fileBlob(store, hash, 'text/html') : null;
    if (page === null || !page.ok) return new Response(null, { status: 404 });
    const headers = {
      'Content-Type': 'text/html',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    };
    return new Response(page.value, { headers });
  } finally {
    store.dexie.close();
  }
}
