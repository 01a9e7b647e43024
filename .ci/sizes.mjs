// What a tablet has to download, gzip, held to its budgets: the JavaScript up to Today, everything that is precached, and the large parts
// that follow once the app is complete.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './prepare.mjs';

const kilobyte = 1000;
const budgets = { today: 90 * kilobyte, precache: 700 * kilobyte, secondStage: 1_315 * kilobyte };
const dist = join(root, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));

const gzipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

/** The chunk and all it imports statically. */
function closure(key, seen = new Set()) {
  if (!seen.has(key)) {
    seen.add(key);
    for (const next of manifest[key]?.imports ?? []) closure(next, seen);
  }
  return seen;
}

// What index.html names, and all that it and Today, were that a chunk of its own, import besides. The manifest's entry is not among them:
// it hands on what the first script holds to the scripts of other screens (plainFirstScript in vite.config.ts).
const named = [...readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/<script[^>]* src="\/([^"]+)"/g)].map((match) => match[1]);
const today = [...closure('index.html'), ...closure('src/app/features/today/TodayScreen.tsx')].filter((key) => manifest[key] !== undefined);
const imported = today.filter((key) => key !== 'index.html').map((key) => manifest[key].file);
const scripts = [...new Set([...named, ...imported.filter((file) => file.endsWith('.js'))])];
if (named.length === 0) throw new Error('index.html names no script');
const bytesToToday = scripts.reduce((sum, file) => sum + gzipped(file), 0);

const worker = readFileSync(join(dist, 'service-worker.js'), 'utf8');
const precached = [...new Set([...worker.matchAll(/["']?url["']?\s*:\s*["'`]([^"'`]+)["'`]/g)].map((match) => match[1]))].filter((file) =>
  existsSync(join(dist, file)),
);
if (precached.length < 5) throw new Error('the list of precached files was not found in the service worker');
const precache = precached.reduce((sum, file) => sum + gzipped(file), 0) + gzipped('service-worker.js');

// What follows in the second stage may be missing: nothing that a screen or delivery needs to open may import it.
const screens = Object.keys(manifest).filter((key) => /^src\/(?:app|device\/sync)\//.test(key) && manifest[key].isDynamicEntry);
const unready = screens.filter((key) => [...closure(key)].some((part) => manifest[part].file.includes('/optional-')));
if (screens.length < 20) throw new Error('the screens were not found in the manifest');
console.log(
  `${unready.length === 0 ? 'ok ' : 'OVER'} screens that open without the second stage: ${screens.length - unready.length} of ${screens.length} ${unready.join(' ')}`,
);
if (unready.length > 0) process.exitCode = 1;

// The readers of codes and of PDFs, recurrence, rare letters: all that was built and is not precached.
const later = readdirSync(join(dist, 'assets'))
  .map((file) => `assets/${file}`)
  .filter((file) => !precached.includes(file));
if (!later.some((file) => file.endsWith('.wasm'))) throw new Error('the second stage was not found among the assets');

const total = readdirSync(dist, { recursive: true }).reduce((sum, file) => sum + (statSync(join(dist, file)).isFile() ? 1 : 0), 0);
report('JavaScript to reach Today', bytesToToday, budgets.today, `${scripts.length} files`);
report('precache', precache, budgets.precache, `${precached.length} of ${total} files`);
report(
  'second stage',
  later.reduce((sum, file) => sum + gzipped(file), 0),
  budgets.secondStage,
  `${later.length} files`,
);

function report(name, bytes, budget, of) {
  const fits = bytes <= budget;
  console.log(`${fits ? 'ok ' : 'OVER'} ${name}: ${(bytes / kilobyte).toFixed(1)} KB gzip of ${budget / kilobyte} KB (${of})`);
  if (!fits) process.exitCode = 1;
}
