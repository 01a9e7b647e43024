// One push of a library at a time within this process: a crowd of devices waits here, in order, and not on the database's connections.

export interface Queues {
  readonly run: <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;
}

export function createQueues(): Queues {
  const last = new Map<string, Promise<unknown>>();
  return {
    run: (name, work) => {
      const before = last.get(name) ?? Promise.resolve();
      const done = before.then(work, work); // what failed before is no reason not to begin
      const settled = done.catch(() => undefined).then(() => {
        if (last.get(name) === settled) last.delete(name);
      });
      last.set(name, settled);
      return done;
    },
  };
}
