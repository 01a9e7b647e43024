// Password hashing that costs nothing, for the many tests that only need somebody to be signed in. The real one is in access.test.ts and
// wherever a server runs as a process of its own.

import { createHash } from 'node:crypto';
import type { PasswordHashing } from '../../src/server/accounts/accounts.ts';

const quick = (password: string) => `quick:${createHash('sha256').update(password).digest('hex')}`;

export const quickPasswords: PasswordHashing = {
  hash: async (password) => quick(password),
  verify: async ({ hash, password }) => hash === quick(password),
};
