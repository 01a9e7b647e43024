// What a partner reads on its own page, how it is opened, how a class is prepared there, and how the library gives access to it.

import { formatting } from './formatting.ts';

const { number } = formatting;

export const shared = {
  title: (partner: string, library: string): string => `${partner} and ${library}`,
  lead: 'What is planned, what was agreed, and how many came. Nobody’s name is on this page.',
  asOf: (moment: string): string => `As of ${moment}.`,
  again: 'Look again',
  looking: 'Looking',
  open: 'Going on now',
  ahead: 'Planned together',
  aheadNone: 'Nothing is planned at the moment.',
  agreed: 'What was agreed',
  you: 'You',
  address: 'Address',
  sessionNotes: 'Notes for both',
  held: 'What came of it',
  ended: 'This page has ended',
  endedText: 'The library shows nothing here any more. If that is a mistake, ask it for a new link.',
  leave: 'Remove from this browser',
  leaveTitle: 'Remove this page from this browser?',
  leaveText: 'Nothing of it stays here. To read it again you need a new link from the library.',
  leaving: 'Removing',

  prepare: {
    open: 'Prepare applications for a class',
    title: 'Prepare applications for a class',
    back: 'Back to the page',
    closed: 'Applications for this session cannot be prepared here any more.',
    prepared: 'Applications prepared',
    text: 'The library prepares a library card for each child on your list. The names are sealed in this browser before they are sent: only the library’s staff can open them, and this page does not show them again. You need a network.',
    names: 'Names',
    namesHint: 'One child a line. You can paste a list from a spreadsheet.',
    count: (names: number): string => (names === 0 ? 'No names yet' : names === 1 ? '1 name' : `${number(names)} names`),
    twice: 'More than once on the list. If they are two children, leave both.',
    tooLong: (places: string, most: number): string => `A name may have ${number(most)} letters. Shorten no. ${places}.`,
    tooMany: (left: number): string =>
      left === 0
        ? 'For this session no more can be prepared.'
        : left === 1
          ? 'For this session 1 more can be prepared. Shorten the list.'
          : `For this session ${number(left)} more can be prepared. Shorten the list.`,
    known: 'Dates of birth, parents and phones (optional)',
    knownText: 'What you give here need not be asked on the day.',
    language: 'Language of the families',
    agreed: 'What the parents agree to',
    send: (count: number): string =>
      count === 0 ? 'Send the applications' : count === 1 ? 'Send 1 application' : `Send ${number(count)} applications`,
    sending: 'Sealing and sending',
    sent: (count: number): string =>
      count === 1 ? '1 application is with the library' : `${number(count)} applications are with the library`,
    inAll: (prepared: number): string => `You have prepared ${number(prepared)} for this session.`,
    notSent: 'Not sent',
    noNetwork:
      'The library’s server did not answer. The names are still here, on this screen and nowhere else. Send them again when there is a network.',
    noAnswer:
      'No answer came. The names are still here, on this screen and nowhere else. Try again when there is a network: should they have arrived after all, nobody is there twice. Until then the list cannot be changed.',
  },

  begin: {
    title: 'A page for you',
    text: 'Your library shares with you what you plan together. Say who you are, and the page opens in this browser, from now on also without a network.',
    name: 'Your name',
    nameHint: 'So that the library knows who reads the page.',
    nameMissing: 'Enter your name.',
    button: 'Open the page',
    working: 'Opening',
    own: 'The link works once: open it on a computer or phone of your own.',
  },

  access: {
    title: 'Their own page',
    text: 'They can read in their own browser what you plan together (title, place, times, goals, who brings what, the notes for both), and how many came. Never a name, never your own notes.',
    prepares:
      'For a class visit they can also prepare applications for library cards. Those names are sealed in their browser: only you can open them.',
    make: 'Make a link',
    another: 'New link',
    making: 'Making a link',
    link: 'Link for one person',
    until: (moment: string): string => `It works once, until ${moment}. An earlier link that nobody has opened works no more.`,
    copy: 'Copy the link',
    copied: 'Copied',
    mail: 'Write an e-mail',
    mailSubject: 'What we plan together',
    mailText: (link: string): string => `Open this link on your own computer or phone. It works once.\n\n${link}\n`,
    readers: 'Who reads it, and how to end that, is under Devices.',
    notYours: 'A coordinator can give them the page.',
  },

  notes: 'Notes for both',
  notesHint: 'They read this too. No names of patrons.',
} as const;
