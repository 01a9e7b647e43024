// Values nobody expects, put into values that would be fine: for requests and facts that a server must refuse without harm.

export const oddities: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  'x',
  '\0',
  '\ud800',
  'ա'.repeat(300),
  [],
  {},
  [[]],
  { __proto__: null },
  { toString: 1 },
  'a'.repeat(5_000),
  '../../etc/passwd',
  "'; drop table fact; --",
  '2026-13-45T99:99:99.999Z',
  '9999-12-31',
];

/** The same value with things in it replaced, left out, or added, so often in one. */
export function mutated(value: unknown, random: () => number, pick: <Item>(items: readonly Item[]) => Item, rate = 1): unknown {
  if (random() < 0.08 * rate) return pick(oddities);
  if (Array.isArray(value)) return value.map((one) => mutated(one, random, pick, rate));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(() => random() > 0.03 * rate);
  const entries = kept.map(([key, one]) => [key, random() > 0.1 * rate ? mutated(one, random, pick, rate) : pick(oddities)]);
  if (random() < 0.1) entries.push([pick(['toString', 'constructor', 'hasOwnProperty', 'x\0', '']), pick(oddities)]);
  return Object.fromEntries(entries);
}
