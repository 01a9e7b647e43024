// How the app is built and its tests are run. The service worker is src/worker/service-worker.ts, one file, with the list of all that is precached.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const version: string = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')).version;
const build =
  process.env['WAYSIDE_BUILD'] ??
  createHash('sha256')
    .update(readFileSync(new URL('./package-lock.json', import.meta.url)))
    .digest('hex')
    .slice(0, 7);
const systemChromium =
  process.env['CHROMIUM_PATH'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

export default defineConfig({
  // Dexie's package leads to its ES5 build; the modern one is the same code, 2 KB less.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  define: { __APP_VERSION__: JSON.stringify(`${version}+${build}`) },
  plugins: [
    preact(),
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
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg,woff2,webmanifest,png}'], globIgnores: ['**/optional-*'] },
    }),
  ],
  build: { target: 'es2022', outDir: process.env['WAYSIDE_DIST'] ?? 'dist', emptyOutDir: true, manifest: true, assetsInlineLimit: 0 },
  server: { proxy: { '/api': 'http://localhost:8080' } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**', 'tests/e2e/**', 'tests/server/**'] },
      },
      {
        extends: true,
        test: { name: 'server', environment: 'node', include: ['tests/server/**/*.test.ts'], globalSetup: ['tests/support/postgres.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(systemChromium ? { executablePath: systemChromium } : {}), args: ['--disable-quic'] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
