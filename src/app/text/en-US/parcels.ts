// What a person reads where there is no network: sending to another device, taking in, and what is carried for others.

import { formatting } from './formatting.ts';

const { number } = formatting;
const records = (count: number): string => (count === 1 ? '1 record' : `${number(count)} records`);
const stays = (count: number): string => `${count === 1 ? 'It stays' : 'They stay'} on this device as well.`;

export const parcels = {
  title: 'Without a network',
  text: 'Another device of the library can carry what is unsent here to the server. It can neither read nor change it.',
  unsent: (count: number): string => (count === 1 ? '1 record is unsent.' : `${number(count)} records are unsent.`),
  nothing: 'Nothing is unsent here.',
  toTitle: 'Send from this device',
  showCodes: 'Show codes',
  saveFile: 'Save a file',
  shareFile: 'Share the file',
  sealing: 'Sealing',
  saved: (count: number): string => `Saved with ${records(count)}, sealed. ${stays(count)}`,
  shared: (count: number): string => `Handed over with ${records(count)}, sealed. ${stays(count)}`,
  savedOpen: (count: number): string => `Saved with ${records(count)}. This file is not sealed.`,
  savedOpenText:
    'This device has no key of the server yet, so it wrote a rescue file of the older kind. Whoever has the file can read counts and titles in it. Contact details stay sealed. Keep it safe, and delete it once it has been taken in.',
  fromTitle: 'Take in from another device',
  scanCodes: 'Scan codes',
  takeFile: 'Take in a file',
  taking: 'Checking',
  taken: (added: number, known: number): string =>
    added === 0
      ? `Nothing new: ${records(known)} ${known === 1 ? 'is' : 'are'} here already.`
      : `${records(added)} taken in${known === 0 ? '' : `, ${number(known)} ${known === 1 ? 'was' : 'were'} here already`}.`,
  takenText: 'This device carries them to the server with its next delivery. It cannot read them.',
  takenOpenText: 'They are delivered from this device now.',
  damaged: 'Not all of it was whole. What was whole has been taken in; send the rest again.',

  carriedTitle: 'Carried for other devices',
  carriedText: 'Sealed. They leave this device once the server has confirmed them.',
  carriedFrom: (count: number, name: string): string => `${records(count)} from ${name}`,
  unknownDevice: 'a device not known here',
  takenAt: (moment: string): string => `Taken in ${moment}`,
  onTheWay: 'Goes with the next delivery',
  refused: 'The server does not take it',
  bringAgain: 'Try again',
  trying: 'Trying',
  giveUp: 'Remove',
  giveUpTitle: 'Remove what is carried here?',
  giveUpText: (count: number): string =>
    `If the other device is lost, this may be the only copy of ${count === 1 ? 'this record' : `these ${number(count)} records`}.`,
  keep: 'Keep it',
  removing: 'Removing',

  show: {
    title: 'Show codes',
    reading: 'Sealing what is unsent',
    lead: (count: number): string => `${records(count)}, sealed.`,
    how: 'On the other device, open Delivery and choose “Scan codes”. Hold its camera so that the whole code fills the picture. Turn this screen’s brightness up.',
    calm: 'The picture changes five times a second. Look away if that is unpleasant, or pause it.',
    calmSlow: 'The picture changes about twice a second.',
    start: 'Start',
    pause: 'Pause',
    goOn: 'Go on',
    picture: 'Codes for the other device',
    step: (shown: number, once: number): string =>
      shown < once
        ? `${number(shown)} of ${number(once)} shown`
        : 'All shown once. It goes on until the other device says that it is done.',
    size: 'Size of the squares',
    sizes: { plain: 'Fine, quicker', coarse: 'Coarse, for a weak camera or bright sun' },
    tooMuch: 'This is too much for codes',
    tooMuchText: 'It would take several minutes. Save a file instead, and carry it over by cable, card or share sheet.',
    done: 'Back to Delivery',
  },
  scan: {
    title: 'Scan codes',
    how: 'On the other device, open Delivery and choose “Show codes”. Hold this camera so that the whole code fills the frame, and keep still.',
    aim: 'Looking for codes',
    still: 'Keep still',
    progress: 'Taken in so far',
    percent: (part: number): string => `${number(Math.floor(part * 100))} %`,
    doneTitle: 'All taken in',
    doneText: 'The other device can stop now.',
    again: 'Scan another device',
    noCamera: 'No camera can be used here. Take in a file instead.',
    refused: 'The camera is not allowed for Wayside. Allow it in the browser’s settings, or take in a file instead.',
    cannotDecode: 'The part that reads codes is not on this device yet. It arrives with the next network; take in a file instead.',
    inUse: 'Another app is using the camera, or it has stopped. Close the other app and try again, or take in a file.',
  },
} as const;
