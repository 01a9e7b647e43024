// Slows down guessing: so many tries of one kind from one address within a span. In memory, bounded; a restart forgets, which is fine.

import type { Context } from 'hono';
import { ok, type Result } from '../domain/problem.ts';
import type { Config } from './config.ts';

export type LimitedAct = 'sign-in' | 'enroll' | 'set-up' | 'erase' | 'fetch-feed';

export interface RateLimits {
  /** Counts one try, before it is made; a problem (rate-limited, with seconds to wait) when there have been too many. */
  readonly attempt: (act: LimitedAct, address: string) => Result<null>;
  /** The try was a good one: earlier slips are forgotten. */
  readonly succeeded: (act: LimitedAct, address: string) => void;
}

/** Codes have 50 bits and a class of tablets may come at once; passwords are what people choose. */
const tries: Readonly<Record<LimitedAct, number>> = { 'sign-in': 10, enroll: 50, 'set-up': 10, erase: 100, 'fetch-feed': 60 };
const span = 10 * 60_000;
const mostAddresses = 10_000;

export function createRateLimits(now: () => number): RateLimits {
  const failures = new Map<string, { readonly since: number; readonly count: number }>();
  const current = (key: string) => {
    const entry = failures.get(key);
    return entry !== undefined && now() - entry.since < span && now() >= entry.since ? entry : null;
  };
  return {
    attempt: (act, address) => {
      const key = `${act} ${address}`;
      const entry = current(key) ?? { since: now(), count: 0 };
      if (entry.count >= tries[act]) {
        return { ok: false, problem: { code: 'rate-limited', retryAfter: Math.ceil((entry.since + span - now()) / 1_000) } };
      }
      failures.delete(key); // to the end of the map: the oldest goes first when it is full
      failures.set(key, { since: entry.since, count: entry.count + 1 });
      for (const oldest of failures.keys()) {
        if (failures.size <= mostAddresses) break;
        failures.delete(oldest);
      }
      return ok(null);
    },
    succeeded: (act, address) => {
      failures.delete(`${act} ${address}`);
    },
  };
}

/** The address a request came from; behind a proxy the last one it appended. 'unknown' when called without a socket, as tests do. */
export function addressOf(c: Context, { trustProxy }: Config): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded !== undefined && forwarded !== '') return forwarded.slice(0, 64);
  const incoming: unknown = c.env !== null && typeof c.env === 'object' && 'incoming' in c.env ? c.env.incoming : null;
  const socket = incoming !== null && typeof incoming === 'object' && 'socket' in incoming ? incoming.socket : null;
  const remote = socket !== null && typeof socket === 'object' && 'remoteAddress' in socket ? socket.remoteAddress : null;
  return typeof remote === 'string' ? remote : 'unknown';
}
