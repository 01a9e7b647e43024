// `npm start`: obtains what is missing, builds, and becomes the server. Started again with everything there, it needs no network.

import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { become, environment, packages, root } from './prepare.mjs';

const env = environment();
packages(env);
buildIfNeeded(env);
become(env.WAYSIDE_NODE, [join(root, 'src', 'server', 'main.ts'), ...process.argv.slice(2)], env);
