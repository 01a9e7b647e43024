// How the app is built and its tests are run. The service worker is src/worker/service-worker.ts, one file, with the list of all that is precached.

import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const version: string = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')).version;
const build = process.env['WAYSIDE_BUILD'] ?? hashOfSources();
const systemChromium =
  process.env['CHROMIUM_PATH'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** For what hangs or never comes, not a measure: machines are busy. Hooks are given as long: a server's end and a database's drop are among them. */
const limits = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };

const loadedInTests = [
  '@hpke/core',
  '@noble/hashes/hmac.js',
  '@noble/hashes/sha2.js',
  '@noble/hashes/utils.js',
  '@preact/signals',
  '@tanstack/virtual-core',
  'axe-core',
  'dexie',
  'lucide-preact',
  'papaparse',
  'preact',
  'preact-iso',
  'preact/hooks',
  'preact/jsx-dev-runtime',
  'rrule-temporal',
  'uqr',
  'valibot',
  'workbox-window',
  'zxing-wasm/reader',
];

export default defineConfig({
  // Dexie's package leads to its ES5 build; the modern one is the same code, 2 KB less.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  define: { __APP_VERSION__: JSON.stringify(`${version}+${build}`) },
  plugins: [
    preact(),
    plainFirstScript(),
    fontAtOnce(),
    optionalParts(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/worker',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/',
        name: 'Wayside',
        short_name: 'Wayside',
        description: 'Library outreach sessions, with or without a network.',
        start_url: '/',
        display: 'standalone',
        background_color: '#faf5ea',
        theme_color: '#faf5ea',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      includeManifestIcons: false, // the plugin would add them to what is precached, whatever globIgnores says
      injectManifest: {
        // One plain script: the worker is registered as a classic one, and what it imports late is only then evaluated.
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,svg,woff2,webmanifest,png}'],
        // The icons in pixels are the operating system's, which fetches them itself when somebody installs the app.
        // Letters beyond those of western languages are fetched when a name has them.
        globIgnores: ['**/optional-*', '**/icon-*.png', '**/*latin-ext*'],
      },
    }),
  ],
  build: {
    target: 'es2022',
    outDir: process.env['WAYSIDE_DIST'] ?? 'dist',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    // All that Today needs is one file: on a slow tablet each further one costs ten milliseconds or more of the cold start. What several
    // screens share is one file a layer, and the desk's screens are one: a tablet that gets ready for the road fetches, stores and later
    // opens a hundred files instead of three hundred, and they are a tenth smaller. Layers in this order import only from those above them.
    // The recurrence library is for the desk, large, and follows in the second stage; what needs it stays apart.
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'today', tags: ['$initial'] },
            { name: 'optional-recurrence', test: /node_modules\/rrule-temporal/ },
            { name: 'libraries', test: /node_modules\/(?!papaparse|uqr)/, minShareCount: 2 },
            { name: 'core', test: /\/src\/(?:protocol|device|domain\/(?!import\/|export\/|plan-series))/, minShareCount: 2 },
            {
              name: 'formats',
              test: /node_modules\/papaparse|\/src\/domain\/(?:import|export)\/(?!recurrence|plan-|calendar-days)/,
              minShareCount: 2,
            },
            { name: 'qr', test: /node_modules\/uqr/ },
            { name: 'ui', test: /\/src\/app\//, minShareCount: 2 },
            { name: 'actions', test: /\/device\/actions\//, includeDependenciesRecursively: true },
            { name: 'desk', test: /\/app\/features\/(?:admin|cards|import|loans|partners)\//, includeDependenciesRecursively: true },
          ],
        },
      },
    },
    // A screen's chunks come from the precache; the list of what each would preload is 2 KB that every start would carry.
    modulePreload: {
      resolveDependencies: (_, files, { hostType }) => files.filter((file) => hostType === 'html' || file.endsWith('.css')),
    },
  },
  server: { proxy: { '/api': `http://localhost:${process.env['PORT'] ?? '8080'}` } },
  test: {
    maxWorkers: availableParallelism(), // Vitest leaves one core free, which is half of two
    isolate: false, // what a file imports is evaluated once a worker: each cleans up after itself, and a third of the time is saved
    teardownTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/e2e/**', 'tests/server/**'],
          ...limits,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/support/postgres.ts'],
          ...limits,
        },
      },
      {
        extends: true,
        // All that a test may load late: found only then, it would be prepared at once and the page loaded again under the tests.
        optimizeDeps: { include: loadedInTests },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          ...limits,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(systemChromium ? { executablePath: systemChromium } : {}), args: ['--disable-quic'] },
              contextOptions: { reducedMotion: 'reduce' }, // a colour measured while a part fades in is not its colour
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});

/** Names the chunks of the second stage for the page, which fetches them once the app is complete (src/app/offline/second-stage.ts). */
function optionalParts(): Plugin {
  return {
    name: 'optional-parts',
    generateBundle(_, bundle) {
      const parts = Object.keys(bundle).filter((file) => /^assets\/(optional-[^/]+\.js|[^/]+latin-ext[^/]+\.woff2)$/.test(file));
      this.emitFile({ type: 'asset', fileName: 'optional-parts.json', source: JSON.stringify(parts.map((file) => `/${file}`)) });
    },
  };
}

/**
 * The first script as a plain one and not as a module: of what a worker answers from its cache, Chromium keeps plain scripts compiled (from
 * the installation on) and compiles modules anew at each start, a quarter of a slow tablet's cold start. Whoever imports from the first
 * module finds in its place a small one that hands on what the plain script has put on the page under `sharedName`.
 */
function plainFirstScript(): Plugin {
  const sharedName = '__wayside';
  return {
    name: 'plain-first-script',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post', // Vite fills in what the scripts load late only then
      handler(_, bundle) {
        const entry = Object.values(bundle).find((part) => part.type === 'chunk' && part.isEntry);
        if (entry?.type !== 'chunk' || entry.imports.length > 0) throw new Error('the first script is one file that imports nothing');
        const { body } = this.parse(entry.code);
        const handedOn = body.filter((part) => part.type.startsWith('Export'));
        const [exported] = handedOn;
        if (
          handedOn.length !== 1 ||
          exported?.type !== 'ExportNamedDeclaration' ||
          exported.source !== null ||
          exported.declaration !== null
        )
          throw new Error('the first script has one list of exports');
        const names = exported.specifiers.map(({ local, exported: outside }) => {
          if (local.type !== 'Identifier' || outside.type !== 'Identifier')
            throw new Error('an export of the first script has no plain name');
          return { inside: local.name, outside: outside.name };
        });
        const code = (entry.code.slice(0, exported.start) + entry.code.slice(exported.end)).replaceAll(
          'import.meta',
          '{url:document.baseURI}',
        );
        const given = names.map(({ inside, outside }) => `${outside}:${inside}`).join();
        const plain = `(()=>{"use strict";${code};self.${sharedName}={${given}}})();\n`;
        const file = this.getFileName(this.emitFile({ type: 'asset', name: 'today.js', source: plain }));
        const [taken, passedOn] = [
          names.map(({ outside }, at) => `${outside}:n${at}`).join(),
          names.map(({ outside }, at) => `n${at} as ${outside}`).join(),
        ];
        entry.code = `const{${taken}}=self.${sharedName};export{${passedOn}};\n`;
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('there is no index.html to name the first script');
        const html = String(page.source).replace(/<script type="module"[^>]*>/, `<script defer src="/${file}">`);
        if (html === page.source) throw new Error('index.html names no module to put the first script in its place');
        page.source = html;
      },
    },
  };
}

/** The letters of Today are asked for with the page, not when they are first drawn: else everything is laid out twice. */
function fontAtOnce(): Plugin {
  return {
    name: 'font-at-once',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => /hyperlegible-next-latin-wght-normal.*\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
            injectTo: 'head',
          })),
    },
  };
}

/** Names this build in facts and on About: the same sources give the same name on every machine, with or without git. */
function hashOfSources(): string {
  const hash = createHash('sha256');
  const paths = globSync(
    ['src/{app,device,domain,protocol,worker}/**/*.{ts,tsx,css}', 'index.html', 'vite.config.ts', 'package-lock.json', 'public/*.js'],
    {
      cwd: import.meta.dirname,
    },
  );
  for (const path of paths.map((path) => path.replaceAll('\\', '/')).sort()) {
    hash.update(path).update(readFileSync(new URL(path, import.meta.url)));
  }
  return hash.digest('hex').slice(0, 7);
}
