// Problem codes in words: what happened, what is safe, what to do next. The code itself is shown beside them. What no first screen can
// meet is in more-problems.ts; a code that is in neither does not compile where it is looked up.

import type { ProblemCode } from '../../../domain/problem.ts';

export interface ProblemWords {
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

const nothingLost = 'Everything saved on this device is still here.';
const nothingSaved = 'Nothing was changed. What you typed is still on the screen.';
const heldSafe = 'The record is safe: on this device, and held aside on the server.';
const askCoordinator = 'Ask your coordinator to look at it.';

export const problems = {
  'input-invalid': { happened: 'Something entered cannot be used.', safe: nothingSaved, next: 'Mend the marked fields and try again.' },
  'storage-full': {
    happened: 'This device has no space left.',
    safe: nothingSaved,
    next: 'Free some space on the device, then save again.',
  },
  'storage-unavailable': {
    happened: 'This device did not let Wayside store anything.',
    safe: nothingSaved,
    next: 'Close other Wayside tabs, leave private browsing, then try again.',
  },
  'storage-timeout': {
    happened: 'Saving took too long and was stopped.',
    safe: nothingSaved,
    next: 'Try again. If it keeps happening, restart the device.',
  },
  'storage-newer': {
    happened: 'A newer version of Wayside has been used on this device.',
    safe: nothingLost,
    next: 'Close Wayside and open it again to get the newer version.',
  },
  'storage-blocked': { happened: 'Another Wayside tab is holding the store.', safe: nothingLost, next: 'Close the other Wayside tabs.' },
  'server-unreachable': {
    happened: 'The library’s server cannot be reached.',
    safe: nothingLost,
    next: 'Go on working. Wayside tries again by itself.',
  },
  'server-answer-unreadable': {
    happened: 'Something other than the library’s server answered.',
    safe: nothingLost,
    next: 'If this network has a sign-in page, open it in the browser. Wayside tries again by itself.',
  },
  'server-busy': { happened: 'The server is busy.', safe: nothingLost, next: 'Wayside tries again by itself.' },
  'server-failed': {
    happened: 'The server had a fault.',
    safe: nothingLost,
    next: 'Wayside tries again by itself. If it goes on, tell your library’s IT.',
  },
  'request-unreadable': { happened: 'The server could not read the request.', safe: nothingLost, next: 'Try again.' },
  'request-too-large': {
    happened: 'The request was too large for the server.',
    safe: nothingLost,
    next: 'Wayside sends smaller parts by itself.',
  },
  'request-invalid': { happened: 'The server could not use what was sent.', safe: nothingSaved, next: 'Check the fields and try again.' },
  'route-unknown': {
    happened: 'The server does not know this request.',
    safe: nothingLost,
    next: 'Close Wayside and open it again to get the newest version.',
  },
  'method-not-allowed': {
    happened: 'The server does not know this request.',
    safe: nothingLost,
    next: 'Close Wayside and open it again to get the newest version.',
  },
  'protocol-unsupported': {
    happened: 'This version of Wayside and the server do not understand each other.',
    safe: nothingLost,
    next: 'Close Wayside and open it again to get the newest version.',
  },
  'origin-refused': {
    happened: 'The server refused a request from another address.',
    safe: nothingLost,
    next: 'Open Wayside at the address your library gave you.',
  },
  'rate-limited': { happened: 'Too many tries in a short time.', safe: nothingLost, next: 'Wait a little, then try again.' },
  'not-enrolled': {
    happened: 'This device is not enrolled with the library.',
    safe: nothingLost,
    next: 'Ask your coordinator for an enrollment code.',
  },
  'device-revoked': {
    happened: 'This device’s access was ended by the library.',
    safe: `${nothingLost} What is unsent is still handed to the server, which holds it aside.`,
    next: 'Ask your coordinator to enroll it again.',
  },
  'library-mismatch': {
    happened: 'This device holds work of another library.',
    safe: nothingLost,
    next: 'Deliver that work, or save a rescue file, before joining another library.',
  },
  'not-allowed': { happened: 'Your role does not include this.', safe: nothingSaved, next: askCoordinator },
  'not-found': { happened: 'It is not there any more.', safe: nothingLost, next: 'Go back and look again.' },
  'fact-unreadable': { happened: 'The server could not read this record.', safe: heldSafe, next: askCoordinator },
  'fact-invalid': { happened: 'The server cannot use this record as it is.', safe: heldSafe, next: askCoordinator },
  'fact-hash-mismatch': { happened: 'This record was damaged on its way.', safe: heldSafe, next: 'Send it again.' },
  'fact-id-taken': { happened: 'Another record has the same number.', safe: heldSafe, next: askCoordinator },
  'fact-kind-unknown': {
    happened: 'The server is older than this app and does not know this kind of record yet.',
    safe: heldSafe,
    next: 'Send it again once the server has been updated.',
  },
  'fact-not-allowed': { happened: 'This device’s role does not include this kind of record.', safe: heldSafe, next: askCoordinator },
  'fact-too-large': {
    happened: 'This record is too large for the server.',
    safe: 'The record is safe on this device.',
    next: askCoordinator,
  },
  'fact-other-library': { happened: 'This record belongs to another library.', safe: heldSafe, next: askCoordinator },
  'fact-erased': { happened: 'This record was erased on request.', safe: 'It stays erased everywhere.', next: 'Nothing to do.' },
  'fact-from-revoked-device': {
    happened: 'This device’s access was ended before the record arrived.',
    safe: heldSafe,
    next: 'Ask your coordinator to enroll the device again.',
  },
  'sealing-key-missing': {
    happened: 'This device has no sealing key, so sign-ups cannot be kept safe.',
    safe: nothingSaved,
    next: 'Connect once to the server. If it stays so, ask your coordinator to make the sealing key.',
  },
  'pin-wrong': { happened: 'This PIN is not right.', safe: nothingLost, next: 'Check it and enter it again.' },
  'pin-wait': {
    happened: 'There were several wrong PINs.',
    safe: nothingLost,
    next: 'Wait a little, then enter the PIN again.',
  },
  bug: {
    happened: 'Something in Wayside went wrong.',
    safe: nothingLost,
    next: 'Open the screen again. If it happens again, tell your library’s IT.',
  },
} as const satisfies Readonly<Partial<Record<ProblemCode, ProblemWords>>>;
