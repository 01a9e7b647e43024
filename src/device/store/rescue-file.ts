// Facts of this device as a file, when no network comes: newline-delimited JSON, a header and one fact a line, each with its hash.
// What it holds of people is sealed as it is on the device. Another device of the library, or this one later, delivers them (S9).

import * as v from 'valibot';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { recordId } from '../../domain/shapes.ts';
import { hashOf } from '../../protocol/hash.ts';
import { type Carried, carryFacts } from './carry.ts';
import type { Store } from './db.ts';
import { self } from './self.ts';

const header = v.looseObject({
  wayside: v.literal('rescue'),
  version: v.literal(1),
  library: recordId,
  device: recordId,
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** SHA-256 over all lines after this one, as they stand. */
  checksum: v.string(),
});

const factLine = v.looseObject({ hash: v.string(), text: v.string() });

export interface RescueFile {
  readonly text: string;
  readonly name: string;
  readonly count: number;
}

/** Facts without a receipt, those needing attention included; with `all`, every fact made on or carried by this device. */
export async function exportRescueFile(store: Store, { all = false }: { readonly all?: boolean } = {}): Promise<Result<RescueFile>> {
  const { identity, delivered } = await self(store);
  if (identity === null) return failed('not-enrolled');
  const [own, again, held] = await Promise.all([
    all ? store.facts.toArray() : store.facts.where('order').above(delivered).toArray(),
    store.again.toArray(),
    store.attention.toArray(),
  ]);
  const facts = new Map([...own, ...again, ...held].map(({ id, hash, text }) => [id, { hash, text }]));
  const lines = [...facts.values()].map((fact) => JSON.stringify(fact)).join('\n');
  const { library, device } = identity;
  const head = { wayside: 'rescue', version: 1, library, device, count: facts.size, checksum: hashOf(lines) } satisfies v.InferOutput<
    typeof header
  >;
  const day = new Date(store.ports.now()).toISOString().slice(0, 10);
  return ok({ text: `${JSON.stringify(head)}\n${lines}\n`, name: `wayside-rescue-${day}-${device.slice(0, 6)}.ndjson`, count: facts.size });
}

export interface Rescued extends Carried {
  /** Lines that are cut or changed: their facts could not be taken. */
  readonly damaged: number;
}

/** Takes what is whole, also from a damaged file. Problems: rescue-file-unreadable, rescue-file-other-library. */
export async function importRescueFile(store: Store, text: string): Promise<Result<Rescued>> {
  const { identity } = await self(store);
  if (identity === null) return failed('not-enrolled');
  const [first = '', ...rest] = text.trimEnd().split(/\r?\n/);
  const head = v.safeParse(header, parsed(first));
  if (!head.success) return failed('rescue-file-unreadable', { line: 1 });
  if (head.output.library !== identity.library) return failed('rescue-file-other-library');
  const lines = rest.filter((line) => line.trim() !== '');
  const whole = lines.flatMap((line) => {
    const read = v.safeParse(factLine, parsed(line));
    const intact = read.success && hashOf(read.output.text) === read.output.hash && isFact(read.output.text);
    return intact ? [read.output.text] : [];
  });
  const damaged = Math.max(lines.length, head.output.count) - whole.length;
  if (whole.length === 0 && damaged > 0) return failed('rescue-file-unreadable', { line: 2 });
  const carried = await carryFacts(store, whole);
  return carried.ok ? ok({ ...carried.value, damaged }) : carried;
}

function isFact(text: string): boolean {
  const fact = parsed(text);
  return typeof fact === 'object' && fact !== null && 'id' in fact && 'subject' in fact;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // counted as damaged by the caller
  }
}
