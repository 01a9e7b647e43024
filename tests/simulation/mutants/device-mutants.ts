// Mistakes in the device.

import type { Mutant } from './mutants.ts';

export const deviceMutants: readonly Mutant[] = [
  {
    name: 'cursor stored before rows',
    patches: [
      {
        file: 'device/store/save-theirs.ts',
        find: `  const quick = await quickTheirs(store, theirs);
  return quick === null ? saveThoroughly(store, theirs) : ok(quick);`,
        put: `  const { rows, asked } = theirs;
  if (rows !== null && rows.facts.length > 0)
    await write(store, {
      tables: ['meta'],
      read: () => cursorRow(store),
      run: async (_self, row) => {
        if (sameCursor(row.cursor, asked.cursor)) await store.meta.put({ ...row, cursor: rows.cursor });
        return ok(null);
      },
    });
  return saveThoroughly(store, theirs);`,
      },
      {
        file: 'device/store/save-theirs.ts',
        find: 'const fits = sameCursor(stored.cursor, asked.cursor) &&',
        put: 'const fits = (sameCursor(stored.cursor, asked.cursor) || (rows !== null && sameCursor(stored.cursor, rows.cursor))) &&',
      },
      {
        file: 'device/store/save-theirs.ts',
        find: 'applyRows(store, folding, stored, rows)',
        put: 'applyRows(store, folding, { ...stored, cursor: asked.cursor }, rows)',
      },
    ],
  },
  {
    name: 'drop on 4xx',
    patches: [
      {
        file: 'device/sync/round.ts',
        find: '    return alone ? holdTooLarge(store, standing, batch) : answer;',
        put: `    if (['rate-limited', 'not-enrolled', 'request-unreadable', 'request-invalid'].includes(answer.problem.code)) {
      const last = batch.sent.own.at(-1)?.order;
      await store.dexie.transaction('rw', [store.facts, store.self], async () => {
        const now = await store.self.get('self');
        if (now === undefined || last === undefined) return;
        await store.facts.bulkDelete(batch.sent.own.map((row) => row.order));
        await store.self.put({ ...now, waiting: now.waiting - batch.sent.own.length, delivered: last, revision: 'dropped' });
      });
    }
    return alone ? holdTooLarge(store, standing, batch) : answer;`,
      },
    ],
  },
  {
    name: 'purge outbox on re-scope',
    patches: [
      {
        file: 'device/store/apply-rows.ts',
        find: '  await copiesRange(store, subject).delete();\n',
        put: "  await copiesRange(store, subject).delete();\n  await store.facts.where('subject').equals(subject).delete();\n",
      },
    ],
  },
  {
    name: 'discard local facts on epoch change',
    patches: [
      {
        file: 'device/store/save-theirs.ts',
        find: '  const refill = otherEpoch || ahead || heal?.refill === true;',
        put: '  if (otherEpoch) folding.writes.push(store.facts.clear(), store.copies.clear());\n  const refill = otherEpoch || ahead || heal?.refill === true;',
      },
    ],
  },
  {
    name: 'fact and view row in separate transactions',
    patches: [
      {
        file: 'device/store/quick-save.ts',
        find: 'if (await writeAtOnce(store, recent.self, { self, facts: rows, sessions: [...views.sessions.values()] })) return facts;',
        put: `if (await writeAtOnce(store, recent.self, { self, facts: rows })) {
    await store.sessions.bulkPut([...views.sessions.values()]);
    return facts;
  }`,
      },
    ],
  },
  {
    name: 'relaxed durability with power loss',
    patches: [
      { file: 'device/store/db.ts', find: "chromeTransactionDurability: 'strict'", put: "chromeTransactionDurability: 'relaxed'" },
      { file: 'device/store/write-at-once.ts', find: "{ durability: 'strict' }", put: "{ durability: 'relaxed' }" },
    ],
  },
  {
    name: 'lock held for a whole session',
    patches: [
      {
        file: 'device/sync/lock.ts',
        find: '  if (ports.locks === undefined) return run();',
        put: `  const { locks } = ports;
  if (locks === undefined || holders.has(ports)) return run();
  return new Promise((resolve, reject) => {
    void locks.request(name, { signal: new AbortController().signal }, () => {
      holders.add(ports);
      run().then(resolve, reject);
      return new Promise(() => {});
    });
  });`,
      },
      {
        file: 'device/sync/lock.ts',
        find: 'const longestPatience = 10_000;',
        put: 'const holders = new WeakSet<object>();\nconst longestPatience = 10_000;',
      },
    ],
  },
  {
    name: 'fact edited after its first send',
    patches: [
      {
        file: 'device/sync/round.ts',
        find: "    const alone = answer.problem.code === 'request-too-large' && batch.count === 1;",
        put: `    await store.facts.bulkPut(batch.sent.own.map((row) => ({ ...row, text: row.text.replace('"staff":null', '"staff":"LATE00000001"') })));
    const alone = answer.problem.code === 'request-too-large' && batch.count === 1;`,
      },
    ],
  },
  {
    name: 'new id on retry',
    patches: [
      {
        file: 'device/sync/batch.ts',
        find: "await store.facts.where('order').above(self.delivered).limit(room).toArray();",
        put: `(await store.facts.where('order').above(self.delivered).limit(room).toArray()).map((row) => {
    const text = row.text.replace(row.id, longId(store.ports.random));
    return { ...row, text, hash: hashOf(text) };
  });`,
      },
      {
        file: 'device/sync/batch.ts',
        find: "import { readFact } from '../../domain/fact.ts';",
        put: "import { readFact } from '../../domain/fact.ts';\nimport { hashOf } from '../../protocol/hash.ts';\nimport { longId } from '../../protocol/ids.ts';",
      },
    ],
  },
];
