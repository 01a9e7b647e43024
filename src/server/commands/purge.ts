// `purge [--dry-run]`: erases the contact details of sign-ups that have been done, declined or taken back for the library's days (S35), and
// the card numbers of loans that ended (S55), and the words of old surveys (S56).

import { type Command, libraryMeant } from './command.ts';

export const purge: Command = async (context, args) => {
  const { id, name } = await libraryMeant(context, args);
  const dryRun = args.values['dry-run'] === 'yes';
  const { keepDays, signUps, sessions, loans, answers } = await context.storage.erasures.purge(id, {
    now: new Date(context.now()),
    dryRun,
  });
  const what = `the contact details of ${signUps} sign-ups in ${sessions} sessions, done or taken back ${keepDays} days ago or longer, the card numbers of ${loans} loans that ended, and the words of ${answers} answers to surveys`;
  context.say(dryRun ? `${name}: would erase ${what}. Nothing was changed.` : `${name}: erased ${what}. Totals stay as they were.`);
};
