// What staff read about handing a device to the public, taking it back, and PINs.

import { formatting } from './formatting.ts';

const { duration, number } = formatting;

export const handOver = {
  title: 'Hand over to kiosk',
  menu: 'Hand over to kiosk',
  lead: 'Visitors sign up by themselves on this device. Staff screens are closed until a PIN is entered.',
  reading: 'Looking whether this device is ready',
  backToSession: 'Back to the session',

  offers: 'What can visitors sign up for?',
  offersNone: 'Choose at least one thing.',
  offersUsual: 'Nothing told this device what the session offers. These are the usual. Change them if you need to.',
  offersOf: (kinds: string): string => `The session offers: ${kinds}.`,
  offersNothing: 'The session offers nothing to sign up for: visitors are only asked how it was.',
  planned: {
    label: 'Planned sessions to choose from',
    hint: 'Who signs up for one is on its roster, on every staff tablet.',
    choose: 'Choose a session',
    chosen: 'Sessions visitors can choose',
  },
  programs: 'Programs to choose from',
  programsHint: 'One a line. With none, “A program” means this session.',
  programsMany: (most: number): string => `At most ${number(most)} programs.`,
  programLong: (most: number): string => `Shorten each line to ${number(most)} letters.`,
  languages: 'Languages on the first screen',
  languagesHint: 'In this order. Leave out what you do not need.',
  languagesNone: 'Choose at least one language.',
  first: (language: string): string => `Move ${language} up`,

  pinTitle: 'Taking it back',
  pinOf: (names: string): string => `Leaving the kiosk takes the PIN of ${names}.`,
  pinChoose: 'Choose a PIN for this kiosk',
  pinChooseHint:
    '4 to 6 digits. It is asked for to leave the kiosk. Nobody on your staff list has a PIN yet; Settings, Staff names is the place to set one.',
  pinChooseHintKiosk: '4 to 6 digits. It is asked for to leave the kiosk. Write it down: nobody can look it up.',
  pinMissing: 'Enter 4 to 6 digits.',

  lockTitle: 'Lock the device as well',
  lockText:
    'Wayside keeps visitors inside the kiosk, but only the operating system can keep them inside Wayside. Switch that on before you walk away:',
  lock: {
    android: 'Android',
    androidText:
      'Settings, Security, App pinning: on, and ask for the PIN before unpinning. Then open Wayside, show the recent apps, tap the icon of Wayside and choose Pin.',
    ios: 'iPad and iPhone',
    iosText:
      'Settings, Accessibility, Guided Access: on, and set a passcode. Then open Wayside from the home screen and press the side or home button three times.',
    chromeos: 'Chromebook',
    chromeosText: 'Ask your IT to run Wayside as a kiosk app or in a managed guest session. A plain guest session keeps nothing.',
    keyboard:
      'Switch word suggestions of the on-screen keyboard off: keyboards can remember what people type, and Wayside cannot stop that.',
  },

  unfinishedTitle: 'A sign-up here is not saved',
  unfinishedText: 'Handing over deletes what was typed. Save it first if it is still wanted.',
  unfinishedOpen: 'Go to the sign-up',

  hand: 'Hand over now',
  handing: 'Handing over',
  notReady: 'This device cannot be handed over yet',
  askAgain: 'Ask the browser again',
  asking: 'Asking',
  hindrance: {
    storage: {
      title: 'The browser may throw away what is saved here',
      text: 'Ask it again to keep Wayside’s data. If it still says no, install Wayside (browser menu, Install app or Add to home screen), open it from there, and try once more. If this is a private or guest window, it keeps nothing: close it, and open Wayside in a normal window.',
    },
    private: {
      title: 'This looks like a private window',
      text: 'A private window forgets everything when it is closed, sign-ups too. Open Wayside in a normal window, or from its icon on the home screen.',
    },
    ios: {
      title: 'Open Wayside from the home screen',
      text: 'In Safari, sign-ups can be lost after a few days. Tap Share, then Add to Home Screen, open Wayside from its icon, and enroll that one.',
    },
    key: {
      title: 'The sealing key is not on this device',
      text: 'Without it sign-ups cannot be kept safe. It arrives with the next delivery. If it stays so, ask your coordinator to make the sealing key.',
    },
    session: {
      title: 'This session is not open',
      text: 'Start the session first: sign-ups belong to one.',
    },
  },

  leave: {
    title: 'For library staff',
    text: 'Enter your PIN to leave the kiosk.',
    pin: 'PIN',
    show: 'Show the PIN',
    hide: 'Hide the PIN',
    hidden: '(hidden)',
    button: 'Leave the kiosk',
    checking: 'Checking',
    stay: 'Back to the kiosk',
    wrong: 'This PIN is not right.',
    wait: (seconds: number): string => `Too many wrong PINs. Wait ${duration(seconds)}, then try again.`,
    forgot: 'I do not know the PIN',
    forgotTitle: 'Take it back without the PIN',
    forgotText:
      'Ask your coordinator for an enrollment code: Settings, Devices, Enroll a device. It needs a network, and nothing saved here is lost.',
  },

  signAtDesk: 'Signature of the parent or guardian: they chose to sign on paper at the desk.',

  start: {
    title: 'This device is a kiosk',
    lead: 'Scan or type the code of a session, then hand the device over.',
    codeTitle: 'For which session?',
    delivery: 'Delivery',
    joined: (title: string): string => `Session: ${title}`,
    other: 'Another session',
    unknown: 'A session joined by its code',
  },

  pin: {
    label: 'PIN',
    hint: '4 to 6 digits. It lets this person leave the kiosk, and is asked for when their name is picked on a device. It keeps visitors out of staff screens; it does not protect what is on a stolen device.',
    has: 'There is a PIN. Type another one to change it.',
    remove: 'Take the PIN away',
    wrong: 'A PIN has 4 to 6 digits.',
    ask: (name: string): string => `PIN of ${name}`,
    askText: 'This name has a PIN.',
    confirm: 'Continue',
  },
};
