// `enroll [--role staff|kiosk|coordinator]` prints a one-time code; `add-library` makes one more library and prints its coordinator's.

import * as v from 'valibot';
import { inGroups, longId } from '../../protocol/ids.ts';
import { makeCode } from '../routes/enroll.ts';
import { type Command, type CommandContext, libraryMeant } from './command.ts';

const roles = v.picklist(['staff', 'kiosk', 'coordinator']);

export const enroll: Command = async (context, args) => {
  const role = v.safeParse(roles, args.values['role'] ?? 'staff');
  if (!role.success) throw new Error('--role is one of staff, kiosk, coordinator.');
  const { id } = await libraryMeant(context, args);
  await sayCode(context, id, role.output);
};

export const addLibrary: Command = async (context) => {
  const id = longId(context.random);
  await context.storage.libraries.add(id, new Date(context.now()));
  context.say(`A new library: ${id}. Its first device, a coordinator's:`);
  await sayCode(context, id, 'coordinator');
};

async function sayCode(context: CommandContext, library: string, role: v.InferOutput<typeof roles>): Promise<void> {
  const { code, expiresAt } = await makeCode(context, library, role);
  context.say(`${inGroups(code, 5)}   enrolls one device (${role}) until ${expiresAt}`);
}
