// Arrows point one way: domain <- protocol <- device <- app, worker and domain, protocol <- server. Nothing else; types count too.
// Also what a newcomer relies on: no feature imports another, no barrels, no catch-all names, files one can read in one go.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src/', import.meta.url));

const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  protocol: ['domain', 'protocol'],
  device: ['domain', 'protocol', 'device'],
  app: ['domain', 'protocol', 'device', 'app'],
  worker: ['domain', 'protocol', 'device', 'worker'],
  server: ['domain', 'protocol', 'server'],
  // A program that plays both sides; nothing imports it.
  demo: ['domain', 'protocol', 'device', 'server', 'demo'],
};

/** Pure calculation, for conversions only; see the decisions in src/README.md. */
const conversionPackages = ['papaparse', 'rrule-temporal'];

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(src, path), 'utf8') }));

test('every import points the way the layers allow', () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.flatMap(({ path, text }) => violations(path, text))).toEqual([]);
});

test('the check sees a violation of every kind', () => {
  expect(violations('domain/a.ts', "import { x } from '../device/b.ts';")).toHaveLength(1);
  expect(violations('domain/a.ts', "import type { X } from '../protocol/b.ts';")).toHaveLength(1);
  expect(violations('protocol/a.ts', "export { x } from '../server/b.ts';")).toHaveLength(1);
  expect(violations('device/a.ts', "const x = await import('../app/b.ts');")).toHaveLength(1);
  expect(violations('server/a.ts', "import '../device/b.ts';")).toHaveLength(1);
  expect(violations('server/a.ts', "app.get('/api/*', h);\nconst x = await import('../device/b.ts');\n/** y */")).toHaveLength(1);
  expect(violations('server/a.ts', "// import { x } from '../device/b.ts';")).toHaveLength(0);
  expect(violations('domain/a.ts', "type X = import('../device/b.ts').X;")).toHaveLength(1);
  expect(violations('device/a.ts', 'const x = await import(`../app/b.ts`);')).toHaveLength(1);
  expect(violations('device/a.ts', "new Worker(new URL('../app/b.ts', import.meta.url));")).toHaveLength(1);
  expect(violations('app/ui/a.ts', "const all = import.meta.glob('../features/today/*.tsx');")).toHaveLength(1);
  expect(violations('domain/a.ts', "import { Dexie } from 'dexie';")).toHaveLength(1);
  expect(violations('domain/session.ts', "import Papa from 'papaparse';")).toHaveLength(1);
  expect(violations('domain/import/csv.ts', "import Papa from 'papaparse';")).toHaveLength(0);
  expect(violations('app/features/today/A.tsx', "import { B } from '../sessions/B.tsx';")).toHaveLength(1);
  expect(violations('app/features/today/A.tsx', "import { B } from './B.tsx';\nimport { useApp } from '../../context.ts';")).toHaveLength(
    0,
  );
  expect(violations('app/ui/A.tsx', "import { B } from '../features/today/B.tsx';")).toHaveLength(1);
});

test('no file hides behind a catch-all name, and every file is readable in one go', () => {
  const hidden = sources.filter(({ path }) => /(^|\/)(index|utils?|helpers?|common|misc|.*-manager)\.tsx?$/.test(path));
  const long = sources.filter(({ text }) => text.split('\n').length > 401);
  const unexplained = sources.filter(({ text }) => !text.startsWith('//'));
  const paths = (found: typeof sources) => found.map(({ path }) => path);
  expect({ hidden: paths(hidden), long: paths(long), unexplained: paths(unexplained) }).toEqual({ hidden: [], long: [], unexplained: [] });
});

/** What a file imports that it may not, one line each. `path` is relative to src. */
function violations(path: string, text: string): readonly string[] {
  const layer = path.split('/')[0] ?? '';
  return importsOf(path, text).flatMap((target) => {
    if (!target.startsWith('.')) return packageAllowed(layer, path, target) ? [] : [`${path} imports the package ${target}`];
    const resolved = relative(src, join(src, dirname(path), target))
      .split(sep)
      .join('/');
    const allowed = mayImport[layer]?.includes(resolved.split('/')[0] ?? '') ?? false;
    return allowed && featureAllowed(path, resolved) ? [] : [`${path} imports ${resolved}`];
  });
}

/** Read off the text, since a type's `import('x').Y` counts too; comments go by the parser, as '/api/*' only looks like the start of one. */
function importsOf(path: string, text: string): readonly string[] {
  const { comments } = parseSync(path, text);
  const code = comments.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  const found = code.matchAll(
    /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\bimport\.meta\.glob\s*\(\s*|\bnew URL\(\s*(?=['"`]\.))(['"`])([^'"`\n]+)\1/g,
  );
  return [...found].map((match) => (match[2] ?? '').replace(/\?.*$/, ''));
}

function packageAllowed(layer: string, path: string, name: string): boolean {
  const conversion = /^domain\/(import|export)\//.test(path) && conversionPackages.includes(name);
  if (layer === 'domain') return name === 'valibot' || conversion;
  if (layer === 'protocol') return name === 'valibot' || name.startsWith('@noble/hashes/');
  if (layer !== 'server' && layer !== 'demo') return !name.startsWith('node:');
  return true;
}

/** A feature is a folder of app/features; only what composes the app may know several. */
function featureAllowed(path: string, target: string): boolean {
  const feature = /^app\/features\/([^/]+)\//;
  const theirs = feature.exec(target)?.[1];
  if (theirs === undefined) return true;
  const ours = feature.exec(path)?.[1];
  if (ours !== undefined) return ours === theirs;
  return /^app\/[^/]+$/.test(path);
}
