// Accounts on better-auth, in the same database. Nobody can sign up: its HTTP handler is not mounted, only these calls are made.
// Its own rate limit, origin check and telemetry are off: the first two are ours (rate-limits.ts, origin.ts).

import { betterAuth } from 'better-auth';
import { failed, ok } from '../../domain/problem.ts';
import type { Config } from '../config.ts';
import type { Engine } from '../storage/dialects.ts';
import { isSecure } from '../who.ts';
import type { Accounts, PasswordHashing } from './accounts.ts';

export interface AccountPorts {
  readonly log: (line: string) => void;
  /** Its own slow scrypt when not given. */
  readonly passwords: PasswordHashing | undefined;
}

export async function openAccounts(engine: Engine, config: Config, { log, passwords: own }: AccountPorts): Promise<Accounts> {
  const { secret } = await engine.db.selectFrom('server').select('secret').executeTakeFirstOrThrow();
  const auth = betterAuth({
    baseURL: config.publicUrl ?? 'http://localhost',
    secret,
    database: { db: engine.db, type: engine.name, transaction: true },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log(`accounts: ${message}`) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      ...(own === undefined ? {} : { password: own }),
    },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: 7 * 86_400, updateAge: 86_400 },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'wayside',
      useSecureCookies: isSecure(config),
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true },
      disableCSRFCheck: true,
    },
  });
  const { internalAdapter, password: passwords } = await auth.$context;

  return {
    put: async ({ name, email, password }) => {
      const hash = await passwords.hash(password);
      const found = await internalAdapter.findUserByEmail(email.toLowerCase(), { includeAccounts: true });
      if (found === null) {
        const person = { name, email: email.toLowerCase(), emailVerified: false };
        const user = await internalAdapter.createUser(person, { method: 'email-password' }).catch(async (error: unknown) => {
          const there = await internalAdapter.findUserByEmail(person.email);
          if (there === null) throw error;
          return { ...there.user, isAnothers: true }; // asked for twice at this very moment: the other one is giving it its password
        });
        if ('isAnothers' in user) return user.id;
        await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash });
        return user.id;
      }
      const { user, accounts } = found;
      await internalAdapter.updateUser(user.id, { name });
      if (accounts.some((one) => one.providerId === 'credential')) await internalAdapter.updatePassword(user.id, hash);
      else await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash });
      return user.id;
    },
    signIn: async (email, password) => {
      const response = await auth.api.signInEmail({ body: { email, password }, asResponse: true });
      if (!response.ok) return failed('sign-in-failed');
      const cookies = response.headers.getSetCookie();
      const session = await auth.api.getSession({ headers: new Headers({ cookie: cookies.map((line) => line.split(';')[0]).join('; ') }) });
      return session === null ? failed('sign-in-failed') : ok({ account: session.user.id, name: session.user.name, cookies });
    },
    signOut: async (headers) => {
      const response = await auth.api.signOut({ headers, asResponse: true });
      return response.headers.getSetCookie();
    },
    whoIs: async (headers) => {
      if (!headers.get('cookie')?.includes('wayside.session_token')) return null; // most requests: spares the database
      const session = await auth.api.getSession({ headers, query: { disableRefresh: true } });
      return session === null ? null : { account: session.user.id, name: session.user.name };
    },
  };
}
