// `erase FACT-ID…`: deletes facts for good, on request of the person they are about; devices delete theirs at their next sync (S28). With a sign-up go its corrections; what it counted stays (S33).

import * as v from 'valibot';
import { factId } from '../../domain/shapes.ts';
import { type Command, libraryMeant } from './command.ts';

export const erase: Command = async (context, args) => {
  const { positionals: ids } = args;
  if (ids.length === 0) throw new Error('Say which: wayside erase FACT-ID …');
  const wrong = ids.find((id) => !v.is(factId, id));
  if (wrong !== undefined) throw new Error(`${wrong} is not the id of a fact; nothing was erased.`);
  const { id } = await libraryMeant(context, args);
  const erasing = { library: id, ids, now: new Date(context.now()), act: 'facts.erased', actor: 'command' } as const;
  const { sequence, stored, signUps } = await context.storage.erasures.erase(erasing);
  const gone = stored.filter((one) => ids.includes(one)).length;
  context.say(`Erased ${gone} of ${ids.length}; the others were not here, and will not be taken when they come.`);
  if (stored.length > gone) context.say(`With them went ${stored.length - gone} corrections of the same sign-ups.`);
  if (signUps > 0) context.say('What they counted stays in the totals, without a name.');
  context.say(`Number ${sequence}: Settings, Erased details shows which devices have confirmed it.`);
};
