// Stories in a real Chromium against the built app and real server processes. Few, and each a story; two at a time.

import { defineConfig } from '@playwright/test';
import { systemChromium } from './support/tablet.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/stories',
  // Limits for what hangs, not measures: machines are busy.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  workers: 2,
  fullyParallel: true,
  // A whole busy day takes minutes of typing: `npm run e2e -- busy-day` runs it.
  ...(process.env['CI'] === undefined ? {} : { grepInvert: /@long/ }),
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    launchOptions: { ...(systemChromium ? { executablePath: systemChromium } : {}), args: ['--disable-quic'] },
    video: 'off',
    trace: 'off',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    timezoneId: 'America/New_York',
  },
});
