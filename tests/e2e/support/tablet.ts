// A tablet: a real Chromium with a profile folder that outlives the browser, so that closing it is a cold start.

import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';

export const systemChromium =
  process.env['CHROMIUM_PATH'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

export interface Tablet {
  readonly page: () => Page;
  /** Closes the browser and opens it again on the same profile; nothing of the page survives but what it stored. */
  readonly restart: (url: string) => Promise<Page>;
  readonly open: (url: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 820, height: 1180 },
  landscape: { width: 1180, height: 820 },
  desktop: { width: 1440, height: 900 },
} as const;

export async function aTablet(size: keyof typeof sizes = 'tablet'): Promise<Tablet> {
  const profile = mkdtempSync(join(tmpdir(), 'wayside-profile-'));
  let context: BrowserContext | null = null;
  let page: Page | null = null;

  const open = async (url: string): Promise<Page> => {
    context = await chromium.launchPersistentContext(profile, {
      ...(systemChromium === undefined || systemChromium === '' ? {} : { executablePath: systemChromium }),
      args: ['--disable-quic'],
      viewport: sizes[size],
      locale: 'en-US',
      timezoneId: 'America/New_York',
      hasTouch: size !== 'desktop',
    });
    page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(30_000);
    await page.goto(url);
    return page;
  };
  const close = async () => {
    await context?.close();
    context = null;
    page = null;
  };
  return {
    open,
    close,
    restart: async (url) => {
      await close();
      return open(url);
    },
    page: () => {
      if (page === null) throw new Error('this tablet is switched off');
      return page;
    },
  };
}
