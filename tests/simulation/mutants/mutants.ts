// Mistakes that happened to somebody, each as an exact replacement in the product's source (see plant.ts). The names are those of the issue.

import { deviceMutants } from './device-mutants.ts';
import { serverMutants } from './server-mutants.ts';

export interface Patch {
  /** Under src. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

export interface Mutant {
  readonly name: string;
  readonly patches: readonly Patch[];
}

const inOrder = [
  'acknowledge before commit',
  'cursor stored before rows',
  'skip when number <= last seen',
  'SQL sequence as cursor',
  'drop on 4xx',
  'purge outbox on re-scope',
  "adopt the peer's digest instead of computing it",
  'discard local facts on epoch change',
  'reject facts with a future clock',
  'deduplicate by content instead of id',
  'fact and view row in separate transactions',
  'relaxed durability with power loss',
  'lock held for a whole session',
  'fact edited after its first send',
  'new id on retry',
  'partial batch taken as success',
  're-push resurrects erased data',
] as const;

export const mutants: readonly Mutant[] = inOrder.map((name) => {
  const found = [...deviceMutants, ...serverMutants].find((one) => one.name === name);
  if (found === undefined) throw new Error(`no mutant is called ${name}`);
  return found;
});

/** By its name, with blanks or with hyphens. */
export function mutantNamed(name: string): Mutant | undefined {
  return mutants.find((one) => one.name === name || one.name.replaceAll(' ', '-') === name);
}
