// Headers on every answer, after the OWASP secure headers project. Nothing is loaded from elsewhere, no inline script runs, nobody frames us.

import type { MiddlewareHandler } from 'hono';

/** 'wasm-unsafe-eval' is for the scanner. Trusted Types: the app's own policy makes the addresses of its workers, nothing else is made. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "frame-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types wayside',
].join('; ');

const always: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The rest is about documents; an answer of the API is none, and small answers should stay small. */
const ofDocuments: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy':
    'camera=(self), accelerometer=(), autoplay=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(self), usb=(), xr-spatial-tracking=()',
};
const ofAnswers: Readonly<Record<string, string>> = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox" };

/** `isSecure`: browsers reach the server over HTTPS, and are told to keep to it. */
export function securityHeaders({ isSecure }: { readonly isSecure: boolean }): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const headers = { ...always, ...(c.req.path.startsWith('/api/') ? ofAnswers : ofDocuments) };
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    if (isSecure) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000');
  };
}
