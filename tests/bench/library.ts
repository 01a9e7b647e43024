// A library on a real server, filled with made-up facts and ready to enroll devices: where most measurements begin.

import { type Client, deliver, invite, pullAll, setUpLibrary } from './client.ts';
import { aLibraryOf, type LibraryData } from './library-data.ts';
import type { ServerProcess } from './processes.ts';
import type { Stage } from './stage.ts';

export interface Library extends LibraryData {
  readonly server: ServerProcess;
  readonly coordinator: Client;
  readonly invite: () => Promise<string>;
}

/** On a server of its own, or on one that is still empty. */
export async function createLibrary(stage: Stage, size: number, empty?: ServerProcess): Promise<Library> {
  const server = empty ?? (await stage.server());
  const coordinator = await setUpLibrary(server.url);
  await pullAll(coordinator);
  const data = aLibraryOf(size, coordinator);
  const delivered = await deliver(coordinator, data.facts);
  if (delivered.stored !== size) throw new Error(`${delivered.stored} of ${size} facts were stored`);
  return { server, coordinator, invite: () => invite(coordinator), ...data };
}
