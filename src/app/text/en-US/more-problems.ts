// Problem codes that no first screen can meet, in words (problems.ts has the others).

import type { ProblemCode } from '../../../domain/problem.ts';
import type { ProblemWords } from './problems.ts';

const nothingLost = 'Everything saved on this device is still here.';
const nothingSaved = 'Nothing was changed. What you typed is still on the screen.';
const askCoordinator = 'Ask your coordinator to look at it.';
const still = 'The records are still on the device that made them.';
const kept = `What was taken in is kept here as it came. ${still}`;

export const moreProblems = {
  'part-missing': {
    happened: 'A part of Wayside that this needs is not on this device yet.',
    safe: 'Nothing was changed. What you typed is still on the screen.',
    next: 'Connect to a network for a minute with Wayside open, then try again.',
  },
  'csv-unreadable': {
    happened: 'This file could not be read as a table.',
    safe: 'Nothing was imported.',
    next: 'Save it as CSV and try again.',
  },
  'csv-columns-missing': {
    happened: 'The file lacks columns that are needed.',
    safe: 'Nothing was imported.',
    next: 'Add the columns named below and try again.',
  },
  'calendar-unreadable': {
    happened: 'This could not be read as a calendar.',
    safe: 'Nothing was imported.',
    next: 'Save it as .ics and try again.',
  },
  'feed-refused': {
    happened: 'The server does not fetch this address.',
    safe: 'Nothing was imported.',
    next: 'Check the address, or choose the calendar as a file.',
  },
  'feed-unreachable': {
    happened: 'The calendar did not answer.',
    safe: 'Nothing was imported.',
    next: 'Check the address, or try later.',
  },
  'not-signed-in': { happened: 'You are not signed in.', safe: nothingLost, next: 'Sign in as coordinator.' },
  'sign-in-failed': { happened: 'The email or the password is not right.', safe: nothingSaved, next: 'Check both and try again.' },
  'code-unknown': {
    happened: 'The server does not know this code.',
    safe: nothingSaved,
    next: 'Check each letter, or ask for a new code.',
  },
  'code-expired': { happened: 'This code is too old. Codes work for 10 minutes.', safe: nothingSaved, next: 'Ask for a new code.' },
  'code-used': {
    happened: 'This code has been used already. Each code enrolls one device.',
    safe: nothingSaved,
    next: 'Ask for a new code.',
  },
  'already-set-up': {
    happened: 'A library has been set up on this server already.',
    safe: nothingSaved,
    next: 'Sign in as its coordinator, or enroll this device with a code.',
  },
  'setup-code-needed': {
    happened: 'The set-up code is missing or not right.',
    safe: nothingSaved,
    next: 'Use the link that the server printed when it started.',
  },
  'passphrase-wrong': {
    happened: 'This passphrase does not open the key.',
    safe: nothingLost,
    next: 'Check capital letters and spaces, or use the recovery sheet.',
  },
  'passphrase-weak': { happened: 'This passphrase is too short.', safe: nothingSaved, next: 'Use at least four words or 14 characters.' },
  'recovery-key-wrong': {
    happened: 'This recovery key is not right.',
    safe: nothingLost,
    next: 'Check each group against the printed sheet.',
  },
  'seal-unreadable': {
    happened: 'This sign-up cannot be opened: it was changed or damaged.',
    safe: 'The sealed record is kept as it came.',
    next: askCoordinator,
  },
  'seal-key-unknown': {
    happened: 'This sign-up was sealed with a key that is not open here.',
    safe: 'The sealed record is kept as it came.',
    next: 'Unlock with the passphrase of that key.',
  },
  'class-closed': {
    happened: 'Applications for this session are not taken any more: it has begun, was moved or canceled, or is no longer shared with you.',
    safe: 'Nothing was sent.',
    next: 'Ask the library. The children can still be signed up on the day.',
  },
  'class-full': {
    happened: 'That is more than can be prepared: 60 applications for one session, 500 in a day.',
    safe: 'Nothing was sent.',
    next: 'Make the list shorter, or ask the library.',
  },
  'sealing-key-changed': {
    happened: 'The library has just changed the key that names are sealed with.',
    safe: 'Nothing was sent.',
    next: 'Send once more: the new key is used.',
  },
  'cards-used-up': {
    happened: 'All card numbers of this range are used.',
    safe: nothingSaved,
    next: 'Choose another range, or type the number of a card.',
  },
  'cards-taken-meanwhile': {
    happened: 'This card number was just given in another tab.',
    safe: nothingSaved,
    next: 'Try again: the next number is taken.',
  },
  'file-type-refused': {
    happened: 'Wayside cannot show files of this kind.',
    safe: 'Nothing was changed.',
    next: 'Save it as PDF, PNG, JPEG, MP3, MP4 or a web page in one file, then choose it again.',
  },
  'file-too-large': {
    happened: 'This file is larger than your server takes.',
    safe: 'Nothing was changed.',
    next: 'Choose a smaller one, or ask whoever runs the server to raise the limit.',
  },
  'file-damaged': {
    happened: 'A file arrived damaged.',
    safe: nothingLost,
    next: 'It is fetched again. If that does not help, choose the file again.',
  },
  'file-room-short': {
    happened: 'The room allowed for files on this device is used up.',
    safe: nothingLost,
    next: 'Remove files you no longer need here, or allow more room.',
  },
  'rescue-file-unreadable': {
    happened: 'This is not a whole rescue file.',
    safe: 'Nothing was imported.',
    next: 'Copy the file again from the device that wrote it.',
  },
  'rescue-file-other-library': {
    happened: 'This rescue file belongs to another library.',
    safe: 'Nothing was imported.',
    next: 'Take it to a device of that library.',
  },
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
