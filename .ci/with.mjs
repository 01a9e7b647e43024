// Runs a file, or a package's program by name, on the Node the project needs, with packages installed:
// `node .ci/with.mjs [--build] [--browser] [--second-browser] src/server/commands/wayside.ts doctor` or `node .ci/with.mjs vitest run`.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { become, browser, environment, packages, root, secondBrowser } from './prepare.mjs';

const args = process.argv.slice(2);
const takes = (flag) => args[0] === flag && args.shift() !== undefined;
let env = environment();
packages(env);
if (takes('--build')) buildIfNeeded(env);
if (takes('--browser')) env = browser(env);
if (takes('--second-browser')) env = secondBrowser(env);
const [program = '', ...rest] = args;
if (existsSync(join(root, program))) become(env.WAYSIDE_NODE, [join(root, program), ...rest], env);
else become(join(root, 'node_modules', '.bin', program), rest, env);
