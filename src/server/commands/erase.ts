// `erase FACT-ID…`: deletes facts for good, on request of the person they are about; devices delete theirs at their next sync (S28).

import * as v from 'valibot';
import { factId } from '../../domain/shapes.ts';
import { type Command, libraryMeant } from './command.ts';

export const erase: Command = async (context, args) => {
  const { positionals: ids } = args;
  if (ids.length === 0) throw new Error('Say which: wayside erase FACT-ID …');
  const wrong = ids.find((id) => !v.is(factId, id));
  if (wrong !== undefined) throw new Error(`${wrong} is not the id of a fact; nothing was erased.`);
  const { id } = await libraryMeant(context, args);
  const stored = await context.storage.sync.erase(id, ids, new Date(context.now()));
  context.say(`Erased ${stored.length} of ${ids.length}; the others were not here, and will not be taken when they come.`);
};
