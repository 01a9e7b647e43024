// What every route is given. Made once, in create-server.ts.

import type { RandomBytes } from '../protocol/ids.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Config } from './config.ts';
import type { Pokes } from './pokes.ts';
import type { RateLimits } from './rate-limits.ts';
import type { ServerIdentity, Storage } from './storage/storage.ts';

export interface Services {
  readonly config: Config;
  readonly storage: Storage;
  readonly accounts: Accounts;
  /** Its epoch may change while the server runs: ask for it anew with each answer (S19). */
  readonly identity: ServerIdentity;
  readonly pokes: Pokes;
  readonly limits: RateLimits;
  /** Wanted by the first set-up when other machines can reach the server; null when none is. */
  readonly setupCode: string | null;
  /** Aborted when the server closes: streams end. */
  readonly closing: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: RandomBytes;
  /** One line for an operator. Never a person's data. */
  readonly log: (line: string) => void;
}
