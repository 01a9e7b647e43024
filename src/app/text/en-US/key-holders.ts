// What a person reads about who keeps the sealing key: a second holder, a forgotten passphrase, a new key.

import { formatting } from './formatting.ts';

const { number } = formatting;

export const keyHolders = {
  title: 'Who can open sign-ups',
  made: (day: string): string => `since ${day}`,
  older: 'since the key was made',
  two: 'At least two people should be able to open sign-ups. If the only one leaves or forgets, only the recovery sheet is left.',
  add: 'Add a second holder',
  addMore: 'Add another holder',
  addTitle: 'Give someone a passphrase of their own',
  addText: 'They choose it and type it here. It opens the same sign-ups as yours, old and new.',
  yours: 'A passphrase that opens the key now',
  theirs: 'The new passphrase',
  theirHolder: 'Who keeps the new passphrase',
  save: 'Save the passphrase',
  saving: 'Trying and saving',
  saved: (keys: number): string =>
    keys === 1 ? 'Saved. The new passphrase has been tried and opens the key.' : `Saved. The new passphrase opens ${number(keys)} keys.`,
  missingYours: 'Enter a passphrase that opens the key.',
  remove: (holder: string): string => `Remove ${holder}`,
  removeTitle: (holder: string): string => `Remove ${holder}?`,
  removeText:
    'Their passphrase opens nothing on the library’s devices any more, once each has delivered. But whoever copied the locked key before can still open it with that passphrase.',
  removeThen: 'If they should not be able to open anything taken from now on, make a new sealing key afterwards.',
  removeIt: 'Remove',
  keep: 'Keep',
  removed: (holder: string): string => `${holder} is removed.`,
  lastStays: 'The last passphrase cannot be removed. Add another one first.',

  fresh: 'New passphrase',
  freshText:
    'The sheet has opened the sign-ups. Choose a passphrase for the next time; the old one keeps working if somebody remembers it.',
  freshHolder: 'Who keeps it',

  rotate: 'Make a new key',
  rotateTitle: 'A new sealing key',
  rotateText:
    'When someone leaves who knew the passphrase, or the recovery sheet is lost. Each device seals to the new key from its next delivery on. The old keys go on opening what was sealed to them, with the old passphrases.',
  rotateBegin: 'Make a new sealing key',
  rotateStop: 'Keep the key there is',
  rotated: 'The new key is stored. New sign-ups are sealed to it from each device’s next delivery on.',
  old: (count: number): string => (count === 1 ? '1 older key' : `${number(count)} older keys`),
  oldText:
    'Their sign-ups open with the passphrases of that time. To open them with a passphrase of today, add it as a holder: type the old passphrase first, then today’s.',
  retiredSince: (day: string): string => `In use until ${day}`,
};
