// Parts of requests that are strange by themselves: bodies that are no JSON or more JSON than anybody means, paths that try to leave, headers
// and cookies that say nothing or lie.

import type { Chance } from './chance.ts';

export function strangeText(chance: Chance): Uint8Array<ArrayBuffer> | string {
  const levels = chance.pick([100, 10_000, 100_000]);
  return chance.pick<() => Uint8Array<ArrayBuffer> | string>([
    () => '['.repeat(levels),
    () => `${'['.repeat(levels)}${']'.repeat(levels)}`,
    () => `${'{"facts":'.repeat(levels / 10)}1${'}'.repeat(levels / 10)}`,
    () => '{"protocol":1e999}',
    () => '{"protocol":99999999999999999999999999}',
    () => '{"protocol":{"toString":null}}',
    () => '{"__proto__":{"protocol":1},"constructor":{"prototype":{"protocol":1}},"protocol":1}',
    () => '{"protocol":1,"protocol":2}',
    () => '\ufeff{"protocol":1}',
    () => `{"protocol":1,"ids":["${'\\u0000'.repeat(11)}"]}`,
    () => `{"protocol":1,"ids":["\\ud800"]}`,
    () => new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
    () => new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
    () => Uint8Array.from({ length: 200 }, () => chance.below(256)),
    () => '',
    () => 'null',
    () => '"text"',
    () => 'NaN',
  ])();
}

export function trickPath(chance: Chance): string {
  const random = Array.from({ length: 1 + chance.below(20) }, () =>
    chance.pick(['/', '.', '..', '%2e', '%2f', '%5c', '%00', '\\', 'a', '%', '%zz', ';', '@', '%c0%ae', '~', '|']),
  ).join('');
  return chance.pick([
    '/../wayside.db',
    '/assets/../../wayside.db',
    '/assets/..%2f..%2fwayside.db',
    '/assets/%2e%2e/%2e%2e/wayside.db',
    '/assets/%2e%2e%2fwayside.db',
    '/..%5c..%5cwayside.db',
    '//etc/passwd',
    '/%00',
    '/index.html%00.png',
    '/.git/config',
    '/assets/',
    '/assets',
    `/${'a'.repeat(5_000)}`,
    `/${'a/'.repeat(500)}`,
    '/api',
    '/api/',
    '/api/../api/hello',
    '/api//hello',
    '/api/hello/',
    '/API/HELLO',
    '/api/sync/push%2f',
    '/api/sync/%70ull',
    '/api/%2e%2e/hello',
    '/api/constructor',
    '/api/__proto__',
    '/erasures',
    '/watermark',
    '/%e0%80%af',
    `/${random}`,
    `/assets/${random}`,
    `/api/${random}`,
  ]);
}

export function strangeHeaders(chance: Chance): Readonly<Record<string, string>> {
  return chance.pick<Readonly<Record<string, string>>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost' },
    { 'accept-encoding': 'gzip;q=0, br;q=2, *;q=banana' },
    { 'content-encoding': 'gzip' },
    { 'x-forwarded-for': '1.1.1.1, '.repeat(200) },
    { 'x-http-method-override': 'DELETE' },
    { range: 'bytes=0-1,5-3,-9' },
    { 'if-none-match': '"'.repeat(2_000) },
    { 'x-nothing': 'y'.repeat(4_000) },
    { 'transfer-encoding': 'identity' },
    { accept: 'text/html' },
    { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
    { authorization: 'Bearer null' },
    { 'sec-fetch-site': 'cross-site' },
  ]);
}

/** Beside the person's own: a browser sends whatever other pages of the host have set. */
export function strangeCookie(chance: Chance): string {
  return chance.pick([
    'wayside-device',
    'a=b; a=c',
    '=',
    ';;;',
    'x='.repeat(300),
    '__proto__=1',
    'wayside.session_token=%',
    'wayside.session_token=x.y',
    '%00=%00',
    'é=é',
  ]);
}
