// What a person reads while erasing somebody's contact details, and in the list of what was erased.

import { formatting } from './formatting.ts';

const { number } = formatting;

export const erasing = {
  title: 'Erased details',
  hint: 'Who has been erased on request, and which devices confirm it',
  text: 'Contact details that were erased because somebody asked for it. No names are kept here, only record numbers.',
  list: 'Erasures',
  loading: 'Asking the server',
  empty: 'Nothing has been erased on request',
  emptyText: 'To erase a person’s details, open their sign-up in Follow-up and choose “Erase this person’s details”.',
  notYours: 'A coordinator can see this list.',

  erase: 'Erase this person’s details',
  eraseText: 'If the person asks for it. It needs the server.',
  askTitle: 'Erase these details everywhere?',
  askText: (kind: string, name: string): string =>
    `${kind}${name === '' ? '' : `, ${name}`}. Name, phone, address and everything else that was typed is deleted from the server and from every device at its next delivery.`,
  askStays: 'What stays is one number in the totals, without a name.',
  askOnly: 'Only this sign-up. Follow-up finds the others of the same person.',
  go: 'Go on',
  keep: 'Keep the details',
  againTitle: 'Nobody can bring them back. Erase now?',
  againText: 'Not the passphrase, not the recovery sheet, not a backup.',
  eraseNow: 'Erase for good',
  erasing: 'Erasing',
  notErased: 'Nothing was erased',

  /** Several sign-ups of one person at once, at the desk. */
  person: {
    looking: 'Looking for the same person’s other sign-ups',
    which: 'Which sign-ups are erased?',
    whichHint: 'Only what is certain is chosen. Ask the person about the others.',
    thisOne: 'the one that is open',
    merged: 'made one with it',
    family: 'filled in together with it',
    none: 'No other sign-up on this device looks like this person.',
    notOpened: (count: number): string =>
      count === 1
        ? '1 sign-up does not open with this passphrase, and was not compared.'
        : `${number(count)} sign-ups do not open with this passphrase, and were not compared.`,
    goes: 'What goes: name, phone, address, card number and everything else that was typed, with every correction. From the server, and from every device at its next delivery.',
    stays: 'What stays: the numbers. What counted goes on counting in the totals, without a name.',
    loans:
      'A card number that was written down with something lent stays sealed with that loan. It goes 46 days after that came back, or after your own days where these are more.',
    eraseCount: (count: number): string => (count === 1 ? 'Erase 1 sign-up' : `Erase ${number(count)} sign-ups`),
    askTitle: (count: number): string => (count === 1 ? 'Erase 1 sign-up for good?' : `Erase ${number(count)} sign-ups for good?`),
    askText: 'Nobody can bring the details back.',
    doneText: (at: string): string => `Done on the server: ${at}. Every device deletes its own at its next delivery.`,
    proofText: (numbers: string): string => `The proof can be seen from now on under Settings, Erased details: number ${numbers}.`,
    seeProof: 'See the proof',
    leftTitle: (count: number): string =>
      count === 1 ? '1 sign-up is not confirmed as erased' : `${number(count)} sign-ups are not confirmed as erased`,
    leftText: 'You can try again: nothing is erased twice. Until then they stay as they are.',
    eraseRest: 'Try these again',
  },

  entry: (signUps: number): string => (signUps === 1 ? '1 sign-up erased' : `${number(signUps)} sign-ups erased`),
  again: 'Erased once more after an older backup was put back',
  by: {
    account: (name: string): string => `By ${name}`,
    device: (name: string): string => `By the device ${name}`,
    command: 'By a command on the server',
    server: 'By the server',
    gone: 'By an account or device that is not here any more',
  },
  number: (sequence: number): string => `Number ${number(sequence)}`,
  allConfirmed: (count: number): string =>
    count === 1 ? 'The one device has confirmed it' : `All ${number(count)} devices have confirmed it`,
  confirmed: (done: number, all: number): string => `${number(done)} of ${number(all)} devices have confirmed it`,
  waiting: (names: string): string => `Not yet: ${names}. They delete theirs at their next delivery.`,
  revoked: (names: string): string =>
    `Not enrolled any more: ${names}. They cannot confirm. What they hold is sealed, and is never taken back.`,
  backups: 'Backups made before this hold the sealed details until you delete those backups. Putting one back does not bring them back.',
  ids: (count: number): string => (count === 1 ? '1 record' : `${number(count)} records`),
  print: 'Print the proof',
  save: 'Save the proof',
  proof: {
    title: 'Proof of erasure',
    library: 'Library',
    at: 'Erased at',
    records: 'Records that are gone',
    confirmed: 'Devices that have confirmed it',
    open: 'Devices that have not confirmed it yet',
    revoked: 'Devices not enrolled any more',
    none: 'None',
  },
};
