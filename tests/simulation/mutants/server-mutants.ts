// Mistakes in the server.

import type { Mutant } from './mutants.ts';

export const serverMutants: readonly Mutant[] = [
  {
    name: 'acknowledge before commit',
    patches: [
      {
        file: 'server/storage/push.ts',
        find: '(waiting) => engine.write((tx) => pushAll(engine, ledgers, tx, waiting))',
        put: `(waiting) =>
    new Promise<readonly PushOutcome[]>((early, failed) => {
      engine
        .write(async (tx) => {
          const outcomes = await pushAll(engine, ledgers, tx, waiting);
          early(outcomes);
          return outcomes;
        })
        .catch(failed);
    })`,
      },
      // Looking for news waits for the one connection, and so for the commit.
      { file: 'server/routes/sync.ts', find: 'const ask = few &&', put: 'const ask = false && few &&' },
    ],
  },
  {
    name: 'skip when number <= last seen',
    patches: [
      {
        file: 'server/storage/push.ts',
        find: '  const known = await whatIsKnown(engine, ledgers, tx, library, waiting);',
        put: `  const lastNumbers = new Map<string, number>();
  for (const { maker } of await tx.selectFrom('fact').select('maker').where('library', '=', library).execute()) {
    const [incarnation = '', number = ''] = maker.split('/');
    lastNumbers.set(incarnation, Math.max(Number(number), lastNumbers.get(incarnation) ?? 0));
  }
  const known = { ...(await whatIsKnown(engine, ledgers, tx, library, waiting)), lastNumbers };`,
      },
      {
        file: 'server/storage/place-facts.ts',
        find: '  return { fact };\n}',
        put: `  if (fact.number <= (known.lastNumbers.get(fact.incarnation) ?? 0)) return { first: { seq: known.sequence || 1, receivedAt: known.receivedAt } };
  return { fact };
}`,
      },
    ],
  },
  {
    name: 'SQL sequence as cursor',
    patches: [
      {
        file: 'server/storage/push.ts',
        find: '  return (asking, sent) => batches.add(asking.device.library, { asking, reads: sent.map(readSent), prepares: false });',
        put: `  return async (asking, sent) => {
    const { library, id } = asking.device;
    const reads = sent.map(readSent);
    const from = await engine.write(async (tx) => {
      const { sequence } = await tx
        .updateTable('library')
        .set((row) => ({ sequence: row('sequence', '+', reads.length) }))
        .where('id', '=', library)
        .returning('sequence')
        .executeTakeFirstOrThrow();
      return sequence - reads.length;
    });
    for (let turns = id.charCodeAt(0) % 4; turns > 0; turns--) await nextTurn();
    return batches.add(library, { asking, reads, prepares: false, from });
  };`,
      },
      {
        file: 'server/storage/push.ts',
        find: "import { createBatches } from './batches.ts';",
        put: "import { setImmediate as nextTurn } from 'node:timers/promises';\nimport { createBatches } from './batches.ts';",
      },
      { file: 'server/storage/push.ts', find: 'items: 50,', put: 'items: 1,' },
      { file: 'server/storage/push.ts', find: 'let last = sequence;', put: 'let last = waiting[0]?.from ?? sequence;' },
      {
        file: 'server/storage/push.ts',
        find: 'const columns = { sequence: last,',
        put: 'const columns = { sequence: Math.max(last, sequence),',
      },
    ],
  },
  {
    name: "adopt the peer's digest instead of computing it",
    patches: [
      {
        file: 'server/storage/pull.ts',
        find: 'const differs = digest.count !== count || digest.xor !== (ours?.digest_xor ?? emptyDigest.xor);',
        put: 'const differs = false;',
      },
    ],
  },
  {
    name: 'reject facts with a future clock',
    patches: [
      {
        file: 'server/storage/place-facts.ts',
        find: '  return { fact };\n}',
        put: "  if (Date.parse(fact.at) > Date.parse(known.receivedAt) + 86_400_000) return refused('fact-invalid', 'at');\n  return { fact };\n}",
      },
    ],
  },
  {
    name: 'deduplicate by content instead of id',
    patches: [
      {
        file: 'server/storage/place-facts.ts',
        find: '  const sameBatch = fresh.get(id);',
        put: `  const content = (one: Fact) => JSON.stringify([one.kind, one.subject, one.body]);
  const twin = [...fresh.values()].find((one) => one.fact.id !== id && content(one.fact) === content(fact));
  if (twin !== undefined) return { first: { seq: twin.seq, receivedAt: known.receivedAt } };
  const sameBatch = fresh.get(id);`,
      },
    ],
  },
  {
    name: 'partial batch taken as success',
    patches: [
      {
        file: 'server/storage/push.ts',
        find: '  const stored = placements.flatMap((placement) => placement.stored);',
        put: '  const stored = placements.flatMap((placement) => placement.stored).slice(0, 3);',
      },
    ],
  },
  {
    name: 're-push resurrects erased data',
    patches: [
      { file: 'server/storage/place-facts.ts', find: "  if (known.erased(id)) return refused('fact-erased');\n", put: '' },
      {
        file: 'server/storage/offer.ts',
        find: '!known.has(id) && !erased.has(id)),\n      erased: [...erased],',
        put: '!known.has(id)),\n      erased: [],',
      },
    ],
  },
];
