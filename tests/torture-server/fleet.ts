// Two hundred devices of one library, spread over its servers, and what those servers take of memory.

import { type Client, enroll, invite, setUpLibrary } from '../bench/client.ts';
import type { Machines } from './machines.ts';

export const devices = 200;
/** All of them begin within this time. */
export const withinMilliseconds = 1_000;

export interface Fleet {
  readonly coordinator: Client;
  readonly members: readonly Client[];
  /** One more device, which has done nothing yet. */
  readonly another: () => Promise<Client>;
  /** MiB over all processes. */
  readonly memory: (which: 'now' | 'peak') => number;
  readonly forgetPeak: () => void;
}

/** Starts the servers and makes the library. */
export async function aFleet(machines: Machines): Promise<Fleet> {
  for (const machine of machines.all) await machine.start();
  const [first] = machines.all;
  if (first === undefined) throw new Error('there is a server');
  const coordinator = await setUpLibrary(first.url);
  const another = async (name = 'Counting') => enroll(first.url, await invite(coordinator), name);
  const members: Client[] = [];
  for (let at = 0; at < devices; at++) {
    const { url } = machines.all[at % machines.all.length] ?? first;
    members.push((await another(`Tablet ${at}`)).at(url));
  }
  return {
    coordinator,
    members,
    another: () => another(),
    memory: (which) => Math.round(machines.all.reduce((sum, { process }) => sum + (process()?.memory()?.[which] ?? Number.NaN), 0)),
    forgetPeak: () => {
      for (const { process } of machines.all) process()?.forgetPeak();
    },
  };
}
