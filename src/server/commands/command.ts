// What a command is given, and how it says what went wrong: by throwing an Error whose message is a line for an operator.

import type { RandomBytes } from '../../protocol/ids.ts';
import type { Config } from '../config.ts';
import type { Engine } from '../storage/dialects.ts';
import type { Library, Storage } from '../storage/storage.ts';

export interface CommandContext {
  readonly config: Config;
  readonly storage: Storage;
  readonly engine: Engine;
  readonly now: () => number;
  readonly random: RandomBytes;
  readonly say: (line: string) => void;
}

/** `values` are the options, `positionals` what stands without one. */
export interface Arguments {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly positionals: readonly string[];
}

export type Command = (context: CommandContext, args: Arguments) => Promise<void>;

/** The library meant: the one there is, or the one --library names by id or name. */
export async function libraryMeant({ storage }: Pick<CommandContext, 'storage'>, { values }: Arguments): Promise<Library> {
  const libraries = await storage.libraries.list();
  const wanted = values['library'];
  const found = wanted === undefined ? libraries : libraries.filter(({ id, name }) => id === wanted || name === wanted);
  const [only, ...more] = found;
  if (only !== undefined && more.length === 0) return only;
  if (libraries.length === 0) throw new Error('There is no library yet: open the server in a browser and set one up.');
  const names = libraries.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
  throw new Error(`${wanted === undefined ? 'Say which library with --library:' : `There is no single library ${wanted}:`}\n${names}`);
}
