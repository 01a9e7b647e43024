// From Node into the bench page: opens it, and calls its functions by name with typed arguments.

import type { BrowserContext, Page } from 'playwright';
import type { BenchPage } from './page/bench-page.ts';

export interface DrivenPage {
  readonly page: Page;
  readonly call: <Name extends keyof BenchPage>(
    name: Name,
    ...args: Parameters<BenchPage[Name]>
  ) => Promise<Awaited<ReturnType<BenchPage[Name]>>>;
}

/** In a tab of its own. It is brought to the front for each call: a tab in the background is slowed down. */
export async function openBenchPage(context: BrowserContext, url: string): Promise<DrivenPage> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in window);
  return {
    page,
    call: async (name, ...args) => {
      await page.bringToFront();
      const bench = await page.evaluateHandle(() => window.bench);
      return bench.evaluate(async (functions, [called, given]) => Reflect.apply(functions[called], null, given), [name, args] as const);
    },
  };
}
