// Purging by the running server, and collecting files that nothing names: at its start and once a day, every library. Several processes on
// one database may all do it (S35). People's details come first and depend on nothing else.

import type { Services } from './services.ts';

const day = 86_400_000;

export interface Purging extends Pick<Services, 'storage' | 'now' | 'log'> {
  readonly every?: ((milliseconds: number, run: () => void) => () => void) | undefined;
}

/** Ends when the returned function is called; what is under way is finished first. */
export function startPurging({ storage, now, log, every = everyByTimer }: Purging): () => Promise<void> {
  const state = { running: null as Promise<void> | null, stopped: false };
  const run = () => {
    state.running ??= purgeAll()
      .catch((error: unknown) => log(`contact details were not purged: ${messageOf(error)}`))
      .finally(() => {
        state.running = null;
      });
  };

  async function purgeAll(): Promise<void> {
    for (const { id } of await storage.libraries.list()) {
      if (state.stopped) return;
      const { signUps, loans, answers, keepDays } = await storage.erasures.purge(id, { now: new Date(now()), dryRun: false });
      if (signUps > 0) log(`purged the contact details of ${signUps} sign-ups done more than ${keepDays} days ago`);
      if (loans > 0) log(`purged the card numbers of ${loans} loans that ended`);
      if (answers > 0) log(`purged the words of ${answers} answers to surveys`);
    }
    for (const { id } of await storage.libraries.list()) {
      if (state.stopped) return;
      await collectFiles(id).catch((error: unknown) => log(`files were not collected: ${messageOf(error)}`));
    }
  }

  async function collectFiles(library: string): Promise<void> {
    const files = await storage.files.collect(library, new Date(now()));
    if (files > 0) log(`deleted ${files} files that no resource names any more, or whose upload was given up`);
  }

  run();
  const end = every(day, run);
  return async () => {
    state.stopped = true;
    end();
    await state.running;
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function everyByTimer(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds).unref();
  return () => clearInterval(timer);
}
