// The ghost: what a perfect observer knows. Every fact's first bytes, which were promised (an action said ok), which have a receipt, what the
// server holds, what was erased on request, and what the story destroyed on purpose everywhere it was.

import type { Fact } from '../../src/domain/fact.ts';

export interface Known {
  readonly id: string;
  readonly text: string;
  readonly fact: Fact;
  /** Made by an honest device, or made up by the story to do harm. */
  readonly honest: boolean;
  /** The page whose commit brought it. */
  readonly page: string;
  readonly foreign: boolean;
}

export interface ServerRow {
  readonly seq: number;
  readonly id: string;
  readonly hash: string;
  readonly text: string;
  readonly device: string;
  readonly carrier: string;
  readonly incarnation: string;
  readonly maker: string;
  readonly subject: string;
  readonly kind: string;
  readonly receivedAt: string;
}

export interface HeldRow {
  readonly id: string;
  readonly code: string;
  readonly text: string;
}

/** What the server was seen to hold of one library. */
export interface Mirror {
  readonly facts: Map<string, ServerRow>;
  /** What lies in quarantine, by its key. */
  readonly held: Map<string, HeldRow>;
  last: number;
  highest: number;
  safe: number;
}

export interface Violation {
  readonly invariant: string;
  readonly says: string;
}

export interface Ghost {
  readonly facts: Map<string, Known>;
  readonly promised: Set<string>;
  readonly acked: Set<string>;
  readonly erased: Set<string>;
  /** Gone from everywhere by the story's own doing: nobody is owed these. */
  readonly lost: Set<string>;
  readonly mirrors: Map<string, Mirror>;
  /** Highest number ever seen of each epoch and library: 'epoch/library'. */
  readonly highWater: Map<string, number>;
  readonly state: { epoch: string; violation: Violation | null; checks: number };
  readonly mirror: (library: string) => Mirror;
  readonly violate: (invariant: string, says: string) => undefined;
}

export function createGhost(): Ghost {
  const ghost: Ghost = {
    facts: new Map(),
    promised: new Set(),
    acked: new Set(),
    erased: new Set(),
    lost: new Set(),
    mirrors: new Map(),
    highWater: new Map(),
    state: { epoch: '', violation: null, checks: 0 },
    mirror: (library) => {
      const known = ghost.mirrors.get(library);
      if (known !== undefined) return known;
      const made: Mirror = { facts: new Map(), held: new Map(), last: 0, highest: 0, safe: 0 };
      ghost.mirrors.set(library, made);
      return made;
    },
    violate: (invariant, says) => {
      ghost.state.violation ??= { invariant, says };
    },
  };
  return ghost;
}

/** [I25] In its own library: in another's it counts for nothing. */
export function isStored(ghost: Ghost, id: string): boolean {
  const library = ghost.facts.get(id)?.fact.library;
  return library !== undefined && ghost.mirror(library).facts.has(id);
}

/** As it was made: what somebody altered and sent under its id is not it. */
export function isHeld(ghost: Ghost, id: string): boolean {
  const library = ghost.facts.get(id)?.fact.library;
  return (
    library !== undefined && [...ghost.mirror(library).held.values()].some((row) => row.id === id && row.text === ghost.facts.get(id)?.text)
  );
}

/** [S34] With a sign-up its corrections are erased, those too that arrive only later. */
export function isErased(ghost: Ghost, id: string): boolean {
  if (ghost.erased.has(id)) return true;
  const fact = ghost.facts.get(id)?.fact;
  return fact?.kind === 'sign-up.corrected' && ghost.erased.has(String(fact.body['target']));
}

const read = new Map<string, Fact>();

/** A text the ghost knows to be a fact; read once. */
export function factOf(text: string): Fact {
  const known = read.get(text);
  if (known !== undefined) return known;
  if (read.size > 5_000) read.clear();
  const fact: Fact = JSON.parse(text);
  read.set(text, fact);
  return fact;
}
