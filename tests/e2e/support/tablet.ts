// A tablet: a real browser with a profile folder that outlives it, so that closing it is a cold start. Chromium unless another engine is named.

import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, firefox, type Page } from '@playwright/test';
import { killGroup, processOf } from '../../torture/kill.ts';

export const systemChromium =
  process.env['CHROMIUM_PATH'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

const systemFirefox =
  process.env['FIREFOX_PATH'] ?? ['/usr/bin/firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox'].find(existsSync);

export interface Tablet {
  readonly page: () => Page;
  /** Closes the browser and opens it again on the same profile; nothing of the page survives but what it stored. */
  readonly restart: (url: string) => Promise<Page>;
  readonly open: (url: string) => Promise<Page>;
  readonly close: () => Promise<void>;
  /** Ends every process of the browser at once, as a battery does that is pulled. Chromium only. */
  readonly kill: () => Promise<void>;
  /** The folder of the profile. */
  readonly profile: string;
}

export const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 820, height: 1180 },
  landscape: { width: 1180, height: 820 },
  desktop: { width: 1440, height: 900 },
} as const;

export type EngineName = 'chromium' | 'firefox';

export async function aTablet(size: keyof typeof sizes = 'tablet', engine: EngineName = 'chromium'): Promise<Tablet> {
  const profile = mkdtempSync(join(tmpdir(), 'wayside-profile-'));
  let context: BrowserContext | null = null;
  let page: Page | null = null;

  const open = async (url: string): Promise<Page> => {
    const settings = { viewport: sizes[size], locale: 'en-US', timezoneId: 'America/New_York' };
    context = await (engine === 'firefox'
      ? openFirefox(profile, settings)
      : openChromium(profile, { ...settings, hasTouch: size !== 'desktop' }));
    page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(60_000);
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
    kill: async () => {
      if (context === null) throw new Error('this tablet is switched off');
      const leader = await processOf(context);
      context = null;
      page = null;
      await killGroup(leader);
    },
    profile,
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

type Settings = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

function openChromium(profile: string, settings: Settings): Promise<BrowserContext> {
  const which = systemChromium === undefined || systemChromium === '' ? {} : { executablePath: systemChromium };
  return chromium.launchPersistentContext(profile, { ...settings, ...which, args: ['--disable-quic'] });
}

/** One that people use, steered by WebDriver BiDi; without one on the machine, Playwright's own. */
function openFirefox(profile: string, settings: Settings): Promise<BrowserContext> {
  const which = systemFirefox === undefined || systemFirefox === '' ? {} : { executablePath: systemFirefox, channel: 'moz-firefox' };
  // Without these two the question for persistent storage is asked of a person, and stays open.
  const prefs = { 'dom.storageManager.prompt.testing': true, 'dom.storageManager.prompt.testing.allow': true };
  return firefox.launchPersistentContext(profile, { ...settings, ...which, firefoxUserPrefs: prefs });
}
