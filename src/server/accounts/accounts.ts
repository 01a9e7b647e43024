// Coordinators' accounts: the port. What better-auth does behind it is in better-auth.ts.

import type { Result } from '../../domain/problem.ts';

export interface SignedIn {
  readonly account: string;
  readonly name: string;
}

export interface Session extends SignedIn {
  /** Set-Cookie lines for the browser. */
  readonly cookies: readonly string[];
}

/** How passwords are kept. */
export interface PasswordHashing {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (given: { readonly hash: string; readonly password: string }) => Promise<boolean>;
}

export interface Accounts {
  /** A new account, or the same one with a new password: set-up may have died half-way. Answers its id. */
  readonly put: (person: { readonly name: string; readonly email: string; readonly password: string }) => Promise<string>;
  /** Problem: sign-in-failed, the same for a wrong password and an unknown address. */
  readonly signIn: (email: string, password: string) => Promise<Result<Session>>;
  /** Set-Cookie lines that end the session. */
  readonly signOut: (headers: Headers) => Promise<readonly string[]>;
  readonly whoIs: (headers: Headers) => Promise<SignedIn | null>;
}
