// Problem codes that no first screen can meet, in words (problems.ts has the others).

import type { ProblemCode } from '../../../domain/problem.ts';
import type { ProblemWords } from './problems.ts';

const still = 'The records are still on the device that made them.';
const kept = `What was taken in is kept here as it came. ${still}`;

export const moreProblems = {
  'parcel-keys-missing': {
    happened: 'This device has not met the server since sending without a network came to Wayside, so it cannot seal a parcel yet.',
    safe: 'Everything saved on this device is still here.',
    next: 'Save a rescue file instead, or deliver once over a network.',
  },
  'parcel-unreadable': {
    happened: 'What was taken in is not whole.',
    safe: still,
    next: 'Send it again from that device, by codes or as a new file.',
  },
  'parcel-altered': {
    happened: 'A parcel was changed after it was made. It was not used.',
    safe: still,
    next: 'Send it again from that device. If it happens again, tell your coordinator.',
  },
  'parcel-other-library': {
    happened: 'This parcel belongs to another library.',
    safe: still,
    next: 'Take it to a device of that library.',
  },
  'parcel-maker-unknown': {
    happened: 'The server does not know the device that made this parcel.',
    safe: kept,
    next: 'Let that device deliver by itself, or ask your coordinator.',
  },
  'parcel-key-unknown': {
    happened: 'The server has lost the key this parcel was sealed to.',
    safe: kept,
    next: 'Keep this parcel and tell your library’s IT: the key is in backups. Let the other device deliver by itself.',
  },
} as const satisfies Readonly<Partial<Record<ProblemCode, ProblemWords>>>;
