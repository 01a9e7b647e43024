// What the browser's storage can do to us, as Problems. Whatever is not storage's fault is a bug and is thrown on.

import { Dexie } from 'dexie';
import { failed, type Problem, type ProblemCode, type Result } from '../../domain/problem.ts';
import { isOfNewerApp, type Store } from './db.ts';

const codes: Readonly<Record<string, ProblemCode>> = {
  QuotaExceededError: 'storage-full',
  AbortError: 'storage-unavailable',
  DatabaseClosedError: 'storage-unavailable',
  InvalidStateError: 'storage-unavailable',
  InvalidAccessError: 'storage-unavailable',
  MissingAPIError: 'storage-unavailable',
  NotFoundError: 'storage-unavailable',
  OpenFailedError: 'storage-unavailable',
  PrematureCommitError: 'storage-unavailable',
  SecurityError: 'storage-unavailable',
  TimeoutError: 'storage-timeout',
  TransactionInactiveError: 'storage-unavailable',
  UnknownError: 'storage-unavailable',
  VersionError: 'storage-newer',
};

/** Names of errors after which a fresh connection may help. */
const lost = new Set(['DatabaseClosedError', 'InvalidStateError', 'TransactionInactiveError', 'UnknownError']);

/** A storage error of this store; anything else is thrown on. */
export function problemOrThrow(store: Pick<Store, 'dexie'>, error: unknown): Result<never> {
  const problem = storageProblem(error);
  if (problem === null) throw error;
  const missed = problem.code === 'storage-unavailable' && isOfNewerApp(store);
  return { ok: false, problem: missed ? { ...problem, code: 'storage-newer' } : problem };
}

/** null: not a storage error. Dexie wraps what happened in `inner`: a full disk shows as an abort with the quota inside. */
export function storageProblem(error: unknown): Problem | null {
  const names = namesOf(error);
  const code = names.includes('QuotaExceededError') ? 'storage-full' : codes[names[0] ?? ''];
  return code === undefined ? null : failed(code, { error: names.join(' < ') }).problem;
}

export function isConnectionLost(error: unknown): boolean {
  return namesOf(error).some((name) => lost.has(name));
}

function namesOf(error: unknown): readonly string[] {
  const names: string[] = [];
  let current = firstOf(error);
  while (typeof current === 'object' && current !== null && 'name' in current && names.length < 5) {
    names.push(String(current.name));
    current = 'inner' in current ? current.inner : null;
  }
  return names;
}

/** What Dexie says of many rows at once only counts them; the first one's error tells what happened. */
function firstOf(error: unknown): unknown {
  return error instanceof Dexie.BulkError || error instanceof Dexie.ModifyError ? (error.failures[0] ?? error) : error;
}
