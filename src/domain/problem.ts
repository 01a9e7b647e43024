// Everything that can go wrong, in one catalogue: stable codes, never renamed, never reused.
// What a code means for a person is written in app/text; which HTTP status carries it, in server/problem-response.ts.
// A Problem never carries personal data: `detail` names fields, limits and lines, not values people typed.

export const problemCodes = [
  // what a person or a file gave us
  'input-invalid',
  'csv-unreadable',
  'csv-columns-missing',
  'calendar-unreadable',
  'feed-refused',
  'feed-unreachable',
  // the device's own storage
  'storage-full',
  'storage-unavailable',
  'storage-timeout',
  'storage-newer',
  'storage-blocked',
  // the network and what came back over it
  'server-unreachable',
  'server-answer-unreadable',
  'server-busy',
  'server-failed',
  // requests
  'request-unreadable',
  'request-too-large',
  'request-invalid',
  'route-unknown',
  'method-not-allowed',
  'protocol-unsupported',
  'origin-refused',
  'rate-limited',
  // identity and access
  'not-enrolled',
  'device-revoked',
  'library-mismatch',
  'not-signed-in',
  'not-allowed',
  'sign-in-failed',
  'code-unknown',
  'code-expired',
  'code-used',
  'already-set-up',
  'setup-code-needed',
  'not-found',
  'part-missing',
  // why the server holds a fact aside
  'fact-unreadable',
  'fact-invalid',
  'fact-hash-mismatch',
  'fact-id-taken',
  'fact-kind-unknown',
  'fact-not-allowed',
  'fact-too-large',
  'fact-other-library',
  'fact-erased',
  'fact-from-revoked-device',
  // sealing
  'sealing-key-missing',
  'passphrase-wrong',
  'passphrase-weak',
  'recovery-key-wrong',
  'seal-unreadable',
  'seal-key-unknown',
  // classes that partners prepare
  'class-closed',
  'class-full',
  'sealing-key-changed',
  // library cards
  'cards-used-up',
  'cards-taken-meanwhile',
  // PINs
  'pin-wrong',
  'pin-wait',
  // files
  'file-type-refused',
  'file-too-large',
  'file-damaged',
  'file-room-short',
  'rescue-file-unreadable',
  'rescue-file-other-library',
  // parcels, and what the server says of one
  'parcel-keys-missing',
  'parcel-unreadable',
  'parcel-altered',
  'parcel-other-library',
  'parcel-maker-unknown',
  'parcel-key-unknown',
  'bug',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** A thing that went wrong in an expected way. `detail` is for the reader of a log or a form: field paths, limits, line numbers. */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  /** Seconds to wait before trying again, when whoever refused said so. */
  readonly retryAfter?: number;
}

export type Result<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

export function ok<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function failed(code: ProblemCode, detail?: Problem['detail']): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: detail === undefined ? { code } : { code, detail } };
}

/** For the end of a switch over a union: the compiler refuses it while a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
