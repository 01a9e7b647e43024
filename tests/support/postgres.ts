// One real PostgreSQL for a whole test run, started by vitest before the server's tests: TEST_PG_URL when set, else the embedded one.
// Each test takes a database of its own from it, see aDatabase.

import type { TestProject } from 'vitest/node';
import { startPostgres } from './embedded-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_PG_URL'];
  if (given !== undefined && given !== '') {
    project.provide('postgresUrl', given);
    return async () => {};
  }
  const postgres = await startPostgres({ durable: false });
  project.provide('postgresUrl', postgres.url);
  return postgres.stop;
}
