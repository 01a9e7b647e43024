// The digest of what a device has delivered, as it travels. How it is computed is in hash.ts.

import * as v from 'valibot';

export const digest = v.object({
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  xor: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
});
