// What a person reads before leaving: what was proven, and what to do about the rest.

import { formatting } from './formatting.ts';

const { number, duration, bytes } = formatting;

/** What a line found, as far as its sentence names it. */
interface Said {
  readonly count: number;
  readonly other: number;
  readonly names: string;
  readonly seconds: number;
  readonly bytes: number;
}

export const readiness = {
  title: 'Ready to leave',
  checking: 'Looking at this device',
  lookingAt: (done: number, total: number): string => `${number(done)} of ${number(total)}`,
  ready: 'This device is ready',
  readyText: 'Everything was tried just now and worked.',
  notReady: (count: number): string => (count === 1 ? '1 thing to do first' : `${number(count)} things to do first`),
  notReadyText: 'Each line below says what to do. Then check again.',
  until: (moment: string): string => `Checked ${moment}. It counts until the end of today.`,
  again: 'Check again',
  state: { good: 'Good', todo: 'To do', note: 'Look yourself', waiting: 'Waiting' },
  toDelivery: 'Open Delivery',
  toCards: 'Open Card numbers',
  toSchedule: 'Open the schedule',
  askToKeep: 'Ask for protection',
  keepThem: 'Keep them here',
  unread: 'This could not be looked at. Check again; if it stays so, tell your library’s IT.',
  device: {
    never: 'Not checked for leaving yet',
    ready: (ago: string): string => `Ready to leave, checked ${ago} ago`,
    notReady: (ago: string, lines: string): string => `Not ready to leave, checked ${ago} ago: ${lines}`,
    stale: (ago: string): string => `Last checked for leaving ${ago} ago`,
  },

  lines: {
    app: {
      title: 'The app, complete',
      say: {
        complete: ({ count }: Said): string => `All ${number(count)} parts were opened from this device.`,
        mended: ({ count, other }: Said): string =>
          `${number(count)} of ${number(other)} parts ${count === 1 ? 'was missing and has' : 'were missing and have'} been fetched again.`,
        broken: ({ count, other, names }: Said): string =>
          `${number(count)} of ${number(other)} parts cannot be opened: ${names}. Connect to a network and check again.`,
        unsupported: (): string =>
          'The app is not kept on this device yet. Stay on a network for a minute, leave private browsing, and check again.',
      },
    },
    delivery: {
      title: 'In touch with the server',
      say: {
        fresh: ({ seconds }: Said): string => `The server answered ${duration(seconds)} ago. Plans are up to date.`,
        old: ({ seconds }: Said): string => `The server last answered ${duration(seconds)} ago. Connect once before you leave.`,
        never: (): string => 'The server has not answered this device yet. Connect once before you leave.',
        filling: (): string => 'The library’s sessions are still on their way. Stay on the network until they are here.',
        revoked: (): string => 'The library ended this device’s access. Take another device, and tell your coordinator.',
      },
    },
    unsent: {
      title: 'Nothing left from before',
      say: {
        none: (): string => 'Everything recorded here is on the server.',
        waiting: ({ count }: Said): string =>
          count === 1
            ? '1 record is unsent. It is safe here; deliver before you leave.'
            : `${number(count)} records are unsent. They are safe here; deliver before you leave.`,
        attention: ({ count }: Said): string => (count === 1 ? '1 record needs attention.' : `${number(count)} records need attention.`),
        carrying: ({ count }: Said): string =>
          `${count === 1 ? '1 record of another device is' : `${number(count)} records of another device are`} carried here. Deliver before you leave.`,
      },
    },
    sessions: {
      title: 'Today’s and tomorrow’s sessions',
      say: {
        here: ({ count, other }: Said): string =>
          `${count === 1 ? '1 session' : `${number(count)} sessions`} at ${other === 1 ? '1 site' : `${number(other)} sites`}, all here.`,
        none: (): string => 'None is planned for today or tomorrow. You can start one anywhere.',
        siteMissing: ({ names }: Said): string => `The site is missing for: ${names}. Connect once and check again.`,
        twice: ({ names }: Said): string =>
          `All here. A vehicle, a person or a device is planned in two places at once: ${names}. The schedule says which.`,
      },
    },
    sessionFiles: {
      title: 'Files for today’s and tomorrow’s sessions',
      say: {
        here: ({ count }: Said): string =>
          `${count === 1 ? '1 file that they bring is' : `${number(count)} files that they bring are`} here.`,
        none: (): string => 'They bring no files to show.',
        missing: ({ names }: Said): string => `Not kept here: ${names}. Keep them while there is a network.`,
        coming: ({ names }: Said): string => `Still on the way: ${names}. Stay on the network until they are here.`,
      },
    },
    files: {
      title: 'Files to show',
      say: {
        read: ({ count }: Said): string => `${count === 1 ? '1 file was' : `${number(count)} files were`} read from this device.`,
        opened: ({ count }: Said): string =>
          `${count === 1 ? '1 file was' : `${number(count)} files were`} read from this device, and a PDF was opened.`,
        none: (): string => 'No file is kept on this device.',
        missing: ({ count, names }: Said): string => `${number(count)} not complete: ${names}. Stay on the network until they are here.`,
        bad: ({ names }: Said): string => `Cannot be read any more: ${names}. Take it off this device and keep it again.`,
        noReader: ({ names }: Said): string =>
          `Here, but what shows PDFs is not yet: ${names}. Stay on a network for a minute and check again.`,
        notOpened: ({ names }: Said): string =>
          `Here, but could not be opened: ${names}. On a network, take it off this device and keep it again; if it stays so, take it on paper.`,
      },
    },
    sealing: {
      title: 'Sealing sign-ups',
      say: {
        sealed: ({ names }: Said): string => `A made-up sign-up was sealed. The key is the right one (${names}…).`,
        missing: (): string => 'There is no sealing key here. Connect once; if it stays so, your coordinator has to make one.',
        swapped: (): string => 'The sealing key does not fit its name. Do not take sign-ups, and tell your coordinator at once.',
        failed: (): string => 'Sealing did not work. Do not take sign-ups here, and tell your library’s IT.',
      },
    },
    saving: {
      title: 'Saving',
      say: {
        saved: (): string => 'Something was written, read back and deleted.',
        slow: ({ seconds }: Said): string => `Saving took ${number(Math.round(seconds))} seconds. Restart the device.`,
        refused: ({ names }: Said): string =>
          `Saving did not work (${names}). Close other Wayside tabs, free some space, restart the device.`,
      },
    },
    storage: {
      title: 'Room and protection',
      say: {
        kept: ({ bytes: free }: Said): string => `The browser keeps what is here, and ${bytes(free)} are free.`,
        notKept: (): string => 'The browser may clear what is here. Install Wayside on the home screen and ask for protection.',
        full: ({ bytes: free }: Said): string => `Only ${bytes(free)} are free. Make room on the device.`,
        unknown: (): string => 'This browser does not say. Deliver often.',
      },
    },
    clock: {
      title: 'Clock',
      say: {
        right: (): string => 'It agrees with the server.',
        known: ({ seconds }: Said): string => `It agreed with the server ${duration(seconds)} ago.`,
        fast: ({ seconds }: Said): string => `It is ${duration(seconds)} fast. Set it right in the device’s settings.`,
        slow: ({ seconds }: Said): string => `It is ${duration(seconds)} slow. Set it right in the device’s settings.`,
        unknown: (): string => 'It has never been compared with the server. Compare it with your watch.',
      },
    },
    languages: {
      title: 'Languages',
      say: {
        here: ({ count }: Said): string => (count === 1 ? '1 language is here, whole.' : `${number(count)} languages are here, whole.`),
        missing: ({ names }: Said): string => `Missing: ${names}. Connect once and check again.`,
      },
    },
    scanner: {
      title: 'Reading codes',
      say: {
        here: (): string => 'The part that reads codes is here.',
        missing: (): string => 'The part that reads codes is not here yet. Stay on a network for a minute and check again.',
      },
    },
    camera: {
      title: 'Camera',
      say: {
        allowed: (): string => 'Wayside may use it.',
        asks: (): string => 'The browser will ask at the first scan. Say yes.',
        denied: (): string => 'It is forbidden for Wayside. Allow it in the browser’s settings for this page.',
        unknown: (): string => 'This browser does not say. Scan something once.',
      },
    },
    parcels: {
      title: 'Sending without a network',
      say: {
        able: (): string => 'This device can seal what another one carries.',
        missing: (): string => 'The server’s key for it is not here yet. Connect once and check again.',
      },
    },
    cards: {
      title: 'Card numbers',
      say: {
        left: ({ count }: Said): string => `${number(count)} are left.`,
        few: ({ count }: Said): string => (count === 1 ? 'Only 1 is left.' : `Only ${number(count)} are left.`),
        used: (): string => 'All are used. Give this device another range.',
        none: (): string => 'This device has no range of its own. Cards can be scanned all the same.',
      },
    },
    pin: {
      title: 'PIN of this kiosk',
      say: {
        chosen: (): string => 'You choose it as you hand this tablet over. Write it down: nobody can look it up.',
      },
    },
    battery: {
      title: 'Battery',
      say: {
        full: ({ count }: Said): string => `${number(count)} %.`,
        charging: ({ count }: Said): string => `${number(count)} %, charging. Leave it plugged in as long as you can.`,
        low: ({ count }: Said): string => `${number(count)} %. Charge it, or take a power bank.`,
        unknown: (): string => 'This browser does not say. Look at it, and take a cable.',
      },
    },
  },
} as const;
