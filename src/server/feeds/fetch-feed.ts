// Fetching a calendar from an address a person typed. The name is looked up once, every address it has is checked, and the connection
// goes to the address that was checked: a name that answers differently the next moment changes nothing. The same again after each
// redirect. Nothing of ours goes along: no cookie, no credentials, no referrer.

import { request as requestOverHttp, type IncomingMessage } from 'node:http';
import { request as requestOverHttps } from 'node:https';
import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import { textOfCsv } from '../../domain/import/csv-bytes.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { mayFetchFrom } from './addresses.ts';

export interface FeedPorts {
  /** All addresses of a name; throws when it has none. */
  readonly resolve: (host: string) => Promise<readonly LookupAddress[]>;
  /** Of the server's own network, those the operator allows. */
  readonly networks: readonly string[];
  readonly limits?: Partial<FeedLimits>;
}

export interface FeedLimits {
  readonly bytes: number;
  readonly redirects: number;
  /** For all of it, in milliseconds. */
  readonly time: number;
}

const usual: FeedLimits = { bytes: 10_000_000, redirects: 5, time: 20_000 };

/**
 * The text there, whatever its Content-Type. Problems: feed-refused (`reason` address, scheme, credentials, own-network, too-large,
 * redirects), feed-unreachable (`reason` name, connection, timeout, status (`status`), unreadable).
 */
export async function fetchFeed(address: string, ports: FeedPorts): Promise<Result<string>> {
  const limits = { ...usual, ...ports.limits };
  const stop = AbortSignal.timeout(limits.time);
  let next = address.trim().replace(/^webcals?:/i, 'https:');
  for (let redirects = 0; redirects <= limits.redirects; redirects++) {
    const url = URL.canParse(next) ? new URL(next) : null;
    if (url === null) return failed('feed-refused', { reason: 'address' });
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return failed('feed-refused', { reason: 'scheme' });
    if (url.username !== '' || url.password !== '') return failed('feed-refused', { reason: 'credentials' });
    const found = await addressesOf(url, ports, stop);
    if (!found.ok) return found;
    const answer = await get(url, found.value, stop);
    if (!answer.ok) return answer;
    const { statusCode = 0, headers } = answer.value;
    if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined) {
      answer.value.destroy();
      next = URL.canParse(headers.location, url.href) ? new URL(headers.location, url.href).href : '';
      continue;
    }
    if (statusCode !== 200) {
      answer.value.destroy();
      return failed('feed-unreachable', { reason: 'status', status: statusCode });
    }
    return bodyOf(answer.value, limits.bytes, stop);
  }
  return failed('feed-refused', { reason: 'redirects', most: limits.redirects });
}

async function addressesOf(url: URL, { resolve, networks }: FeedPorts, stop: AbortSignal): Promise<Result<readonly LookupAddress[]>> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  let found: readonly LookupAddress[];
  try {
    found = family === 0 ? await Promise.race([resolve(host), aborted(stop)]) : [{ address: host, family }];
  } catch {
    return failed('feed-unreachable', { reason: stop.aborted ? 'timeout' : 'name' }); // which of the ways a name can be unknown helps nobody
  }
  if (found.length === 0) return failed('feed-unreachable', { reason: 'name' });
  if (found.every(({ address }) => mayFetchFrom(address, networks))) return ok(found);
  return failed('feed-refused', { reason: 'own-network' });
}

/** Made only for a race: with nobody to hear it, its rejection would end the process. */
function aborted(stop: AbortSignal): Promise<never> {
  return new Promise((_, reject) => stop.addEventListener('abort', () => reject(stop.reason), { once: true }));
}

function get(url: URL, addresses: readonly LookupAddress[], stop: AbortSignal): Promise<Result<IncomingMessage>> {
  const request = url.protocol === 'https:' ? requestOverHttps : requestOverHttp;
  return new Promise((resolve) => {
    const asked = request(
      url,
      {
        agent: false,
        signal: stop,
        headers: { Accept: 'text/calendar, */*;q=0.1', 'Accept-Encoding': 'identity', 'User-Agent': 'Wayside calendar import' },
        // Asked by the connection instead of the name's server: it gets what was checked, and nothing else.
        lookup: (_host, options, answer) => {
          const [first] = addresses;
          if (options.all === true) answer(null, [...addresses]);
          else answer(null, first?.address ?? '', first?.family);
        },
      },
      (response) => resolve(ok(response)),
    );
    // Also when it ends without an answer and without an error, as after a change of protocol that nobody asked for.
    asked.on('close', () => resolve(failed('feed-unreachable', { reason: 'connection' })));
    asked.on('error', () => resolve(failed('feed-unreachable', { reason: stop.aborted ? 'timeout' : 'connection' })));
    asked.end();
  });
}

async function bodyOf(response: IncomingMessage, most: number, stop: AbortSignal): Promise<Result<string>> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const part of unpacked(response)) {
      const chunk: unknown = part;
      if (!(chunk instanceof Uint8Array)) continue;
      bytes += chunk.length;
      if (bytes > most) {
        response.destroy();
        return failed('feed-refused', { reason: 'too-large', most });
      }
      parts.push(chunk);
    }
  } catch {
    response.destroy();
    return failed('feed-unreachable', { reason: stop.aborted ? 'timeout' : 'unreadable' }); // cut off, or not what its headers say
  }
  return ok(textOfCsv(Buffer.concat(parts)));
}

/** Some servers press what was asked for plain; it is measured as it comes out. */
function unpacked(response: IncomingMessage): Readable {
  const way = response.headers['content-encoding']?.trim().toLowerCase();
  const unpack = way === 'gzip' || way === 'x-gzip' ? createGunzip() : way === 'deflate' ? createInflate() : null;
  if (unpack === null) return response;
  response.on('error', (error) => unpack.destroy(error));
  return response.pipe(unpack);
}
