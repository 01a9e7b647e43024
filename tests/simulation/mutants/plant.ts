// Plants a mutant: from now on its files are loaded with the replacement. Fails loudly when the source no longer has what is to be replaced.

import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Mutant } from './mutants.ts';

const src = fileURLToPath(new URL('../../../src/', import.meta.url));

export function plant({ name, patches }: Mutant): undefined {
  const byUrl = Map.groupBy(patches, ({ file }) => pathToFileURL(join(src, file)).href);
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      const mine = byUrl.get(url);
      if (mine === undefined || loaded.source === undefined || loaded.source === null) return loaded;
      let source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
      for (const { file, find, put } of mine) {
        if (source.split(find).length !== 2)
          throw new Error(`the mutant "${name}" finds its place in ${file} ${source.split(find).length - 1} times`);
        source = source.replace(find, () => put);
      }
      return { ...loaded, source };
    },
  });
}
